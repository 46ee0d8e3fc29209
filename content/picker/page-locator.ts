import type { LocatorObject } from '../../storage/schemas/site-map.ts';
import { locateFields } from '../site-map/labelled-field.ts';
import { parentAcross, queryAll, type Scope, scopeOf } from '../site-map/scope.ts';
import type { AnchorKind } from './anchor.ts';
import { cssPaths } from './css-path.ts';
import { labelsBefore } from './label-before.ts';

/** What finds one thing of the page, or of a part of it, and what it rests on. */
export interface Found {
  locator: LocatorObject[];
  kind: AnchorKind;
}

/**
 * Locators for a thing that stands once in a scope (an editor, a button, a dialog): the best, and one of each of two
 * other kinds. Undefined where nothing finds it alone.
 */
export function uniqueLocator(element: Element, scope: Scope): Found | undefined {
  const kept: { css: LocatorObject; kind: AnchorKind }[] = [];
  const top = new Set<Node>(scope.elements);
  const isField = /^(?:input|textarea|select)$/.test(element.localName);
  for (const { css, kind } of cssPaths(element, top)) {
    if (kept.length >= 3) break;
    if (kept.some((one) => one.kind === kind)) continue;
    const found = queryAll(scope, css);
    if (found.length === 1 && found[0] === element) kept.push({ css: { css }, kind });
  }
  if (isField) {
    for (const label of labelsBefore(element, scope)) {
      const fields = locateFields({ label }, scope);
      if (fields[0] !== element) continue;
      const before = kept.findIndex(({ kind }) => kind === 'prefix' || kind === 'position');
      kept.splice(before < 0 ? kept.length : before, 0, { css: { label }, kind: 'label' });
      break;
    }
  }
  const [best] = kept;
  return best && { locator: kept.slice(0, 3).map(({ css }) => css), kind: best.kind };
}

const EDITABLE =
  'textarea, [contenteditable]:not([contenteditable=false]), input:not([type=hidden], [type=checkbox], [type=radio], [type=button])';

/** The field the agent meant: itself, around it, or the one inside what was clicked. */
export function editableAt(element: Element): Element | undefined {
  const around = element.closest(EDITABLE);
  if (around) {
    // A contenteditable may hold contenteditable parts; the outermost is the editor.
    let outer = around;
    for (
      let up = outer.parentElement?.closest('[contenteditable]:not([contenteditable=false])');
      up;
      up = up.parentElement?.closest('[contenteditable]')
    )
      outer = up;
    return outer;
  }
  let at: Element | null = element;
  for (let level = 0; at && level < 4; level += 1) {
    const inside = at.querySelectorAll(EDITABLE);
    if (inside[0] && (inside.length === 1 || level === 0)) return inside[0];
    at = at.parentElement;
  }
  return undefined;
}

const dialogName = /dialog|modal|popup|popover|popconfirm|drawer|overlay-content|layer/i;

/** The dialog a thing stands in: by its role or name, else the box that floats over the page. */
export function dialogAround(element: Element): Element | undefined {
  let floating: Element | undefined;
  for (let at: Node | null = element; at; at = parentAcross(at)) {
    if (at.nodeType !== 1) continue;
    const one = at as Element;
    if (one.localName === 'body') break;
    const role = one.getAttribute('role');
    if (
      one.localName === 'dialog' ||
      role === 'dialog' ||
      role === 'alertdialog' ||
      one.getAttribute('aria-modal') === 'true'
    )
      return one;
    const position = one.ownerDocument.defaultView?.getComputedStyle(one).position;
    if (position === 'fixed' || position === 'absolute') floating ??= one;
    if (!floating && dialogName.test(one.className.toString())) floating = one;
  }
  return (
    floating ??
    element.closest('form') ??
    element.closest('table')?.parentElement ??
    element.parentElement?.parentElement ??
    undefined
  );
}

export const pageScope = (document: Document, shadows: boolean): Scope => scopeOf([document], shadows);
