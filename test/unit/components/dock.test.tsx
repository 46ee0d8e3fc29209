// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Dock } from '../../../components/dock/Dock.tsx';
import type {
  DockActions,
  DockModel,
  HealthLine,
  PriceRequest,
  PriceView,
} from '../../../components/dock/model.ts';
import { say } from '../../../rules/language/local-text.ts';
import type { WaitingBuyer } from '../../../rules/turns/queue.ts';
import { stage } from './stage.tsx';

const start = 1_700_000_000_000;
const waits = (patch: Partial<WaitingBuyer> = {}): WaitingBuyer => ({
  key: 'pdd|s|b',
  platform: 'pdd',
  shop: 's',
  buyer: 'b',
  nick: '西瓜',
  since: start,
  precision: 's',
  first: false,
  limits: { soft: 30, warn: 120, breach: 180 },
  failed: false,
  ...patch,
});

const phrases = [
  { id: 'p1', title: '发货时间', text: '今天发', code: 'fhsj', category: '发货' },
  { id: 'p2', title: '您好', text: '您好呀', category: '接待' },
  { id: 'p3', title: '在的', text: '在的亲', category: '接待' },
];

const model = (patch: Partial<DockModel> = {}): DockModel => ({
  language: 'zh-CN',
  theme: 'light',
  place: { collapsed: false, top: 0.5 },
  orphaned: false,
  health: [],
  hasEditor: true,
  waiting: [],
  phrases,
  categories: ['接待', '发货'],
  ...patch,
});

function actionsOf() {
  return {
    place: vi.fn(),
    pause: vi.fn(),
    insertPhrase: vi.fn(),
    showWord: vi.fn(),
    releaseWord: vi.fn(),
    replaceWord: vi.fn(),
    newCard: vi.fn(),
    searchCards: vi.fn(async () => []),
    readAddress: vi.fn(async () => ({ problem: 'empty' as const })),
    insertText: vi.fn(),
    copyImage: vi.fn(),
    dropOffer: vi.fn(),
    beginAnew: vi.fn(),
    askPhrase: vi.fn(),
    searchPhrases: vi.fn((query: string) =>
      phrases.filter((phrase) => phrase.title.includes(query)).map((phrase) => ({ phrase, ranges: [] })),
    ),
    dismissNotice: vi.fn(),
    copy: vi.fn(),
    jumpToOrder: vi.fn(),
    copyOrderNumbers: vi.fn(),
    noteOrder: vi.fn(),
    exportOrders: vi.fn(),
    noteMerge: vi.fn(),
    openConversation: vi.fn(),
    previewPrice: vi.fn(),
    fillPrice: vi.fn(),
    priceFacts: vi.fn(async () => undefined),
    searchPrices: vi.fn(async () => undefined),
    putNumber: vi.fn(async () => 'filled' as const),
    fillReview: vi.fn(),
    redraftReview: vi.fn(),
    jumpToReview: vi.fn(),
    openTool: vi.fn(),
    guide: {
      follow: vi.fn(),
      chat: vi.fn(() => ({ values: {} })),
      recall: vi.fn(),
      keep: vi.fn(),
      write: vi.fn(),
    },
    registers: {
      platform: 'pdd',
      look: vi.fn(async () => undefined),
      watch: vi.fn(),
      write: vi.fn(),
      setStatus: vi.fn(),
      ofNumber: vi.fn(async () => []),
      memo: vi.fn(() => ''),
      followReturns: vi.fn(),
      scanned: vi.fn(() => []),
      keepScanned: vi.fn(),
      showList: vi.fn(),
    },
    openOptions: vi.fn(),
    reloadPage: vi.fn(),
    pointAt: vi.fn(),
    copyReport: vi.fn(),
    setPage: vi.fn(),
  } satisfies DockActions;
}

function show(patch: Partial<DockModel> = {}, options: { trusted?: boolean; now?: () => number } = {}) {
  const actions = actionsOf();
  const view = stage(<Dock model={model(patch)} actions={actions} />, { trusted: true, ...options });
  return {
    ...view,
    actions,
    update: (next: Partial<DockModel>) => view.render(<Dock model={model(next)} actions={actions} />),
    tabs: () => view.all('[role=tab]').map((tab) => tab.dataset.tab),
  };
}

afterEach(() => vi.useRealTimers());

