import { isOwnNode } from './own-nodes.ts';
import { readShown } from './read-text.ts';
import { type Scope, shadowRootsOf, type TextPiece } from './scope.ts';
import { fold, piecesHolding } from './text-pieces.ts';

/** A value found by the visible label before it, and the element that shows it. */
export interface Labelled {
  text: string;
  element: Element;
}

const TEXT = 3;
const COLON = /^[\s\u200b]*[:：]\s*/;
/** 实收款（元）：19.90: what stands in brackets belongs to the label, if a colon or nothing follows. */
const QUALIFIER = /^\s*[（(][^）)]{0,12}[）)]\s*(?=[:：]|$)/;
/** The next label in the same text: 订单编号：1 下单时间：… ends the value before it. Not the colon of https://. */
const NEXT_LABEL = /[\s,，;；|｜、]+\p{L}[\p{L}\p{N}（）()]{0,15}\s*[:：](?!\/\/)[\s\S]*$/u;
const BARE_LABEL = /^[^:：]{1,16}[:：]$/;
const LABELLED_FIELD = /^\p{L}[\p{L}\p{N}（）()]{0,11}\s*[:：](?!\/\/)/u;
const cells = new Set(['TD', 'TH', 'DT', 'DD']);

const letter = /\p{L}/u;
const wordChar = /[\p{L}\p{N}]/u;

/**
 * What follows a label in one text node; '' where the label ends it. Undefined where the label is only part of a
 * longer word (订单号 in 子订单号, 买家 in 买家昵称).
 */
function remainderAfter({ text, folded: haystack }: TextPiece, label: string): string | undefined {
  // Folding may change the length (㎡); positions would then lie.
  const source = haystack.length === text.length ? text : haystack;
  const latin = /^[\p{Script=Latin}\s\d]+$/u.test(label);
  for (let from = haystack.indexOf(label); from >= 0; from = haystack.indexOf(label, from + 1)) {
    const before = haystack.charAt(from - 1);
    if ((latin ? wordChar : letter).test(before)) continue;
    const rest = source.slice(from + label.length);
    if (!COLON.test(rest) && (latin ? wordChar : letter).test(rest.charAt(0))) continue;
    return rest.replace(QUALIFIER, '').replace(COLON, '').replace(NEXT_LABEL, '').trim();
  }
  return undefined;
}

const isBlank = (text: string): boolean => /^[\s\u200b:：]*$/.test(text);

function cleanSibling(text: string): string {
  return text.replace(COLON, '').trim();
}

/** The value beside a label that stands alone: the rest of its line, the next sibling, the next cell. */
function besideLabel(textNode: Node, limit: Node): Labelled | undefined {
  let node: Node = textNode;
  for (let level = 0; level < 5; level += 1) {
    const parent = node.parentNode;
    if (!parent || node === limit) return undefined;
    const isCell = cells.has(node.nodeName);
    let sawElement = false;
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === TEXT) {
        const text = next.nodeValue ?? '';
        if (isBlank(text)) continue;
        if (parent.nodeType !== 1) return undefined;
        return { text: cleanSibling(text).replace(NEXT_LABEL, ''), element: parent as Element };
      }
      if (next.nodeType !== 1 || isOwnNode(next)) continue;
      const element = next as Element;
      sawElement = true;
      const text = readShown(element);
      if (isBlank(text)) {
        // The cell beside a label is its value even when it is empty; an icon is not.
        if (isCell) return undefined;
        continue;
      }
      const value = cleanSibling(text);
      // Another label, or another line's labelled field: this one has no value.
      if (BARE_LABEL.test(value) || (level > 1 && LABELLED_FIELD.test(value))) return undefined;
      return { text: value, element };
    }
    if (sawElement || parent.nodeType !== 1 || parent === limit) return undefined;
    // Only a label that is all its parent says may take the parent's neighbour for its value.
    const whole = readShown(parent as Element);
    const own = (textNode.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    if (cleanLabel(whole) !== cleanLabel(own)) return undefined;
    node = parent;
  }
  return undefined;
}

/** 订单编号： and 订单编号 name the same label. */
const cleanLabel = (text: string): string =>
  fold(text)
    .replace(/[\s\u200b]*[:：]?\s*$/, '')
    .trim();

/** Every text in a scope that holds the label, what follows it there ('' where the label ends it), in document order. */
export function* labelNodes(
  scope: Scope,
  label: string,
): Generator<{ node: Node; root: Node; rest: string }> {
  const wanted = cleanLabel(label);
  if (!wanted) return;
  for (const root of [...scope.elements, ...shadowRootsOf(scope)]) {
    for (const piece of piecesHolding(scope, root, wanted)) {
      const rest = remainderAfter(piece, wanted);
      if (rest !== undefined) yield { node: piece.node, root, rest };
    }
  }
}

/**
 * Values that follow a visible label in a scope, in document order (site-map.md, Locator `label`): the rest of the
 * same text node after ：or :, else the next cell or sibling. In any language; a label without a value yields none.
 */
export function* labelled(scope: Scope, label: string): Generator<Labelled> {
  for (const { node, root, rest } of labelNodes(scope, label)) {
    const parent = node.parentNode;
    if (rest && parent?.nodeType === 1) yield { text: rest, element: parent as Element };
    else {
      const beside = besideLabel(node, root);
      if (beside?.text) yield beside;
    }
  }
}

export const findLabelled = (scope: Scope, label: string): Labelled[] => [...labelled(scope, label)];
