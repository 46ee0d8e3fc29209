// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Dock } from '../../../components/dock/Dock.tsx';
import type { DockActions, DockModel } from '../../../components/dock/model.ts';
import { WaitingSection } from '../../../components/dock/WaitingSection.tsx';
import { everySecond } from '../../../components/ui/every-second.ts';
import { rowsInForce } from '../../../rules/packs/rows-in-force.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import type { WaitingBuyer } from '../../../rules/turns/queue.ts';
import type { QuietChat } from '../../../storage/schemas/queue.ts';
import { stage } from './stage.tsx';

const at = (hour: number, minute = 0, second = 0): number =>
  shanghaiEpoch(2026, 3, 5, hour, minute, second) ?? Number.NaN;
const noon = at(12);

const waits = (patch: Partial<WaitingBuyer> = {}): WaitingBuyer => {
  const buyer = patch.buyer ?? 'b';
  const platform = patch.platform ?? 'taobao';
  return {
    key: `${platform}|s|${buyer}`,
    platform,
    shop: 's',
    buyer,
    nick: buyer,
    since: noon,
    precision: 's',
    first: false,
    limits: { soft: 60, warn: 100, breach: 180 },
    failed: false,
    ...patch,
  };
};
const quiet = (buyer: string, since: number): QuietChat => ({
  key: `taobao|s|${buyer}`,
  platform: 'taobao',
  shop: 's',
  buyer,
  since,
});
const model = (patch: Partial<DockModel>): DockModel => ({
  language: 'zh-CN',
  theme: 'light',
  place: { collapsed: false, top: 0.5 },
  orphaned: false,
  health: [],
  hasEditor: false,
  waiting: [],
  phrases: [],
  categories: [],
  ...patch,
});

function list(patch: Partial<DockModel>, now = noon) {
  const openConversation = vi.fn();
  const actions = { openConversation } as unknown as DockActions;
  const view = stage(<WaitingSection model={model(patch)} actions={actions} now={now} />, {
    trusted: true,
    now: () => now,
  });
  return {
    ...view,
    openConversation,
    names: () => view.all('.sb-waiting-name').map((one) => one.textContent),
  };
}

/** Of the dock beside its queue. */
const quietActions = {
  registers: { watch: () => undefined, look: () => new Promise(() => undefined) },
  guide: { chat: () => ({ values: {} }) },
} as unknown as DockActions;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a waiting buyer', () => {
  test('says what the wait costs, metric by metric, and by the rows in force', () => {
    const view = list({ waiting: [waits()] }, noon + 128_000);
    const stakes = () => view.all('.sb-waiting-stakes > span').map((one) => one.textContent);
    expect(stakes()).toEqual(['TB-AVG 已等 128 秒', 'TB-3M 还剩 52 秒', 'TB-RR 客户最后发言；一个表情即可']);
    const rows = rowsInForce({}).map((row) =>
      row.platform === 'taobao' && row.key === 'limit'
        ? { ...row, user_value: { kind: 'seconds' as const, seconds: 120 } }
        : row,
    );
    const other = list({ waiting: [waits()], rows }, noon + 128_000);
    expect(other.one('.sb-waiting-stakes').textContent).toContain('TB-3M 超时 8 秒');
  });

  test('shows the clock of the platform’s hours beside the calendar’s where they differ', () => {
    const evening = at(22, 58);
    const view = list({ waiting: [waits({ since: evening })] }, at(23, 3));
    expect(view.one('.sb-clock').textContent).toBe('超时 02:00');
    expect(view.one('.sb-waiting-details').textContent).toBe('已等 05:00 · 时段内 02:00');
    expect(view.one('.sb-waiting').dataset.outside).toBeUndefined();
    expect(list({ waiting: [waits()] }, noon + 60_000).all('.sb-waiting-details')).toEqual([]);
  });

  test('is grey where the platform does not count it', () => {
    const view = list({ waiting: [waits({ since: at(23, 30) })] }, at(23, 31));
    expect(view.one('.sb-waiting').dataset.outside).toBe('true');
    expect(view.one('.sb-waiting').textContent).toContain('时段外');
    expect(view.one('.sb-waiting-stakes').textContent).toBe('TB-RR 客户最后发言；一个表情即可');
  });

  test('tells its marketplace and shop only where the list holds several', () => {
    const both = [waits(), waits({ platform: 'pdd', buyer: 'c' })];
    const details = (waiting: WaitingBuyer[]) =>
      list({ waiting })
        .all('.sb-waiting-details')
        .map((one) => one.textContent);
    expect(details([waits()])).toEqual([]);
    expect(details(both)).toEqual(['淘宝', '拼多多']);
    expect(details([waits(), waits({ key: 'taobao|s2|b', shop: 's2' })])).toEqual(['s', 's2']);
  });
});

