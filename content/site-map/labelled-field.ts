import type { Locator } from '../../storage/schemas/site-map.ts';
import { labelNodes } from './label.ts';
import { locateElements } from './locate.ts';
import { isOwnNode } from './own-nodes.ts';
import { readText } from './read-text.ts';
import { queryAll, type Scope, scopeOf } from './scope.ts';

/** What an agent types into; a tick box is a field of its own kind. */
const FIELD = 'input:not([type=hidden]), textarea, select';
/** How far above a label its field may stand: label, its cell, its row. */
const MAX_LEVELS = 4;
const WORD = /\p{L}{2,}/u;
const TICK = 'input[type=checkbox], input[type=radio]';

const fieldsIn = (element: Element): Element[] =>
  element.matches(FIELD) ? [element] : [...element.querySelectorAll(FIELD)].filter((one) => !isOwnNode(one));

/** Where a cell stands, counted in columns. */
function columnOf(cell: HTMLTableCellElement): number {
  let column = 0;
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) {
    column += (before as HTMLTableCellElement).colSpan || 1;
  }
  return column;
}

/** The fields under a column's heading, row by row: 涨价或折扣 may stand over one input per line. */
function fieldsInColumn(heading: HTMLTableCellElement): Element[] {
  const row = heading.parentElement as HTMLTableRowElement | null;
  const table = heading.closest('table');
  if (!row || !table) return [];
  const column = columnOf(heading);
  const fields = [...table.rows]
    .slice(row.rowIndex + 1)
    .flatMap((line) => [...line.cells].filter((cell) => columnOf(cell) === column).flatMap(fieldsIn));
  // 免运费 is ticked in the same column as 邮费 is typed.
  const typed = fields.filter((field) => !field.matches(TICK));
  return typed.length > 0 ? typed : fields;
}

/** The field that follows a label, before any other words do; or the tick box right before it. */
function fieldBeside(label: Node, limit: Node): Element[] {
  const own = label.parentElement?.closest('label');
  const control = own?.control;
  if (control?.matches(FIELD)) return [control];
  let node: Node = label;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const before = node.previousSibling;
    if (before?.nodeType === 1 && (before as Element).matches(TICK)) return [before as Element];
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === 3 && WORD.test(next.nodeValue ?? '')) return [];
      if (next.nodeType !== 1 || isOwnNode(next)) continue;
      const element = next as Element;
      // Words before the field would name that field, not this one's.
      const words = element.matches(FIELD) ? '' : readText(element);
      const [field] = fieldsIn(element);
      if (field && !WORD.test(words)) return [field];
      if (WORD.test(words)) return [];
    }
    const parent = node.parentNode;
    if (!parent || parent === limit) return [];
    node = parent;
  }
  return [];
}

function fieldsLabelled(scope: Scope, label: string): Element[] {
  const found = new Set<Element>();
  for (const { node, root, rest } of labelNodes(scope, label)) {
    // 邮费（元） names a field, 邮费由买家承担 tells something about it.
    if (WORD.test(rest)) continue;
    const heading = node.parentElement?.closest<HTMLTableCellElement>('th, thead td');
    const fields = heading && root.contains(heading) ? fieldsInColumn(heading) : fieldBeside(node, root);
    for (const field of fields) found.add(field);
  }
  return [...found];
}

/**
 * The form fields a locator names, in page order. A label names the field it stands before, ticks or heads the
 * column of, even where that field is empty, which a label's text (locate.ts) could not find. Without a label it is
 * what the selector finds, or the fields in it where a component wraps them.
 */
export function locateFields(locator: Locator | undefined, scope: Scope): Element[] {
  if (locator === undefined) return [];
  for (const one of Array.isArray(locator) ? locator : [locator]) {
    let fields: Element[];
    if (typeof one === 'string' || one.label === undefined) {
      fields = locateElements(one, scope).flatMap((element) => {
        const inside = fieldsIn(element);
        return inside.length > 0 ? inside : [element];
      });
    } else {
      const within = one.css === undefined ? scope : scopeOf(queryAll(scope, one.css), scope.shadows);
      fields = fieldsLabelled(within, one.label);
      const picked = one.index === undefined ? undefined : fields.at(one.index);
      if (one.index !== undefined) fields = picked ? [picked] : [];
    }
    if (fields.length > 0) return fields;
  }
  return [];
}
