import type { MessageFact } from './facts.ts';

const reversed = new WeakMap<readonly MessageFact[], MessageFact[]>();

/** The element whose children hold both; undefined where there is none. */
function commonParent(a: Element, b: Element): Element | undefined {
  let at: Element | null = a.parentElement;
  while (at && !at.contains(b)) at = at.parentElement;
  return at ?? undefined;
}

/**
 * Messages oldest first. A list laid out with `column-reverse` (Xianyu's message-list-reverse; markets.md §5) has
 * its newest message first in the document, if the reversed element is the one that holds the messages apart.
 */
export function inTimeOrder(messages: readonly MessageFact[]): readonly MessageFact[] {
  const first = messages[0]?.element;
  const last = messages.at(-1)?.element;
  if (!first || !last || first === last) return messages;
  const parent = commonParent(first, last);
  const view = parent?.ownerDocument.defaultView;
  if (!parent || view?.getComputedStyle(parent).flexDirection !== 'column-reverse') return messages;
  const known = reversed.get(messages) ?? [...messages].reverse();
  reversed.set(messages, known);
  return known;
}
