import { holds, queryAll, type Scope, scopeOf } from '../site-map/scope.ts';
import { type Anchor, anchorsOf, rankOf } from './anchor.ts';
import { classShape } from './class-shape.ts';

/** Selectors that hold for a message of one side and not for one of the other. */
export interface Sides {
  buyer: string;
  agent: string;
  /** How many messages are told apart, out of how many. */
  told: number;
  of: number;
}

/** Where only the drawing tells: the agent's words stand on the right. */
const drawn = ['row-reverse', 'flex-end', 'right', 'end', 'left', 'flex-start'];

/** Everything in a message that may tell its side; states and looks count here, for a side is often only a look. */
function marksIn(message: Element): Anchor[] {
  const found: Anchor[] = [];
  for (const element of [message, ...[...message.querySelectorAll('*')].slice(0, 60)]) {
    found.push(...anchorsOf(element));
    for (const name of element.classList) {
      const { kind } = classShape(name);
      if ((kind === 'utility' || kind === 'state') && /^[A-Za-z][\w-]*$/.test(name))
        found.push({ css: `.${name}`, kind: 'class' });
    }
    const style = element.getAttribute('style') ?? '';
    for (const word of drawn)
      if (style.includes(word)) found.push({ css: `[style*="${word}"]`, kind: 'position' });
    if (element.hasAttribute('align'))
      found.push({ css: `[align="${element.getAttribute('align') ?? ''}"]`, kind: 'position' });
  }
  return found;
}

const scopesOf = (items: readonly Element[], shadows: boolean): Scope[] =>
  items.map((item) => scopeOf([item], shadows));

/**
 * What tells the buyer's messages from the agent's, from one message of each; tried on every message of the page. A
 * message that is neither (a notice of the platform) may match none of them.
 */
export function deriveSides(
  buyer: Element,
  agent: Element,
  items: readonly Element[],
  shadows: boolean,
): Sides | undefined {
  const scopes = scopesOf(items.slice(-60), shadows);
  const [ours, theirs] = [scopeOf([agent], shadows), scopeOf([buyer], shadows)];
  const onlyIn = (inside: Element, yes: Scope, no: Scope): Anchor[] => {
    const seen = new Set<string>();
    return marksIn(inside).filter(({ css }) => {
      if (seen.has(css)) return false;
      seen.add(css);
      return holds(yes, css) && !holds(no, css);
    });
  };
  let best: (Sides & { cost: number }) | undefined;
  const [left, right] = [onlyIn(buyer, theirs, ours).slice(0, 24), onlyIn(agent, ours, theirs).slice(0, 24)];
  for (const one of left) {
    const buyers = scopes.map((scope) => holds(scope, one.css));
    for (const other of right) {
      let told = 0;
      let both = 0;
      scopes.forEach((scope, i) => {
        const mine = holds(scope, other.css);
        if (mine && buyers[i]) both += 1;
        else if (mine || buyers[i]) told += 1;
      });
      const cost = (rankOf(one.kind) + rankOf(other.kind)) * 10 + (one.css.length + other.css.length) / 20;
      if (both > 0) continue;
      if (!best || told > best.told || (told === best.told && cost < best.cost)) {
        best = { buyer: one.css, agent: other.css, told, of: scopes.length, cost };
      }
    }
  }
  return best && { buyer: best.buyer, agent: best.agent, told: best.told, of: best.of };
}

/** What only the open conversation's row carries: aria-selected, is-current, the one class no other row has. */
export function deriveActive(items: readonly Element[]): string | undefined {
  if (items.length < 2) return undefined;
  const [first] = items;
  if (!first) return undefined;
  const scope = scopeOf([first.getRootNode() as Document], true);
  const found = new Map<string, number>();
  for (const item of items) {
    for (const name of item.classList) {
      const { kind } = classShape(name);
      if ((kind === 'state' || kind === 'plain') && /^[A-Za-z][\w-]*$/.test(name)) {
        found.set(`.${name}`, (found.get(`.${name}`) ?? 0) + 1);
      }
    }
    for (const name of ['aria-selected', 'aria-current', 'aria-checked', 'data-active', 'data-selected']) {
      const value = item.getAttribute(name);
      if (value !== null && value !== 'false' && /^[\w-]*$/.test(value)) {
        const css = `[${name}="${value}"]`;
        found.set(css, (found.get(css) ?? 0) + 1);
      }
    }
  }
  const telling = /active|select|current|cur\b|check|choose|chosen|on$|open|aria-/i;
  const single = [...found].filter(([, times]) => times === 1).map(([css]) => css);
  const [best] = single.filter((css) => telling.test(css));
  return best !== undefined && queryAll(scope, best).length > 0 ? best : undefined;
}
