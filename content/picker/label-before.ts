import { readText } from '../site-map/read-text.ts';
import type { Scope } from '../site-map/scope.ts';

const LABEL = /^[\p{L}（）()]{2,12}$/u;
const MAX_LEVELS = 3;

const clean = (text: string): string => text.replace(/[\s\u200b]*[:：]?\s*$/, '').trim();

/**
 * Words that may be the label of what was pointed at: what its own text begins with, and what stands before it.
 * Whether the engine finds the value by them is for the caller to try (content/site-map/label.ts).
 */
export function labelsBefore(element: Element, row: Scope): string[] {
  const found: string[] = [];
  const add = (text: string): void => {
    const label = clean(text);
    if (LABEL.test(label) && !found.includes(label)) found.push(label);
  };
  const text = readText(element);
  const led =
    /^([\p{L}（）()]{1,12})\s*[:：]/u.exec(text)?.[1] ??
    /^\(?([\p{L}]{2,8})\s+\S/u.exec(text)?.[1] ??
    /^\(?([\p{L}]{2,8})[¥￥\d]/u.exec(text)?.[1];
  if (led) add(led);
  const top = new Set<Node>(row.elements);
  let at: Element = element;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      const words =
        before.nodeType === 3 ? (before.nodeValue ?? '') : before.nodeType === 1 ? readText(before) : '';
      if (!words.trim()) continue;
      add(words.split('\n').at(-1) ?? '');
      break;
    }
    if (top.has(at) || !at.parentElement) break;
    at = at.parentElement;
  }
  return found;
}