describe('waiting buyers', () => {
  test.each([
    [0, '00:00', 'fresh'],
    [29.9, '00:29', 'fresh'],
    [30, '00:30', 'soft'],
    [119, '01:59', 'soft'],
    [120, '02:00', 'warn'],
    [179, '02:59', 'warn'],
    [180, '超时 00:00', 'breach'],
    [275, '超时 01:35', 'breach'],
    [180 + 3_725, '超时 1:02:05', 'breach'],
    [-20, '00:00', 'fresh'],
  ])('after %s s the clock says %s in the colour %s', (seconds, text, step) => {
    const view = show({ waiting: [waits()], hasEditor: false }, { now: () => start + seconds * 1_000 });
    expect(view.one('.sb-clock').textContent).toBe(text);
    expect(view.one('.sb-clock').dataset.step).toBe(step);
  });

  test('a start known only to the minute is marked as approximate', () => {
    const view = show(
      { waiting: [waits({ precision: 'min' })], hasEditor: false },
      { now: () => start + 61_000 },
    );
    expect(view.one('.sb-clock').textContent).toBe('≈01:01');
  });

  test('the clock is read anew at each tick, so a throttled tab is right at its first', () => {
    vi.useFakeTimers();
    let now = start + 5_000;
    const view = show({ waiting: [waits()], hasEditor: false }, { now: () => now });
    expect(view.one('.sb-clock').textContent).toBe('00:05');
    now = start + 200_000;
    act(() => vi.advanceTimersByTime(1_000));
    expect(view.one('.sb-clock').textContent).toBe('超时 00:20');
  });

  test('stay in the order given, the open conversation marked, and a click opens the buyer', () => {
    const late = waits({ key: 'a', nick: '迟', since: start - 90_000 });
    const view = show(
      { waiting: [waits({ key: 'c', nick: '早' }), late], openConversation: 'a', hasEditor: false },
      { now: () => start },
    );
    expect(view.all('.sb-waiting-name').map((name) => name.textContent)).toEqual(['早', '迟']);
    expect(view.one('[aria-current]').textContent).toContain('正在看');
    view.press(view.all('.sb-waiting')[1] ?? view.root);
    expect(view.actions.openConversation).toHaveBeenCalledExactlyOnceWith(late);
  });

  test('the collapsed handle shows how many wait in the worst colour and opens on a click', () => {
    const view = show(
      {
        place: { collapsed: true, top: 0.5 },
        waiting: [waits(), waits({ key: 'x', since: start - 100_000 })],
      },
      { now: () => start + 40_000 },
    );
    const handle = view.one('[data-drag-handle]');
    expect(handle.textContent).toBe('2');
    expect(handle.dataset.step).toBe('warn');
    expect(handle.getAttribute('aria-label')).toBe('展开手边，2 位买家等待回复');
    view.press(handle);
    expect(view.actions.place).toHaveBeenCalledExactlyOnceWith({ collapsed: false, top: 0.5 });
  });
});

const price = (part: Partial<PriceView>): PriceView => ({
  platform: 'xianyu',
  hasFreight: false,
  rule: say('没有公开的规则', 'no public rule'),
  ...part,
});

