import type { LocatorObject } from '../../storage/schemas/site-map.ts';
import { isOwnNode } from '../site-map/own-nodes.ts';
import { readText } from '../site-map/read-text.ts';
import { membersOf } from '../site-map/row-list.ts';
import { parentAcross, queryAll, type Scope, scopeOf } from '../site-map/scope.ts';
import { hasText, isAlike } from './alike.ts';
import { type AnchorKind, anchorsOf, rankOf } from './anchor.ts';
import type { RowScopes } from './field-locator.ts';
import { hasNumber, turnsOf } from './turns.ts';
import { idTokens } from './value-source.ts';

/** One way to see rows around what was pointed at: which elements they are and what finds them. */
export interface RowLevel {
  /** First elements of the rows, in document order. */
  items: readonly Element[];
  /** The row that was pointed into. */
  sample: Element;
  group?: 'until-next';
  /** Selectors of other kinds, best first. */
  locator: LocatorObject[];
  kind: AnchorKind;
}

const rootOf = (element: Element): Document | ShadowRoot => element.getRootNode() as Document | ShadowRoot;

/** Selectors that find an element and its like in the page, with how much they rest on. */
function rowSelectors(element: Element): { css: string; kind: AnchorKind; cost: number }[] {
  const own = anchorsOf(element).filter(({ kind }) => kind !== 'id');
  const found = own.map(({ css, kind }) => ({ css, kind, cost: 0 }));
  const steps: string[] = [];
  let at = element.parentElement;
  let path = element.localName;
  for (let level = 0; level < 4 && at && at.localName !== 'html'; level += 1) {
    for (const outer of anchorsOf(at).slice(0, 4)) {
      const kind = (inner: AnchorKind): AnchorKind =>
        rankOf(outer.kind) > rankOf(inner) ? outer.kind : inner;
      for (const anchor of own.slice(0, 4)) {
        found.push({ css: `${outer.css} ${anchor.css}`, kind: kind(anchor.kind), cost: 10 + level });
      }
      // A bare tag within a container says less than a name of the row's own.
      found.push({
        css: `${outer.css} > ${path}`,
        kind: level > 0 ? 'position' : kind('class'),
        cost: 12 + level * 2,
      });
    }
    steps.push(path);
    path = `${at.localName} > ${path}`;
    at = at.parentElement;
  }
  found.push({
    css: element.localName.includes('-') ? element.localName : (steps.at(-1) ?? path),
    kind: 'position',
    cost: 40,
  });
  // A row that only its content tells from the others: the head of an order in a bare table.
  for (const inner of [...element.querySelectorAll('*')].slice(0, 12)) {
    const [anchor] = anchorsOf(inner);
    if (anchor && anchor.kind !== 'prefix')
      found.push({ css: `${element.localName}:has(${anchor.css})`, kind: anchor.kind, cost: 30 });
  }
  const span = element.querySelector(':scope > [colspan]');
  if (span)
    found.push({
      css: `${element.localName}:has(> [colspan="${span.getAttribute('colspan') ?? ''}"])`,
      kind: 'position',
      cost: 45,
    });
  return found;
}

const isNested = (elements: readonly Element[]): boolean => {
  const all = new Set<Node>(elements);
  return elements.some((element) => {
    for (let at = parentAcross(element); at; at = parentAcross(at)) if (all.has(at)) return true;
    return false;
  });
};

/**
 * What finds these rows and nothing else: the best selector, and one of each other kind. `like` decides whether a row
 * elsewhere (another column, another page) may be found too.
 */
function locate(wanted: readonly Element[], page: Scope, like: (element: Element) => boolean) {
  const [sample] = wanted;
  if (!sample) return undefined;
  const known = new Set(wanted);
  const fitting: { css: string; kind: AnchorKind; cost: number; items: Element[] }[] = [];
  const seen = new Set<string>();
  for (const { css, kind, cost } of rowSelectors(sample)) {
    if (seen.has(css) || seen.size > 70) continue;
    seen.add(css);
    const items = queryAll(page, css);
    const found = items.filter((item) => known.has(item)).length;
    if (found < wanted.length * 0.8 || isNested(items.slice(0, 400))) continue;
    const strangers = items.filter((item) => !known.has(item) && !like(item)).length;
    if (strangers > 0) continue;
    fitting.push({ css, kind, cost: cost + (wanted.length - found) * 4, items });
  }
  // All rows before nearly all, unless only their place finds them all.
  const misses = ({ items, kind }: (typeof fitting)[number]): number =>
    kind === 'position' ? 0 : Number(wanted.some((one) => !items.includes(one)));
  fitting.sort(
    (a, b) =>
      Number(a.kind === 'position') - Number(b.kind === 'position') ||
      misses(a) - misses(b) ||
      rankOf(a.kind) - rankOf(b.kind) ||
      a.cost - b.cost ||
      a.css.length - b.css.length,
  );
  const [best] = fitting;
  if (!best) return undefined;
  const kept = [best];
  for (const one of fitting) {
    if (
      kept.length < 3 &&
      one.items.length === best.items.length &&
      !kept.some(({ kind }) => kind === one.kind)
    )
      kept.push(one);
  }
  return { items: best.items, kind: best.kind, locator: kept.map(({ css }) => ({ css })) };
}

