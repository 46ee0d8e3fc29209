// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FiguresView } from '../../../components/figures/FiguresView.tsx';
import type { FiguresModel } from '../../../components/figures/model.ts';
import { rangeOf } from '../../../rules/figures/ranges.ts';
import { count, mean, rate } from '../../../rules/metrics/figure.ts';
import type { Shift } from '../../../rules/shift/shift.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { generatedReport } from '../../fixtures/figures/generated-report.ts';
import { type Stage, stage } from './stage.tsx';

const chart = vi.hoisted(() => ({
  setOption: vi.fn(),
  dispatchAction: vi.fn(),
  resize: vi.fn(),
  on: vi.fn(),
  dispose: vi.fn(),
}));
vi.mock('../../../components/figures/chart/engine.ts', () => ({ startChart: () => chart }));

const TODAY = '2026-11-22';
const days = rangeOf('week', TODAY);
const report = generatedReport({
  question: { platform: 'pdd', ...days },
  asOf: Date.UTC(2026, 10, 22, 9, 15),
  perDay: 30,
  agents: ['小林', '阿珍'],
});

function show(patch: Partial<FiguresModel> = {}) {
  const actions = {
    choosePlatform: vi.fn(),
    chooseShop: vi.fn(),
    chooseAgent: vi.fn(),
    chooseRange: vi.fn(),
    chooseShift: vi.fn(),
    chooseDays: vi.fn(),
    again: vi.fn(),
    copy: vi.fn(),
    print: vi.fn(),
    openOptions: vi.fn(),
  };
  const model: FiguresModel = {
    language: 'zh-CN',
    theme: 'light',
    state: 'ready',
    places: [{ platform: 'pdd', shops: [{ id: 'shop-1', name: '小店' }], first: '2026-11-01', last: TODAY }],
    choice: { platform: 'pdd', range: 'week', ...days },
    today: TODAY,
    report,
    goals: { limit: 180 },
    shifts: [],
    agents: ['小林', '阿珍'],
    nicks: {},
    ...patch,
  };
  const view = stage(<FiguresView model={model} actions={actions} />, { trusted: true });
  return { ...view, actions, model };
}

const tile = (view: Stage, id: string) => view.one(`.sb-tile[data-figure="${id}"]`);

beforeEach(() => vi.clearAllMocks());

describe('tiles', () => {
  const withTotal = (total: typeof report.total) => show({ report: { ...report, total } });

  test('say name, value, unit and what it was made of', () => {
    const view = withTotal([rate('within', 108, 120), mean('mean', 3_402_000, 126), count('answered', 126)]);
    expect(tile(view, 'within').textContent).toContain('达标率90.00%108 / 120时限 180 秒');
    expect(tile(view, 'mean').textContent).toContain('平均响应27 秒126 轮');
    expect(tile(view, 'answered').querySelector('b')?.textContent).toBe('126 轮');
    expect(tile(view, 'within').getAttribute('title')).toContain('时限内回复的轮次');
  });

  test('print — where there is nothing to divide by, and for what nobody counted', () => {
    const view = withTotal([rate('within', 0, 0), mean('mean', 0, 0)]);
    for (const id of ['within', 'mean', 'p90', 'answer-ratio', 'misses-allowed']) {
      expect(tile(view, id).querySelector('b')?.textContent).toBe('—');
    }
  });

  test('mark what is undecided and what is disputed', () => {
    const view = withTotal([rate('within', 9, 10, { uncertain: 3, unsettled: true })]);
    expect(tile(view, 'within').textContent).toContain('口径待核');
    expect(tile(view, 'within').querySelector('b')?.textContent).toBe('≈90.00%');
    expect(tile(view, 'within').textContent).toContain('≈ 3');
  });

  test.each([
    [120, 9, 9_000, '3'],
    [120, 9, 9_500, '已超 3'],
    [10, 0, 9_000, '1'],
  ])('of %d counted and %d failed at %d there may fail %s more (E17)', (counted, failed, share, text) => {
    const units = { metric: 'PDD-3M', counted, failed, uncertain: 0 };
    const view = show({ report: { ...report, units }, goals: { limit: 180, share } });
    expect(tile(view, 'misses-allowed').querySelector('b')?.textContent).toBe(text);
  });

  test('hold the mean of a month against the goal of the month, a shorter one against that of the day', () => {
    const own = { dayMean: 30, monthMean: 50, first: 10 };
    expect(tile(show({ goals: { limit: 180, own } }), 'PDD-AVG').textContent).toContain('≤ 30 秒');
    const question = { platform: 'pdd' as const, ...rangeOf('days30', TODAY) };
    const month = show({ report: { ...report, question }, goals: { limit: 180, own } });
    expect(tile(month, 'PDD-AVG').textContent).toContain('≤ 50 秒');
  });
});