describe('sections', () => {
  const orders = { rows: 2, counts: [], merges: [], list: [], table: { name: '本店', example: false } };

  test.each([
    ['a page without anything', { hasEditor: false }, []],
    ['a chat page', {}, ['phrases', 'waiting', 'tools']],
    [
      'an order page while a buyer waits',
      { hasEditor: false, orders, waiting: [waits()] },
      ['orders', 'waiting', 'tools'],
    ],
    ['a price dialog in a chat', { price: price({}) }, ['price', 'phrases', 'waiting', 'tools']],
  ])('%s shows only the tabs that apply', (_, patch, tabs) => {
    expect(show(patch).tabs()).toEqual(tabs);
  });

  test('a price dialog that opens comes to the front, and what was open before it does not stay chosen', () => {
    const view = show({ waiting: [waits()] });
    view.press(view.one('[data-tab=waiting]'));
    expect(view.one('[role=tab][aria-selected=true]').dataset.tab).toBe('waiting');
    view.update({ waiting: [waits()], price: price({}) });
    expect(view.one('[role=tab][aria-selected=true]').dataset.tab).toBe('price');
  });

  test('an orphaned script says so and offers nothing else', () => {
    const view = show({ orphaned: true, waiting: [waits()], orders });
    expect(view.tabs()).toEqual([]);
    view.press(view.named('刷新本页'));
    expect(view.actions.reloadPage).toHaveBeenCalledOnce();
  });

  test('a broken map is one line above the sections, with what can be done about it', () => {
    const line: HealthLine = {
      level: 'broken',
      page: 'chat',
      kind: say('聊天页', 'chat page'),
      field: 'editor',
      fieldName: say('输入框', 'editor'),
      text: say('读不到输入框', 'no editor'),
    };
    const view = show({ health: [line] });
    expect(view.one('[role=alert] .sb-line-text').textContent).toBe('读不到输入框');
    view.press(view.named('指给它看'));
    expect(view.actions.pointAt).toHaveBeenCalledExactlyOnceWith({ kind: 'chat', field: 'editor' });
    view.press(view.named('复制报告'));
    expect(view.actions.copyReport).toHaveBeenCalledExactlyOnceWith(line);
    view.press(view.named('这一页先关掉'));
    expect(view.actions.setPage).toHaveBeenCalledExactlyOnceWith('chat', false);
    view.update({ health: [{ ...line, level: 'off', field: '', text: say('聊天页已关掉', 'off') }] });
    expect(view.all('[role=alert]')).toEqual([]);
    view.press(view.named('重新打开'));
    expect(view.actions.setPage).toHaveBeenLastCalledWith('chat', true);
  });

  test('a page with a health line is not also said to have nothing to show', () => {
    const line = {
      level: 'broken' as const,
      page: 'orders' as const,
      kind: say('订单页', 'order page'),
      field: 'orderId',
      fieldName: say('订单号', 'order number'),
      text: say('订单页读不到「订单号」', 'no order number'),
    };
    const view = show({ hasEditor: false, waiting: [], health: [] });
    expect(view.root.textContent).toContain('暂时没有要提示的内容');
    view.update({ health: [line] });
    expect(view.root.textContent).not.toContain('暂时没有要提示的内容');
  });

  test('a notice offers its text to copy and goes when dismissed', () => {
    const view = show({ notice: { id: 'n', level: 'stop', text: say('没有放进', 'failed'), copy: '原文' } });
    view.press(view.named('复制'));
    expect(view.actions.copy).toHaveBeenCalledExactlyOnceWith('原文');
    view.press(view.named('知道了'));
    expect(view.actions.dismissNotice).toHaveBeenCalledOnce();
  });
});

