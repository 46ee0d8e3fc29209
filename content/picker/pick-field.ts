import { type LocalText, say } from '../../rules/language/local-text.ts';
import { locateElements } from '../site-map/locate.ts';
import { queryAll, scopeOf } from '../site-map/scope.ts';
import { specOf } from './field-guide.ts';
import { fieldReadings, type RowScopes, shortText } from './field-locator.ts';
import type { FieldSpec } from './field-spec.ts';
import { compact } from './make-map.ts';
import { dialogAround, editableAt, pageScope, uniqueLocator } from './page-locator.ts';
import { rowScopes } from './rows.ts';
import { lineScopes } from './suggest.ts';
import { lineAround, takeLine } from './suggest-rest.ts';
import { holds, keep, shadowsOf, type Work } from './work.ts';

export const problems = {
  nothingHere: say(
    '这里读不到这一项，换个地方点一下',
    'Nothing of the kind can be read here; point somewhere else',
  ),
  notInRow: say('请在框出来的那一行里点', 'Please point inside one of the framed rows'),
  noRow: say('没有找到重复的行，换个地方点一下', 'No repeating row found; point somewhere else'),
  noMessages: say(
    '没认出消息列表：请点两边各一条消息的文字',
    'The messages were not recognised: point at the words of one message of each side',
  ),
  noEditor: say('这里没有输入框，请点输入框', 'There is no text field here; point at one'),
  foreign: say(
    '这一块来自另一个网站，请在新标签页里单独打开它再教',
    'This part comes from another site; open it in a tab of its own and teach it there',
  ),
  noDialog: say(
    '没认出改价弹窗，换个地方点一下',
    'The price dialog was not recognised; point somewhere else',
  ),
} as const;

/** The row a thing lies in becomes the sample: what is read there is what the agent sees. */
function scopesAround(work: Work, element: Element, field: string): RowScopes | LocalText {
  const shadows = shadowsOf(work);
  const { kind, root, conversations, messages, list, home } = work;
  const one = (scope: RowScopes['sample']): RowScopes => ({ scopes: [scope], sample: scope });
  if (kind === 'price') return root ? one(scopeOf([root.element], shadows)) : problems.noDialog;
  if (kind === 'chat') {
    const items = field.startsWith('conversations.')
      ? conversations?.level.items
      : field.startsWith('messages.')
        ? messages?.items
        : undefined;
    if (!items) return one(pageScope(home, shadows));
    const item = items.find((row) => holds(row, element));
    return item ? rowScopes(items, item, undefined, shadows) : problems.notInRow;
  }
  if (!list) return problems.noRow;
  const { level } = list;
  // A list that draws itself anew has other elements now.
  const items = locateElements(compact(level.locator), pageScope(element.ownerDocument, shadows));
  const heads = new Set(items);
  const near = items.findIndex((item) => holds(item, element));
  const tried = near >= 0 ? [items[near]] : level.group ? items : [];
  for (const item of tried) {
    if (!item || !heads.has(item)) continue;
    const scopes = rowScopes(items, item, level.group, shadows);
    if (scopes.sample.elements.some((top) => holds(top, element))) return scopes;
  }
  return problems.notInRow;
}

function pickElement(work: Work, element: Element, spec: FieldSpec): LocalText | undefined {
  const shadows = shadowsOf(work);
  const isField = spec.name === 'editor' || spec.name.startsWith('inputs.');
  const tick =
    element.closest('label')?.querySelector('input[type=checkbox], input[type=radio]') ??
    (element.matches('input') ? element : undefined);
  const target = spec.name === 'inputs.freeFreight' ? tick : isField ? editableAt(element) : element;
  if (!target) return problems.noEditor;
  if (spec.name === 'inputs.price' && !work.root?.element.contains(target)) {
    const dialog = dialogAround(target);
    const where = dialog && uniqueLocator(dialog, pageScope(work.home, shadows));
    if (!dialog || !where) return problems.noDialog;
    work.root = { element: dialog, locator: where.locator };
    const scope = scopeOf([dialog], shadows);
    work.rows = { scopes: [scope], sample: scope };
  }
  const scope =
    work.kind === 'price' && work.root
      ? scopeOf([work.root.element], shadows)
      : pageScope(work.home, shadows);
  const found = uniqueLocator(target, scope);
  if (!found) return problems.nothingHere;
  const value = isField ? `<${target.localName}>` : shortText(target);
  keep(work, spec.name, [{ ...found, value, seen: 1, distinct: 1, rows: 1 }], target, 'confirmed');
  return undefined;
}

/** Takes an element for a field. @returns why it cannot be taken */
export function pickField(work: Work, element: Element, field: string): LocalText | undefined {
  const spec = work.kind && specOf(work.kind, field);
  if (!spec) return problems.nothingHere;
  if (field === 'editor' || field === 'inputs.price') work.home = element.ownerDocument;
  if (spec.type === 'element') return pickElement(work, element, spec);
  if (work.kind === 'chat' && !field.includes('.')) {
    const found = uniqueLocator(element, pageScope(work.home, shadowsOf(work)));
    if (!found) return problems.nothingHere;
    keep(
      work,
      field,
      [{ ...found, value: shortText(element), seen: 1, distinct: 1, rows: 1 }],
      element,
      'confirmed',
    );
    return undefined;
  }
  const around = scopesAround(work, element, field);
  if (!('sample' in around)) return around;
  let scopes = around;
  if (field.startsWith('lines.')) {
    const line = work.lines ? undefined : lineAround(work, element, around);
    if (line) takeLine(work, line, around);
    const { lines } = work;
    const item = lines && queryAll(around.sample, lines.css).find((one) => holds(one, element));
    if (!lines || !item) return problems.nothingHere;
    scopes = lineScopes(lines.css, around, item);
  } else if (work.kind !== 'chat') work.rows = around;
  const readings = fieldReadings(element, spec, scopes, work.now());
  if (readings.length === 0) return problems.nothingHere;
  keep(work, field, readings, element, 'confirmed');
  return undefined;
}