/** Scopes of rows as the engine makes them. */
export function rowScopes(
  items: readonly Element[],
  sample: Element,
  group: 'until-next' | undefined,
  shadows: boolean,
): RowScopes {
  const heads = new Set(items);
  const scope = (item: Element): Scope =>
    group === 'until-next' ? scopeOf(membersOf(item, heads), shadows, true) : scopeOf([item], shadows);
  const near = items.includes(sample) ? items.indexOf(sample) : 0;
  // Those around the one pointed into, which are on screen in a list that is drawn as it scrolls.
  const from = Math.max(0, Math.min(near - 10, items.length - 30));
  return { scopes: items.slice(from, from + 30).map(scope), sample: scope(sample) };
}

const scopeText = (scope: Scope): string => scope.elements.map((element) => readText(element)).join('\n');

const attributesText = (scope: Scope): string =>
  scope.elements
    .filter((element): element is Element => element.nodeType === 1)
    .flatMap((element) => [element, ...element.querySelectorAll('[data-id], [data-order-id]')])
    .flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^data-/.test(name)).map(({ value }) => value),
    )
    .join('\n');

/** How many rows show a number of their own; an order is a row that does, its goods lines are not. */
function ownNumbers(level: RowLevel, shadows: boolean): number {
  const { scopes } = rowScopes(
    level.items.slice(0, 30),
    level.items[0] ?? level.sample,
    level.group,
    shadows,
  );
  const times = new Map<string, number>();
  const texts = scopes.map(scopeText);
  const numbersIn = (text: string): Set<string> =>
    new Set(idTokens(text).filter((token) => token.replace(/\D/g, '').length >= 8));
  // What the rows show counts; what only their attributes hold counts where none shows any.
  const shown = texts.map(numbersIn);
  const each = shown.some(({ size }) => size > 0)
    ? shown
    : scopes.map((scope) => numbersIn(attributesText(scope)));
  for (const tokens of each) for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1);
  return each.filter((tokens) => [...tokens].some((token) => times.get(token) === 1)).length;
}

/**
 * The levels at which what was pointed at repeats, from the innermost out, and which of them is likeliest the row.
 *
 * @param numbered rows of this kind of page carry a number (orders, refunds): the row is the one that has it
 */
export function rowLevels(
  element: Element,
  options: { shadows: boolean; numbered: boolean },
): { levels: RowLevel[]; likeliest: number } {
  const { shadows, numbered } = options;
  const levels: RowLevel[] = [];
  const add = (level: RowLevel): void => {
    const same = levels.findIndex(
      (one) =>
        one.group === level.group &&
        one.items.length === level.items.length &&
        one.items.every((item, i) => item === level.items[i]),
    );
    if (same < 0) levels.push(level);
  };
  for (let at: Element | null = element; at; ) {
    if (/^(?:body|html)$/.test(at.localName)) break;
    const current: Element = at;
    const page = scopeOf([current.ownerDocument], shadows);
    const parent = current.parentElement ?? rootOf(current);
    const peers = [...parent.children].filter(
      (one) => !isOwnNode(one) && isAlike(current, one) && hasText(one),
    );
    const wanted = [current, ...peers.filter((one) => one !== current)];
    if (hasText(current) || current.querySelector('img, input, textarea')) {
      const found = locate(wanted, page, (other) => isAlike(current, other));
      if (found && (found.items.length > 1 || wanted.length > 1)) add({ ...found, sample: current });
      const turns = turnsOf(current, numbered);
      if (turns) {
        const heads = locate(
          [turns.sample, ...turns.heads.filter((one) => one !== turns.sample)],
          page,
          (other) => isAlike(turns.sample, other) && (!turns.byNumber || hasNumber(other)),
        );
        if (heads) add({ ...heads, sample: turns.sample, group: 'until-next' });
      }
    }
    const up: Node | null = parentAcross(current);
    at = up === null ? null : up.nodeType === 1 ? (up as Element) : ((up as ShadowRoot).host ?? null);
  }
  if (levels.length === 0) return { levels: single(element, shadows), likeliest: 0 };
  const scores = levels.map((level) => {
    const lengths = level.items.slice(0, 30).map((item) => readText(item).length);
    const typical = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
    if (typical < 4 && level.group === undefined) return 0;
    const numbers = numbered ? ownNumbers(level, shadows) : 0;
    const without = Math.min(level.items.length, 30) - numbers;
    return numbers > 0
      ? 1_000 + numbers - without / 2
      : Math.min(level.items.length, 3) + (typical >= 12 ? 2 : 0);
  });
  const best = Math.max(...scores);
  return { levels, likeliest: scores.lastIndexOf(best) };
}

/** A list with one row: every element around that something finds for sure. */
function single(element: Element, shadows: boolean): RowLevel[] {
  const found: RowLevel[] = [];
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    const current: Element = at;
    const located = locate([current], scopeOf([current.ownerDocument], shadows), () => false);
    if (located && located.kind !== 'position') found.push({ ...located, sample: current });
  }
  return found;
}