describe('phrases', () => {
  test('one click inserts, and a category narrows the list', () => {
    const view = show();
    view.press(view.named('接待'));
    expect(view.all('[role=option]').map((row) => row.dataset.phrase)).toEqual(['p2', 'p3']);
    view.press(view.all('[role=option]')[1] ?? view.root);
    expect(view.actions.insertPhrase).toHaveBeenCalledExactlyOnceWith('p3');
  });

  test('search goes over all categories, arrows choose, Enter inserts, an input method keeps its Enter', () => {
    const view = show();
    const box = view.one('[role=combobox]');
    view.press(view.named('发货'));
    view.type(box, '的');
    expect(view.all('[role=option]').map((row) => row.dataset.phrase)).toEqual(['p3']);
    view.key(box, { key: 'Enter', isComposing: true });
    expect(view.actions.insertPhrase).not.toHaveBeenCalled();
    view.key(box, { key: 'Enter' });
    expect(view.actions.insertPhrase).toHaveBeenCalledExactlyOnceWith('p3');
    view.key(box, { key: 'Escape' });
    view.key(box, { key: 'ArrowUp' });
    expect(view.one('[role=option][aria-selected=true]').dataset.phrase).toBe('p1');
  });

  test('a page cannot press anything', () => {
    const view = show({ waiting: [waits()] }, { trusted: false });
    view.press(view.one('[role=option]'));
    view.press(view.named('收起'));
    view.key(view.one('[role=combobox]'), { key: 'Enter' });
    expect(view.actions.insertPhrase).not.toHaveBeenCalled();
    expect(view.actions.place).not.toHaveBeenCalled();
  });

  test('pressing a phrase with the mouse leaves the focus in the page', () => {
    const view = show();
    const event = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    act(() => {
      view.one('[role=option]').dispatchEvent(event);
    });
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('orders', () => {
  const orders = {
    rows: 60,
    counts: [
      {
        flag: 'ship-late' as const,
        label: say('超时未发', 'late'),
        level: 'stop' as const,
        orders: [{ key: 'a', orderId: '100' }, { key: 'b' }],
      },
      { flag: 'remote' as const, label: say('偏远', 'remote'), level: 'warn' as const, orders: [] },
    ],
    merges: [
      {
        group: 'g',
        platform: 'jd' as const,
        consent: { state: 'unasked' as const },
        memo: '11-24 07 合并发货: 100、300',
        question: '可以合并吗？',
        orders: [
          { key: 'a', orderId: '100' },
          { key: 'c', orderId: '300' },
        ],
        reasonsFor: [say('同一买家', 'same buyer')],
        reasonsAgainst: [say('姓名打码', 'masked name')],
      },
    ],
    list: [],
    table: { name: '示例店铺快递表', example: true },
  };

  test('an order stays open while the tool it asked for is in front', () => {
    const order = { key: 'a', platform: 'jd' as const, orderId: '100', lines: [] };
    const shown = { hasEditor: false, orders: { ...orders, list: [{ order, flags: [] }] } };
    const view = show(shown);
    view.press(view.one('.sb-order-open'));
    view.press(view.named('处理步骤'));
    expect(view.actions.openTool).toHaveBeenCalledExactlyOnceWith('guide', { orderKey: 'a' });
    view.update({ ...shown, tool: { id: 'guide', orderKey: 'a', turn: 1 } });
    expect(view.all('.sb-order-details')).toEqual([]);
    view.press(view.one('[data-tab=orders]'));
    expect(view.one('.sb-order-details').dataset.order).toBe('100');
  });

  test('a merge group shows reasons for and against, and the example table is called an example', () => {
    const view = show({ hasEditor: false, orders });
    view.press(view.named('合并 1'));
    expect(view.one('[data-merge=g] .sb-reasons').textContent).toBe('支持同一买家注意姓名打码');
    expect(view.one('.sb-example').textContent).toContain('示例店');
  });
});

describe('price', () => {
  const request: PriceRequest = { way: 'target', value: '99' };
  const withPreview = (preview: object) => ({
    price: price({
      current: 12_800,
      hasFreight: true,
      preview: { request, blocks: [], confirms: [], warnings: [], ...preview },
    }),
  });

  test('each change is previewed, and only a preview of what is typed may be filled', () => {
    const view = show({ price: price({ current: 12_800, hasFreight: true }) });
    view.type(view.one('.sb-price input[type=text]'), '99');
    expect(view.actions.previewPrice).toHaveBeenLastCalledWith(request);
    expect(view.named('填入')).toHaveProperty('disabled', true);
    view.update(withPreview({ newPrice: 9_900, delta: -2_900, payable: 9_900 }));
    expect(view.one('.sb-sums').textContent).toBe('改后¥99.00差额−29.00买家实付¥99.00');
    view.press(view.named('填入'));
    expect(view.actions.fillPrice).toHaveBeenCalledExactlyOnceWith(request);
    view.type(view.one('.sb-price input[type=text]'), '98');
    expect(view.named('填入')).toHaveProperty('disabled', true);
  });

  test('a block is said and stops the fill, a warning is said and does not', () => {
    const view = show(withPreview({ newPrice: 100, blocks: [say('低于底价', 'below floor')] }));
    expect(view.one('[role=alert]').textContent).toBe('低于底价');
    expect(view.named('填入')).toHaveProperty('disabled', true);
    view.key(view.one('.sb-price input[type=text]'), { key: 'Enter' });
    expect(view.actions.fillPrice).not.toHaveBeenCalled();
    view.update(withPreview({ newPrice: 100, warnings: [say('降得多', 'steep')] }));
    expect(view.named('填入')).toHaveProperty('disabled', false);
  });

  test('says that confirming stays with the agent', () => {
    expect(show({ price: price({}) }).root.textContent).toContain('「确定修改」由您自己点');
  });
});

describe('reviews', () => {
  const review = (key: string, polarity: 'bad' | 'good', draft: string) => ({
    key,
    text: '内容',
    reason: say('原因', 'reason'),
    polarity,
    draft,
  });

  test('bad ones come first; the edited draft is what is filled; another draft replaces the edit', () => {
    const bad = review('r1', 'bad', '抱歉');
    const view = show({ reviews: { rows: 2, unanswered: [review('r2', 'good', '谢谢'), bad] } });
    expect(view.all('[data-review]').map((card) => card.dataset.review)).toEqual(['r1', 'r2']);
    view.type(view.one('textarea'), '抱歉，已改');
    view.press(view.named('填入'));
    expect(view.actions.fillReview).toHaveBeenCalledExactlyOnceWith('r1', '抱歉，已改');
    view.press(view.named('换一条'));
    expect(view.actions.redraftReview).toHaveBeenCalledExactlyOnceWith('r1');
    view.update({ reviews: { rows: 2, unanswered: [{ ...bad, draft: '新的一条' }] } });
    expect(view.one('textarea')).toHaveProperty('value', '新的一条');
  });
});