describe('what is looked at', () => {
  test('a platform, a range and an account are chosen by their controls', () => {
    const view = show();
    view.press(view.one('input[value="days30"]'));
    expect(view.actions.chooseRange).toHaveBeenCalledExactlyOnceWith('days30');
    const select = view.one('select') as HTMLSelectElement;
    act(() => {
      select.value = '阿珍';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(view.actions.chooseAgent).toHaveBeenCalledExactlyOnceWith('阿珍');
  });

  test('typed days are asked for with Enter; days that make no range are not, and are told of', () => {
    const view = show();
    const [from, to] = view.all('input[type="date"]');
    if (!from || !to) throw new Error('no date fields');
    const submit = () =>
      act(() => {
        view.one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      });
    view.type(from, '2026-11-22');
    view.type(to, '2026-11-01');
    submit();
    expect(view.actions.chooseDays).not.toHaveBeenCalled();
    expect(view.one('[role="alert"]').textContent).toContain('结束日期早于开始日期');
    view.type(to, '2026-11-22');
    submit();
    expect(view.actions.chooseDays).toHaveBeenCalledExactlyOnceWith('2026-11-22', '2026-11-22');
  });
});

describe('charts', () => {
  const chartOf = (view: Stage, part: string) => view.one(`[data-part="${part}"] .sb-chart-keys`);
  const told = (view: Stage, part: string) =>
    view.one(`[data-part="${part}"] [aria-live="polite"]`).textContent ?? '';

  test('are stepped through with the arrow keys, each point told in words', () => {
    const view = show();
    const trend = chartOf(view, 'trend');
    view.key(trend, { key: 'ArrowRight' });
    expect(told(view, 'trend')).toContain('2026-11-16');
    view.key(trend, { key: 'ArrowRight' });
    expect(told(view, 'trend')).toContain('2026-11-17');
    expect(chart.dispatchAction).toHaveBeenLastCalledWith({ type: 'highlight', dataIndex: 1 });
    view.key(trend, { key: 'End' });
    view.key(trend, { key: 'ArrowRight' });
    expect(told(view, 'trend')).toContain('2026-11-22');
    expect(view.key(trend, { key: 'Tab' }).defaultPrevented).toBe(false);
  });

  test('the map of hours is walked in both directions', () => {
    const view = show();
    const map = chartOf(view, 'hours');
    view.key(map, { key: 'Home' });
    view.key(map, { key: 'ArrowDown' });
    view.key(map, { key: 'ArrowRight' });
    expect(told(view, 'hours')).toContain('11-17 周二 1–2 点');
  });

  test('are tables for whoever wants the numbers', () => {
    const view = show();
    for (const [part, rows] of [
      ['trend', 7],
      ['hours', 7],
      ['waits', report.waits.length],
    ] as const) {
      const card = view.one(`[data-part="${part}"]`);
      const choice = card.querySelector<HTMLElement>('input[value="table"]');
      if (choice) view.press(choice);
      expect(card.querySelectorAll('tbody tr')).toHaveLength(rows);
      expect(card.querySelectorAll('.sb-chart')).toHaveLength(0);
    }
  });

  test('are let go with the view', () => {
    const view = show();
    view.render(null);
    expect(chart.dispose).toHaveBeenCalledTimes(3);
  });
});

describe('the longest waits', () => {
  test('a press on the time marks its hour in map and trend, a second takes the mark away', () => {
    const view = show();
    const marks = () =>
      chart.setOption.mock.calls
        .slice(-6)
        .flatMap(([option]) => JSON.stringify(option).match(/"borderWidth":2\.5/g) ?? []).length;
    const time = view.one('[data-part="slowest"] .sb-figures-link');
    view.press(time);
    expect(time.getAttribute('aria-pressed')).toBe('true');
    expect(marks()).toBe(1);
    chart.setOption.mockClear();
    view.press(time);
    expect(time.getAttribute('aria-pressed')).toBe('false');
    expect(marks()).toBe(0);
  });

  test('show the name the page gave, and copy it', () => {
    const [slow] = report.slowest;
    if (!slow) throw new Error('nothing slow');
    const view = show({ nicks: { [`pdd|${slow.shop}|${slow.buyer}`]: '好好生活' } });
    view.press(view.named('复制买家名 好好生活'));
    expect(view.actions.copy).toHaveBeenCalledExactlyOnceWith('好好生活');
    expect(view.one('[data-part="slowest"]').textContent).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
  });
});

describe('a wait whose buyer has no name', () => {
  test.each([
    [{}, 'b-77', 'b-77'],
    [{ 'pdd|shop-1|b-77': ' ' }, 'b-77', 'b-77'],
    [{ 'pdd|shop-1|b-77': '好好生活' }, 'b-77', '好好生活'],
    [{}, '', '—'],
  ])('names %j of %j: no cell is empty', (nicks, buyer, name) => {
    const turn = { t: 0, ms: 9_000, shop: 'shop-1', buyer, agent: '', answered: true, rough: false };
    const view = show({ nicks, report: { ...report, slowest: [turn] } });
    const cells = view.all('[data-part="slowest"] td').map((cell) => cell.textContent?.trim());
    expect(cells).toEqual(['00:09', name, '—']);
  });

  test('is named by the platform of the report, also while another platform is asked for', () => {
    const [slow] = report.slowest;
    if (!slow) throw new Error('nothing slow');
    const nicks = { [`pdd|${slow.shop}|${slow.buyer}`]: '好好生活' };
    const view = show({ nicks, choice: { platform: 'taobao', range: 'week', ...days } });
    expect(view.one('[data-part="slowest"]').textContent).toContain('好好生活');
  });
});

describe('a shift', () => {
  const at = (day: number, hour: number, minute = 0) =>
    shanghaiEpoch(2026, 11, day, hour, minute) ?? Number.NaN;
  const running: Shift = { id: 'now', start: at(22, 9, 2), breaks: [], startedBy: 'hand' };
  const night: Shift = {
    id: 'night',
    start: at(20, 20),
    end: at(21, 2, 30),
    breaks: [
      { from: at(20, 22), to: at(20, 22, 30) },
      { from: at(20, 23, 50), to: at(21, 0, 10) },
    ],
    startedBy: 'hand',
    endedBy: 'hand',
  };
  const shifts = [running, night];
  const choice = {
    platform: 'pdd' as const,
    range: 'shift' as const,
    shift: 'night',
    from: '2026-11-20',
    to: '2026-11-21',
  };
  const of = (figures: typeof report.total, shift = night, agent?: string) => ({
    shift,
    platform: 'pdd' as const,
    figures,
    asOf: at(22, 12),
    ...(agent !== undefined && { agent }),
  });
  const { report: _report, ...bare } = show().model;
  const showShift = (patch: Partial<FiguresModel>) => {
    const view = show();
    view.render(<FiguresView model={{ ...bare, shifts, choice, ...patch }} actions={view.actions} />);
    return view;
  };

  test('is offered where there is one, the last one first', () => {
    expect(show().all('input[value="shift"]')).toEqual([]);
    const view = show({ shifts });
    view.press(view.one('input[value="shift"]'));
    expect(view.actions.chooseShift).toHaveBeenCalledExactlyOnceWith('now');
  });

  test('is chosen from a list, where the days stood', () => {
    const view = showShift({});
    expect(view.all('input[type="date"]')).toEqual([]);
    const options = view.all('.sb-figures-ranges option').map((one) => one.textContent);
    expect(options).toEqual(['2026-11-22 09:02 起，还在上', '2026-11-20 20:00 – 2026-11-21 02:30']);
    const select = view.one('.sb-figures-ranges select') as HTMLSelectElement;
    expect(select.value).toBe('night');
    act(() => {
      select.value = 'now';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(view.actions.chooseShift).toHaveBeenCalledExactlyOnceWith('now');
  });

  test('says which it is, with its breaks, and shows tiles and every figure', () => {
    const view = showShift({
      shiftFigures: of([
        count('turns', 12),
        count('answered', 11),
        mean('mean', 220_000, 11),
        rate('PDD-3M', 7, 8),
      ]),
    });
    const said = view.one('[data-part="shift"]').textContent;
    expect(said).toContain('拼多多 · 小店 · 2026-11-20 20:00 – 2026-11-21 02:30');
    expect(said).toContain('上班 5 小时 40 分 · 休息 22:00–22:30、23:50–11-21 00:10，共 50 分钟');
    expect(tile(view, 'mean').querySelector('b')?.textContent).toBe('20 秒');
    expect(tile(view, 'misses-allowed').textContent).toContain('已计 8，失误 1');
    expect(view.all('[data-part="all"] tbody tr')).toHaveLength(4);
    expect(view.root.textContent).not.toMatch(/NaN|undefined|正在读取/);
  });

  test('has no trend, hours, distribution or longest waits, says so, and leads to its days', () => {
    const view = showShift({ shiftFigures: of([count('turns', 12)]) });
    expect(
      view.all('[data-part="trend"], [data-part="hours"], [data-part="waits"], [data-part="slowest"]'),
    ).toEqual([]);
    expect(view.root.textContent).toContain('不按班显示');
    view.press(view.named('看这些天'));
    expect(view.actions.chooseDays).toHaveBeenCalledExactlyOnceWith('2026-11-20', '2026-11-21');
  });

  test('that runs, in a break, of one account and in English', () => {
    const paused = { ...running, breaks: [{ from: at(22, 11) }] };
    const view = showShift({ language: 'en', shiftFigures: of([], paused, '小林') });
    const said = view.one('[data-part="shift"]').textContent;
    expect(said).toContain('小林 · since 2026-11-22 09:02, running');
    expect(said).toContain('breaks since 11:00');
    expect(view.root.textContent).toContain('Nobody asked');
    expect(view.all('[data-part="all"]')).toEqual([]);
  });

  test('is waited for, and may fail', () => {
    expect(showShift({}).root.textContent).toContain('正在读取');
    expect(showShift({ state: 'failed' }).root.textContent).toContain('数据没读出来');
    expect(showShift({ state: 'failed', shiftFigures: of([]) }).root.textContent).toContain('上一次的数据');
  });
});

describe('accounts', () => {
  const names = (view: Stage) => view.all('[data-part="agents"] tbody th').map((one) => one.textContent);

  test('are sorted by any column, those without a value last', () => {
    const agents = [
      { agent: 'a', figures: [count('answered', 2), rate('within', 1, 2)] },
      { agent: 'b', figures: [count('answered', 9), rate('within', 0, 0)] },
      { agent: 'c', figures: [count('answered', 5), rate('within', 5, 5)] },
    ];
    const view = show({ report: { ...report, agents } });
    expect(names(view)).toEqual(['b', 'c', 'a']);
    view.press(view.one('[title="按达标率排序"]'));
    expect(names(view)).toEqual(['c', 'a', 'b']);
    view.press(view.one('[title="按达标率排序"]'));
    expect(names(view)).toEqual(['a', 'c', 'b']);
    expect(view.one('[aria-sort="ascending"]').textContent).toBe('达标率');
  });
});

describe('without figures', () => {
  const { report: _report, choice: _choice, ...bare } = show().model;

  test('the page says what it waits for, and offers to ask again when nobody answers', () => {
    const view = show();
    const draw = (model: FiguresModel) => view.render(<FiguresView model={model} actions={view.actions} />);
    draw({ ...bare, state: 'loading' });
    expect(view.root.textContent).toContain('正在读取');
    draw({ ...bare, places: [] });
    expect(view.root.textContent).toContain('还没有数据');
    draw({ ...bare, state: 'failed' });
    view.press(view.named('再试一次'));
    expect(view.actions.again).toHaveBeenCalledOnce();
    draw({ ...bare, choice: view.model.choice as never, progress: { done: 3, of: 365 } });
    expect(view.one('progress').getAttribute('value')).toBe('3');
    draw({ ...view.model, state: 'failed' });
    expect(view.one('[role="alert"]').textContent).toContain('上一次的数据');
    expect(tile(view, 'mean')).toBeTruthy();
  });

  test('a span without a message draws no chart and leads to the last day that has some', () => {
    const question = { platform: 'pdd' as const, ...rangeOf('today', '2026-12-24') };
    const empty = generatedReport({ question, asOf: 0, perDay: 10 });
    const view = show({ report: empty });
    expect(view.all('.sb-chart')).toHaveLength(0);
    expect(view.root.textContent).not.toMatch(/NaN|undefined|Infinity/);
    view.press(view.named('看最近有数据的一天'));
    expect(view.actions.chooseDays).toHaveBeenCalledExactlyOnceWith(TODAY, TODAY);
  });
});
