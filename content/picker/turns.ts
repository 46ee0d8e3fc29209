import { isOwnNode } from '../site-map/own-nodes.ts';
import { readText } from '../site-map/read-text.ts';
import { hasText, isAlike } from './alike.ts';
import { idTokens } from './value-source.ts';

/** Whether an element shows a number long enough to be an order's. */
export const hasNumber = (element: Element): boolean =>
  idTokens(readText(element)).some((token) => token.replace(/\D/g, '').length >= 8);

/** Siblings sorted into kinds; undefined where there are too many to be the parts of rows. */
function kindsOf(siblings: readonly Element[]): Element[][] | undefined {
  const kinds: Element[][] = [];
  for (const one of siblings) {
    const kind = kinds.find(([first]) => first && isAlike(first, one));
    if (kind) kind.push(one);
    else kinds.push([one]);
    if (kinds.length > 6) return undefined;
  }
  return kinds.filter((kind) => kind.length > 1);
}

/**
 * Siblings in turns: an order is a head and the rows after it. Told by what the rows are like, or, where they are
 * alike, by which of them show a number. Undefined where every row is one of its own.
 */
export function turnsOf(
  element: Element,
  numbered: boolean,
): { heads: Element[]; sample: Element; byNumber: boolean } | undefined {
  const parent = element.parentNode;
  if (!parent) return undefined;
  const siblings = [...(parent as Element).children].filter((one) => !isOwnNode(one) && hasText(one));
  if (siblings.length < 4 || siblings.length > 4_000) return undefined;
  const repeated = kindsOf(siblings);
  if (!repeated) return undefined;
  const first = siblings.find((one) => repeated.some((kind) => kind.includes(one)));
  const byNumber = repeated.length < 2;
  const heads = byNumber
    ? numbered && siblings[0] && hasNumber(siblings[0])
      ? siblings.filter(hasNumber)
      : undefined
    : repeated.find((kind) => first !== undefined && kind.includes(first));
  if (!heads || heads.length < 2 || heads.length === siblings.length) return undefined;
  const isHead = new Set(heads);
  // Heads that follow one another are rows of their own.
  const follow = heads.filter((head) => {
    const next = siblings[siblings.indexOf(head) + 1];
    return next !== undefined && !isHead.has(next);
  }).length;
  if (follow < heads.length * 0.8) return undefined;
  let sample: Element | null = element;
  while (sample && !isHead.has(sample)) sample = sample.previousElementSibling;
  return sample ? { heads, sample, byNumber } : undefined;
}
