import type { LocatorObject } from '../../storage/schemas/site-map.ts';
import { readText } from '../site-map/read-text.ts';
import { parentAcross, queryAll, scopeOf } from '../site-map/scope.ts';
import { type AnchorKind, anchorsOf, rankOf } from './anchor.ts';
import { specOf } from './field-guide.ts';
import { fieldReadings, isSameText, type Reading } from './field-locator.ts';
import { rowScopes } from './rows.ts';
import { deriveSides, type Sides } from './sides.ts';

/** The messages of a chat, from one of the buyer's and one of the agent's. */
export interface MessageRows {
  items: readonly Element[];
  buyer: Element;
  agent: Element;
  locator: LocatorObject[];
  kind: AnchorKind;
  text: Reading | undefined;
  sides: Sides | undefined;
}

const pathTo = (element: Element): Element[] => {
  const path: Element[] = [];
  for (let at: Node | null = element; at; at = parentAcross(at))
    if (at.nodeType === 1) path.push(at as Element);
  return path;
};

/** The two elements, side by side, that hold one message each. */
function branches(
  one: Element,
  other: Element,
): { parent: Element; one: Element; other: Element } | undefined {
  const [a, b] = [pathTo(one), pathTo(other)];
  const parent = a.find((element) => b.includes(element));
  if (!parent) return undefined;
  const left = a[a.indexOf(parent) - 1];
  const right = b[b.indexOf(parent) - 1];
  return left && right ? { parent, one: left, other: right } : undefined;
}

/**
 * What finds every message, its text in both sides' messages, and what tells the sides apart.
 *
 * @param now epoch ms
 */
export function messageRows(
  buyerText: Element,
  agentText: Element,
  shadows: boolean,
  now: number,
): MessageRows | undefined {
  const found = branches(buyerText, agentText);
  if (!found) return undefined;
  const { parent, one: buyer, other: agent } = found;
  const page = scopeOf([buyer.ownerDocument], shadows);
  const siblings = [...parent.children].filter((child) => readText(child) !== '');
  const tried = new Set<string>();
  const fitting: { css: string; kind: AnchorKind; count: number; items: Element[] }[] = [];
  const consider = (css: string, kind: AnchorKind): void => {
    if (tried.has(css)) return;
    tried.add(css);
    const items = queryAll(page, css);
    if (!items.includes(buyer) || !items.includes(agent)) return;
    if (items.some((item) => item !== buyer && (item.contains(buyer) || buyer.contains(item)))) return;
    // Messages stand side by side; what else is found elsewhere is something else.
    const among = items.filter((item) => item.parentElement === parent).length;
    if (among < items.length * 0.6) return;
    fitting.push({ css, kind, count: among, items });
  };
  for (const { css, kind } of anchorsOf(buyer)) consider(css, kind);
  for (let at: Element | null = parent, path = buyer.localName, level = 0; at && level < 3; level += 1) {
    for (const outer of anchorsOf(at).slice(0, 4)) {
      for (const { css, kind } of anchorsOf(buyer).slice(0, 4))
        consider(`${outer.css} ${css}`, rankOf(kind) > rankOf(outer.kind) ? kind : outer.kind);
      if (buyer.localName === agent.localName) consider(`${outer.css} > ${path}`, outer.kind);
      consider(
        level === 0 ? `${outer.css} > *` : `${outer.css} > ${path.replace(/[\w-]+$/, '*')}`,
        outer.kind,
      );
    }
    path = `${at.localName} > ${path}`;
    at = at.parentElement;
  }
  const most = Math.max(0, ...fitting.map(({ count }) => count));
  const good = fitting
    .filter(({ count }) => count >= Math.min(most, siblings.length) * 0.7)
    .sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || b.count - a.count || a.css.length - b.css.length);
  const [best] = good;
  if (!best) return undefined;
  const kept = [
    best,
    ...good.filter(
      (one, i) => one.kind !== best.kind && good.findIndex((other) => other.kind === one.kind) === i,
    ),
  ].slice(0, 3);

  const spec = specOf('chat', 'messages.text');
  let text: Reading | undefined;
  if (spec) {
    const buyers = fieldReadings(buyerText, spec, rowScopes(best.items, buyer, undefined, shadows), now)[0];
    const agents = fieldReadings(agentText, spec, rowScopes(best.items, agent, undefined, shadows), now)[0];
    text = buyers;
    // The two sides may be drawn differently: then each has an alternative of its own.
    if (
      buyers &&
      agents &&
      !buyers.locator.some((one) =>
        agents.locator.some((other) => JSON.stringify(one) === JSON.stringify(other)),
      )
    ) {
      text = { ...buyers, locator: [...buyers.locator.slice(0, 2), ...agents.locator.slice(0, 2)] };
    } else if (buyers && agents) {
      const shared = buyers.locator.filter((one) =>
        agents.locator.some((other) => JSON.stringify(one) === JSON.stringify(other)),
      );
      text = {
        ...buyers,
        locator: [...shared, ...buyers.locator.filter((one) => !shared.includes(one))].slice(0, 3),
      };
    }
    if (text && !isSameText(text.value, readText(buyerText))) text = { ...text };
  }
  return {
    items: best.items,
    buyer,
    agent,
    locator: kept.map(({ css }) => ({ css })),
    kind: best.kind,
    text,
    sides: deriveSides(buyer, agent, best.items, shadows),
  };
}
