// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { MissLines } from '../../../components/figures/MissLines.tsx';
import { fromMomentField, toMomentField } from '../../../components/options/shifts/moment-field.ts';
import { ShiftEditor } from '../../../components/options/shifts/ShiftEditor.tsx';
import { Today } from '../../../components/popup/Today.tsx';
import type { ShiftView } from '../../../components/shift/model.ts';
import { ShiftControl } from '../../../components/shift/ShiftControl.tsx';
import { ShiftTable } from '../../../components/shift/ShiftTable.tsx';
import { say } from '../../../rules/language/local-text.ts';
import { count, mean, rate, seconds, times } from '../../../rules/metrics/figure.ts';
import type { Shift } from '../../../rules/shift/shift.ts';
import { HOUR_MS, MINUTE_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { stage } from './stage.tsx';

const now = shanghaiEpoch(2026, 3, 5, 12, 14) ?? 0;
const start = now - 3 * HOUR_MS - 12 * MINUTE_MS;
const shift: Shift = { id: 's', start, breaks: [], startedBy: 'hand' };

function control(view: ShiftView, trusted = true) {
  const actions = {
    begin: vi.fn(),
    end: vi.fn(),
    pause: vi.fn(),
    resume: vi.fn(),
    handover: vi.fn(async () => true),
  };
  const shown = stage(<ShiftControl shift={view} language="zh-CN" actions={actions} />, {
    trusted,
    now: () => now,
  });
  const button = (text: string): HTMLElement => {
    const found = shown.all('button').find((one) => one.textContent?.trim() === text);
    if (!found) throw new Error(`no button ${text}`);
    return found as HTMLElement;
  };
  return { ...shown, actions, button };
}

test('without a shift there is one button, and it begins one', () => {
  const view = control({});
  expect(view.all('button')).toHaveLength(1);
  view.press(view.button('上班'));
  expect(view.actions.begin).toHaveBeenCalledOnce();
});

test('a shift that runs says since when, and can be paused and ended', () => {
  const view = control({ running: shift });
  expect(view.one('.sb-shift').textContent).toContain('09:02 起 · 3 小时 12 分');
  view.press(view.button('休息'));
  expect(view.actions.pause).toHaveBeenCalledExactlyOnceWith(true);
  view.press(view.button('下班'));
  expect(view.actions.end).toHaveBeenCalledOnce();
});

test('in a break the way back stands where the break stood', () => {
  const view = control({ running: { ...shift, breaks: [{ from: now - MINUTE_MS }] } });
  expect(view.one('.sb-shift').dataset.shift).toBe('paused');
  view.press(view.button('休息结束'));
  expect(view.actions.pause).toHaveBeenCalledExactlyOnceWith(false);
});

test('a shift just ended can go on, and its handover be copied', async () => {
  const view = control({ ended: { ...shift, end: now, endedBy: 'hand' } });
  view.press(view.button('接着上'));
  expect(view.actions.resume).toHaveBeenCalledOnce();
  view.press(view.button('复制交接稿'));
  await vi.waitFor(() => expect(view.one('[role=status]').textContent).toBe('交接稿已复制'));
});

test('a press a script made does nothing', () => {
  const view = control({ running: shift }, false);
  view.press(view.button('下班'));
  expect(view.actions.end).not.toHaveBeenCalled();
});

test('figures of a shift stand in a row for each platform that had messages, rates with their counts', () => {
  const figures = [
    count('turns', 13),
    count('answered', 12),
    mean('mean', 300_000, 12),
    rate('within', 11, 12),
    count('misses', 1),
    seconds('longest', 130_000),
    times('answer-ratio', 15, 12),
  ];
  const view = stage(
    <ShiftTable
      shift={{ ...shift, end: start + HOUR_MS, breaks: [{ from: start, to: start + 5 * MINUTE_MS }] }}
      sum={{
        groups: [
          { id: 'pdd', name: say('拼多多', 'PDD'), figures },
          { id: 'jd', name: say('京东', 'JD'), figures: [count('turns', 0), count('answered', 0)] },
        ],
        orders: 4,
      }}
      now={now}
      language="zh-CN"
    />,
    { trusted: true },
  );
  expect(view.all('tbody tr')).toHaveLength(1);
  expect(view.all('tbody td').map(({ textContent }) => textContent)).toEqual([
    '12',
    '00:25',
    '91.67%',
    '1',
    '02:10',
    '1.25',
  ]);
  expect(view.one('[data-figure=within]').title).toBe('11/12');
  expect(view.one('.sb-hint').textContent).toContain(
    '处理订单 4 · 休息 1 次，共 5 分钟 · 休息时买家的等待照计',
  );
});

test('a shift without messages says so and shows no figure', () => {
  const view = stage(
    <ShiftTable shift={shift} sum={{ groups: [], orders: 0 }} now={now} language="zh-CN" />,
    { trusted: true },
  );
  expect(view.all('table')).toHaveLength(0);
  expect(view.one('.sb-hint').textContent).toBe('这个班还没有数据');
});

test('misses allowed are marked as an estimate, once', () => {
  const lines = [
    { id: 'today' as const, text: say('已计 10', 'counted 10'), tone: 'stop' as const },
    { id: 'month' as const, text: say('近 30 天', '30 days'), tone: 'plain' as const },
  ];
  const view = stage(<MissLines lines={lines} language="zh-CN" />, { trusted: true });
  expect(view.all('.sb-estimate')).toHaveLength(1);
  expect(view.one('[data-miss=today]').dataset.tone).toBe('stop');
});

test('today shows the platform’s own figures beside ours, both goals of the mean, and the misses', () => {
  const view = stage(
    <Today
      groups={[
        {
          id: 'pdd',
          name: say('拼多多', 'PDD'),
          figures: [{ id: 'mean', value: 35, target: 30, platformTarget: 40, unsettled: false }],
          published: [
            {
              id: 'PDD-3M',
              name: say('3分钟人工回复率(8-23点)', 'x'),
              text: '90.00%',
              seconds: false,
              counts: '9/10',
              missed: true,
              unsettled: true,
            },
          ],
          misses: [{ id: 'today', text: say('已计 10 位买家，失误 1，已超 1', 'x'), tone: 'stop' }],
        },
      ]}
      language="zh-CN"
    />,
    { trusted: true },
  );
  expect(view.one('.sb-tile').textContent).toContain('目标 ≤ 30 秒 · 平台 ≤ 40 秒');
  const published = view.one('.sb-published [data-figure="PDD-3M"]');
  expect(published.textContent).toMatch(/3分钟人工回复率\(8-23点\) 口径待核.*90\.00% 9\/10/);
  expect(published.dataset.missed).toBe('true');
  expect(view.one('.sb-misses').textContent).toContain('已超 1');
});

test('times are read and shown in Shanghai; what was not touched keeps its seconds', () => {
  const at = (shanghaiEpoch(2026, 3, 5, 9, 2) ?? 0) + 33_000;
  expect(toMomentField(at)).toBe('2026-03-05T09:02');
  expect(fromMomentField('2026-03-05T09:02', at)).toBe(at);
  expect(fromMomentField('2026-03-05T09:03', at)).toBe(shanghaiEpoch(2026, 3, 5, 9, 3));
  expect(fromMomentField('')).toBeUndefined();
});

test('corrected times go out as they were typed; a refusal is said and nothing closes', async () => {
  const onSave = vi.fn(async () => say('和别的班重叠', 'overlaps') as ReturnType<typeof say> | undefined);
  const onClose = vi.fn();
  const over = {
    ...shift,
    end: start + HOUR_MS,
    breaks: [{ from: start + MINUTE_MS, to: start + 2 * MINUTE_MS }],
  };
  const view = stage(<ShiftEditor shift={over} language="zh-CN" onSave={onSave} onClose={onClose} />, {
    trusted: true,
  });
  const save = view.all('button').find((one) => one.textContent === '保存') as HTMLElement;
  view.press(save);
  await vi.waitFor(() => expect(view.one('[role=alert]').textContent).toBe('和别的班重叠'));
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ start, end: over.end, breaks: over.breaks });
  expect(onClose).not.toHaveBeenCalled();
});