describe('the lists', () => {
  const lastWords = [quiet('谢谢', noon - 3_600_000), quiet('b', noon)];
  const closable = [quiet('好的', noon - 300_000)];

  test('keep the order they are given in, and offer only what holds somebody', () => {
    const view = list({ waiting: [waits({ buyer: '先' }), waits({ buyer: '后', since: noon - 99_000 })] });
    expect(view.names()).toEqual(['先', '后']);
    expect(view.all('[role=radiogroup]')).toEqual([]);
  });

  test('show who had the last word and what can be closed; a click opens the chat', () => {
    const view = list({ waiting: [waits()], lastWords, closable });
    expect(view.all('[role=radiogroup] label').map((one) => one.textContent)).toEqual([
      '等待 1',
      '最后发言 2',
      '可关闭 1',
    ]);
    view.press(view.named('最后发言'));
    expect(view.one('.sb-quiet-hint').textContent).toBe('客户最后发言；一个表情即可');
    expect(view.names()).toEqual(['谢谢', 'b']);
    expect(view.one('.sb-quiet-ago').textContent).toBe('1 小时前');
    view.press(view.one('.sb-waiting'));
    expect(view.openConversation).toHaveBeenCalledExactlyOnceWith(lastWords[0]);
    view.press(view.named('可关闭'));
    expect(view.names()).toEqual(['好的']);
  });

  test('that ran empty leave the agent with those who wait', () => {
    const view = list({ waiting: [waits()], closable });
    view.press(view.named('可关闭'));
    const actions = { openConversation: vi.fn() } as unknown as DockActions;
    view.render(<WaitingSection model={model({ waiting: [waits()] })} actions={actions} now={noon} />);
    expect(view.names()).toEqual(['b']);
  });

  test('of hundreds show the first fifty until asked for more', () => {
    const waiting = Array.from({ length: 120 }, (_, i) => waits({ buyer: `b${i}` }));
    const view = list({ waiting });
    expect(view.names()).toHaveLength(50);
    view.press(view.named('再显示 50 位'));
    expect(view.names()).toHaveLength(100);
    view.press(view.named('再显示 20 位'));
    expect(view.names()).toHaveLength(120);
  });
});

describe('the way to the figures', () => {
  const figures = (patch: Partial<DockModel>) => {
    const openFigures = vi.fn();
    const actions = { openFigures } as unknown as DockActions;
    const view = stage(<WaitingSection model={model(patch)} actions={actions} now={noon} />, {
      trusted: true,
    });
    return { ...view, openFigures };
  };

  test('stands above the queue, also when it is empty, and is a button for hand and keys', () => {
    const view = figures({});
    const button = view.named('数据');
    expect([button.tagName, button.tabIndex]).toEqual(['BUTTON', 0]);
    view.press(button);
    expect(view.openFigures).toHaveBeenCalledOnce();
  });

  test('beside the choice of lists it is an icon with a name', () => {
    const view = figures({ waiting: [waits()], closable: [quiet('好的', noon)] });
    const button = view.named('打开数据页');
    expect(button.textContent).toBe('');
    view.press(button);
    expect(view.openFigures).toHaveBeenCalledOnce();
  });

  test('takes only the agent’s own press', () => {
    const openFigures = vi.fn();
    const actions = { openFigures } as unknown as DockActions;
    const view = stage(<WaitingSection model={model({})} actions={actions} now={noon} />);
    view.press(view.named('数据'));
    expect(openFigures).not.toHaveBeenCalled();
  });
});

describe('guards', () => {
  const docked = (patch: Partial<DockModel>, now: number) =>
    stage(<Dock model={model(patch)} actions={quietActions} />, {
      trusted: true,
      now: () => now,
    });

  test('a quarter of an hour before the window closes the dock says who still waits', () => {
    const waiting = [waits({ since: at(22, 40) }), waits({ buyer: 'c', since: at(22, 41) })];
    expect(docked({ waiting }, at(22, 44)).all('.sb-line')).toEqual([]);
    expect(docked({ waiting }, at(22, 52)).one('.sb-line').textContent).toBe(
      '离 23:00 截止还有 8 分钟，2 位买家还没回复',
    );
    expect(docked({ waiting }, at(23, 0)).all('.sb-line')).toEqual([]);
  });

  test('an open conversation on Taobao with an open turn warns of the transfer; another platform, or an answered one, does not', () => {
    const open = { waiting: [waits()], openConversation: 'taobao|s|b' };
    expect(docked(open, noon + 5_000).one('.sb-line').textContent).toContain('先回一句再转接');
    expect(docked({ ...open, openConversation: 'taobao|s|c' }, noon).all('.sb-line')).toEqual([]);
    const other = { waiting: [waits({ platform: 'pdd' })], openConversation: 'pdd|s|b' };
    expect(docked(other, noon).all('.sb-line')).toEqual([]);
  });
});

describe('the clock of a page', () => {
  test('is one timer for all, none while nobody listens or the page is hidden, and right at once when it is seen again', () => {
    vi.useFakeTimers();
    const start = vi.spyOn(globalThis, 'setInterval');
    let hidden = false;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    const see = (next: boolean): void => {
      hidden = next;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const told: string[] = [];
    everySecond(() => told.push('a'), one.signal);
    everySecond(() => told.push('b'), two.signal);
    expect(start).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(2_000);
    expect(told.join('')).toBe('abab');
    see(true);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveLength(4);
    see(false);
    expect(told.join('')).toBe('ababab');
    one.abort();
    vi.advanceTimersByTime(1_000);
    expect(told.at(-1)).toBe('b');
    two.abort();
    expect(vi.getTimerCount()).toBe(0);
    see(true);
    see(false);
    expect(told).toHaveLength(7);
  });

  test('does not run in a dock in which nobody waits', () => {
    vi.useFakeTimers();
    const start = vi.spyOn(globalThis, 'setInterval');
    const view = stage(<Dock model={model({ hasEditor: true })} actions={quietActions} />);
    expect(start).not.toHaveBeenCalled();
    view.render(<Dock model={model({ hasEditor: true, waiting: [waits()] })} actions={quietActions} />);
    expect(start).toHaveBeenCalledOnce();
  });
});
