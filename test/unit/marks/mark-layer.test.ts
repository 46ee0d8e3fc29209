// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMarkLayer, type MarkLayer, type MarkRow } from '../../../content/marks/mark-layer.ts';

let controller: AbortController;
let layer: MarkLayer;
const onAction = vi.fn();

const host = (n: number): Element => {
  const found = document.querySelectorAll('.row')[n];
  if (!found) throw new Error(`no row ${n}`);
  return found;
};
const row = (n: number, more: Partial<MarkRow> = {}): MarkRow => ({
  key: `o${n}`,
  host: host(n),
  attribute: 'data-order',
  id: `30000000001${n}`,
  flags: ['remote', 'ship-today'],
  chips: [{ text: '偏远 · 新疆', level: 'warn', title: '收货地在新疆' }],
  ...more,
});
const marks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('shoubian-mark')];
const inside = (n: number, css: string): HTMLElement[] => [
  ...(marks()[n]?.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? []),
];
function press(target: Element | undefined, isTrusted: boolean): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target?.dispatchEvent(event);
}

beforeEach(() => {
  document.body.innerHTML = '<div class="row"></div><div class="row"></div><div class="row"></div>';
  controller = new AbortController();
  onAction.mockReset();
  layer = createMarkLayer({ document, shadowMode: 'open', signal: controller.signal, onAction });
});
afterEach(() => controller.abort());

describe('the mark layer', () => {
  it('adds one mark per row as the last child, with its id and flags', () => {
    layer.sync([row(0), row(1)]);
    expect(marks().map((mark) => [mark.getAttribute('data-order'), mark.getAttribute('data-flags')])).toEqual(
      [
        ['300000000010', 'remote ship-today'],
        ['300000000011', 'remote ship-today'],
      ],
    );
    expect(host(0).lastElementChild).toBe(layer.elementOf('o0'));
    expect(inside(0, '.chip').map((chip) => [chip.tagName, chip.textContent, chip.title])).toEqual([
      ['SPAN', '偏远 · 新疆', '收货地在新疆'],
    ]);
  });

  it('touches nothing when nothing changed', async () => {
    layer.sync([row(0), row(1)]);
    const chip = inside(0, '.chip')[0];
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    layer.sync([row(0), row(1)]);
    await new Promise((done) => setTimeout(done));
    observer.disconnect();
    expect(records).toEqual([]);
    expect(inside(0, '.chip')[0]).toBe(chip);
  });

  it('draws a changed row again, in the same element, and only that row', () => {
    layer.sync([row(0), row(1)]);
    const [first, second] = marks();
    const untouched = inside(1, '.chip')[0];
    layer.sync([row(0, { flags: ['stuck'], chips: [{ text: '停滞', level: 'stop', title: '' }] }), row(1)]);
    expect(marks()).toEqual([first, second]);
    expect(first?.getAttribute('data-flags')).toBe('stuck');
    expect(inside(0, '.chip').map((chip) => chip.className)).toEqual(['chip stop']);
    expect(inside(1, '.chip')[0]).toBe(untouched);
  });

  it('puts back a mark the page wiped, moves with its row, and leaves with it', () => {
    layer.sync([row(0), row(1)]);
    host(0).textContent = '';
    layer.sync([row(0), row(1)]);
    expect(host(0).querySelectorAll('shoubian-mark')).toHaveLength(1);
    layer.sync([row(0, { host: host(2) })]);
    expect(marks()).toHaveLength(1);
    expect(host(2).querySelectorAll('shoubian-mark')).toHaveLength(1);
    layer.sync([]);
    expect(marks()).toEqual([]);
    expect(layer.elementOf('o0')).toBeUndefined();
  });

  it('shows one mark for a key that comes twice', () => {
    layer.sync([row(0), row(0, { host: host(1) })]);
    expect(marks()).toHaveLength(1);
  });

  it('takes everything away when its signal aborts, and adds nothing after', () => {
    layer.sync([row(0)]);
    controller.abort();
    expect(marks()).toEqual([]);
    layer.sync([row(0)]);
    expect(marks()).toEqual([]);
  });

  it('makes buttons of chips with an action and of actions, and acts on trusted presses only', () => {
    layer.sync([
      row(0, {
        chips: [{ text: '可合并', level: 'info', title: '同一买家', action: 'merge' }],
        body: '亲，抱歉让您久等了',
        actions: [{ id: 'copy', label: '复制' }],
      }),
    ]);
    const buttons = inside(0, 'button');
    expect(buttons.map((one) => one.textContent)).toEqual(['可合并', '复制']);
    expect(inside(0, '.body')[0]?.textContent).toBe('亲，抱歉让您久等了');
    press(buttons[0], false);
    expect(onAction).not.toHaveBeenCalled();
    press(buttons[0], true);
    press(buttons[1], true);
    press(inside(0, '.body')[0], true);
    expect(onAction.mock.calls).toEqual([
      ['o0', 'merge'],
      ['o0', 'copy'],
    ]);
  });

  it('keeps presses from the page, so that no row is selected by them', () => {
    layer.sync([row(0, { actions: [{ id: 'copy', label: '复制' }] })]);
    const seen = vi.fn();
    host(0).addEventListener('click', seen);
    press(inside(0, 'button')[0], true);
    expect(seen).not.toHaveBeenCalled();
  });

  it('keeps the focus on a button that is drawn again', () => {
    const actions = [{ id: 'copy', label: '复制' }];
    layer.sync([row(0, { actions })]);
    inside(0, 'button')[0]?.focus();
    layer.sync([row(0, { actions, body: '新的草稿' })]);
    expect(marks()[0]?.shadowRoot?.activeElement?.textContent).toBe('复制');
  });

  it.each([
    ['a table row', '<table><tbody><tr class="row"><td>a</td><td id="last">b</td></tr></tbody></table>'],
    [
      'a table body',
      '<table><tbody class="row"><tr><td>a</td></tr><tr><td id="last">b</td></tr></tbody></table>',
    ],
    ['a picture', '<div id="last"><img class="row"></div>'],
  ])('goes where %s can hold it', (_, html) => {
    document.body.innerHTML = html;
    layer.sync([row(0)]);
    expect(marks()[0]?.parentElement?.id).toBe('last');
    layer.sync([row(0)]);
    expect(marks()).toHaveLength(1);
  });

  it('stands in line in a flex row and on a line of its own elsewhere', () => {
    document.body.innerHTML = '<div class="row" style="display:flex"></div><div class="row"></div>';
    layer.sync([row(0), row(1)]);
    expect(marks().map((mark) => mark.hasAttribute('data-inline'))).toEqual([true, false]);
  });

  it('follows an explicit theme', () => {
    layer.sync([row(0)]);
    layer.setTheme('dark');
    layer.sync([row(0), row(1)]);
    expect(marks().map((mark) => mark.getAttribute('data-theme'))).toEqual(['dark', 'dark']);
    layer.setTheme('auto');
    expect(marks().some((mark) => mark.hasAttribute('data-theme'))).toBe(false);
  });

  it('lets the page see nothing in a closed root', () => {
    const closed = createMarkLayer({ document, shadowMode: 'closed', signal: controller.signal, onAction });
    closed.sync([row(2)]);
    expect(marks()[0]?.shadowRoot).toBeNull();
    expect(marks()[0]?.textContent).toBe('');
  });
});
