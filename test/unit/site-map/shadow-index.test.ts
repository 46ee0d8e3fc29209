// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findLabelled } from '../../../content/site-map/label.ts';
import { queryAll, scopeOf } from '../../../content/site-map/scope.ts';
import { createShadowIndex, type ShadowIndex } from '../../../content/site-map/shadow-index.ts';

let found: ShadowRoot[];
let index: ShadowIndex;
const always = (): boolean => true;

/** An element with an open shadow root. */
function host(html: string, parent: Node = document.body): Element {
  const element = document.createElement('order-row');
  element.attachShadow({ mode: 'open' }).innerHTML = html;
  parent.appendChild(element);
  return element;
}
const htmlOf = (): string[] => {
  const present = index.present();
  return typeof present === 'object' ? present.roots.map((root) => root.innerHTML) : [];
};

beforeEach(() => {
  document.body.innerHTML = '';
  found = [];
  index = createShadowIndex(document, (root) => found.push(root));
});

describe('the shadow roots of a page', () => {
  it('are none while nothing was looked through', () => {
    host('<b>1</b>');
    expect(index.present()).toBe(false);
  });

  it('are told once each, nested ones too, and stand in the order of the page', () => {
    const last = host('<b>3</b>');
    index.scan(document);
    expect(index.look(always)).toBe(true);
    const first = host('<b>1</b><div></div>');
    document.body.prepend(first);
    const inner = host('<b>2</b>', first.shadowRoot?.querySelector('div') ?? document.body);
    index.scan(first);
    index.look(always);
    index.scan(last);
    index.look(always);
    expect(found).toEqual([last.shadowRoot, first.shadowRoot, inner.shadowRoot]);
    expect(htmlOf().map((html) => html.match(/\d/)?.[0])).toEqual(['1', '2', '3']);
  });

  it('are forgotten when they leave the page, and found again when they come back', () => {
    const element = host('<b>1</b>');
    index.scan(document);
    index.look(always);
    element.remove();
    expect(index.present()).toBe(false);
    document.body.append(element);
    index.scan(element);
    expect(htmlOf()).toHaveLength(1);
  });

  it('are looked for in slices: what a task may not finish the next one goes on with', () => {
    document.body.innerHTML = '<i></i>'.repeat(1_200);
    host('<b>1</b>');
    index.scan(document);
    let slices = 1;
    while (!index.look(() => false)) slices += 1;
    expect(slices).toBe(3);
    expect(htmlOf()).toHaveLength(1);
  });

  it('are found in an element that attaches its root later', () => {
    const late = document.body.appendChild(document.createElement('late-list'));
    index.scan(document);
    index.look(always);
    expect(index.recheck()).toBe(false);
    late.attachShadow({ mode: 'open' }).innerHTML = '<b>1</b>';
    expect(index.nextCheck(0)).toBe(1_000);
    expect(index.recheck()).toBe(true);
    expect(htmlOf()).toHaveLength(1);
  });
});

describe('a search through shadow roots', () => {
  it('finds the same by the list a watcher keeps as by looking at every element', () => {
    const outer = document.body.appendChild(document.createElement('section'));
    const one = host('<b>订单编号：1</b><div></div>', outer);
    host('<b>订单编号：2</b>', one.shadowRoot?.querySelector('div') ?? outer);
    host('<b>订单编号：3</b>');
    index.scan(document);
    index.look(always);
    for (const scope of [[document], [outer], [one]]) {
      const byList = scopeOf(scope, index.present());
      const byLooking = scopeOf(scope, true);
      expect(queryAll(byList, 'b')).toEqual(queryAll(byLooking, 'b'));
      const numbers = findLabelled(byList, '订单编号').map((hit) => hit.text);
      expect(numbers).toEqual(findLabelled(byLooking, '订单编号').map((hit) => hit.text));
      expect(numbers.length).toBeGreaterThan(0);
    }
  });
});
