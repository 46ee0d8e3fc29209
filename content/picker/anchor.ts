import { classShape } from './class-shape.ts';

/** What a selector holds on to, best first (issue 3 point 5, markets.md §10). */
export const anchorKinds = ['attribute', 'id', 'class', 'label', 'prefix', 'position'] as const;
export type AnchorKind = (typeof anchorKinds)[number];

export const rankOf = (kind: AnchorKind): number => anchorKinds.indexOf(kind);

/** A selector for one element by one property of it. */
export interface Anchor {
  css: string;
  kind: AnchorKind;
}

/** Attributes that describe how an element looks, works or was drawn, never what it is. */
const ignored =
  /^(?:class|id|style|href|src|srcset|value|title|alt|width|height|d|fill|stroke|viewbox|xmlns|points|cx|cy|r|x|y|x1|x2|y1|y2|transform|tabindex|target|rel|disabled|checked|selected|readonly|draggable|spellcheck|autocomplete|maxlength|rows|cols|colspan|rowspan|align|valign|border|cellpadding|cellspacing|bgcolor|hidden|open|datetime|lang|dir|for|loading|decoding|type|placeholder|action|method|on\w+|aria-(?!label$|colindex$).*|data-(?:v-.*|react.*|spm-anchor-id|index|row-?index|row|idx|n-.*|s-.*|popper.*|state|show|hover|active|src|url|time|timestamp|ts|tip|title|content|tooltip|clipboard-text|theme))$/i;
/** Put there so that the element can be found. */
const forFinding = /^data-(?:test-?id|test|qa(?:-?id)?|e2e|cy|automation(?:-id)?|testkey)$/i;

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const ident = /^-?[A-Za-z_\u2e80-\u9fff][\w\u2e80-\u9fff-]*$/;

const classCss = (name: string): string => (ident.test(name) ? `.${name}` : `[class~=${quote(name)}]`);

/** Whether a value names a kind of thing rather than this one thing. */
function isStableValue(value: string): boolean {
  if (value === '' || value.length > 40 || /\d{3,}|\s{2,}|[{};<>]/.test(value)) return false;
  return value.split(/[\s./:]+/).every((part) => {
    if (part === '' || /^\d{1,2}$/.test(part)) return true;
    const { kind } = classShape(part);
    return kind === 'plain' || kind === 'utility';
  });
}

/** Whether an attribute's name is one a person chose (data-order-id, prop), not data-v-7ba5bd90. */
const isTellingName = (name: string): boolean =>
  !ignored.test(name) && /^[a-z][a-z-]*$/.test(name) && classShape(name).kind === 'plain';

/**
 * An attribute whose value differs from row to row but whose presence says what the element is (data-order-id).
 * Used for the element and, by `field-locator.ts`, as the source of the value itself.
 */
export function valueAttributes(element: Element): { name: string; value: string; css: string }[] {
  return [...element.attributes]
    .filter(
      ({ name }) =>
        name === 'title' ||
        name === 'id' ||
        (/^data-/.test(name) && !/^data-(?:v-|react|spm|s-|n-)/.test(name)),
    )
    .filter(({ value }) => value.trim() !== '' && value.length <= 300)
    .map(({ name, value }) => ({ name, value: value.trim(), css: `[${name}]` }));
}

function attributeAnchors(element: Element): Anchor[] {
  const found: Anchor[] = [];
  for (const { name, value } of element.attributes) {
    if (!isTellingName(name)) continue;
    if (isStableValue(value)) found.push({ css: `[${name}=${quote(value)}]`, kind: 'attribute' });
    else {
      const stem = /^([A-Za-z][A-Za-z-]*[-_:])[\w-]*\d[\w-]*$/.exec(value)?.[1];
      if (stem && forFinding.test(name)) found.push({ css: `[${name}^=${quote(stem)}]`, kind: 'attribute' });
      if (/^(?:data-|item)/.test(name)) found.push({ css: `[${name}]`, kind: 'attribute' });
    }
  }
  return found.sort(
    (a, b) =>
      Number(forFinding.test(b.css.slice(1).split(/[=^\]]/)[0] ?? '')) -
      Number(forFinding.test(a.css.slice(1).split(/[=^\]]/)[0] ?? '')),
  );
}

/**
 * The selectors that may stand for one element, the best kind first; without position. States and looks are no
 * anchors; of a hashed class only the part a person wrote is used.
 */
export function anchorsOf(element: Element): Anchor[] {
  const found = attributeAnchors(element);
  const { id } = element;
  if (id && !/\d/.test(id) && classShape(id).kind === 'plain') {
    found.push({ css: ident.test(id) ? `#${id}` : `[id=${quote(id)}]`, kind: 'id' });
  }
  const plain: string[] = [];
  const prefixes: string[] = [];
  for (const name of element.classList) {
    const shape = classShape(name);
    if (shape.kind === 'plain') plain.push(name);
    if (shape.kind === 'prefix') prefixes.push(shape.stem);
  }
  for (const name of plain) found.push({ css: classCss(name), kind: 'class' });
  if (element.localName.includes('-')) found.push({ css: element.localName, kind: 'class' });
  if (plain.length > 1) found.push({ css: plain.slice(0, 3).map(classCss).join(''), kind: 'class' });
  const stems = [...new Set(prefixes)].sort((a, b) => b.length - a.length);
  for (const stem of stems) found.push({ css: `[class*=${quote(stem)}]`, kind: 'prefix' });
  return found;
}

/** `td:nth-child(3)`. */
export function positionOf(element: Element): string {
  let place = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    place += 1;
  return `${element.localName}:nth-child(${place})`;
}

/** Words by which two elements are compared: what is lasting in their classes and attributes. */
export function lastingNames(element: Element): string[] {
  const names: string[] = [];
  for (const name of element.classList) {
    const shape = classShape(name);
    if (shape.kind === 'plain') names.push(name);
    if (shape.kind === 'prefix') names.push(shape.stem);
  }
  for (const { name } of element.attributes) if (isTellingName(name)) names.push(`[${name}]`);
  return names;
}
