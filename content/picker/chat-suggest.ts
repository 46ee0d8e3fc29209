import type { LocatorObject } from '../../storage/schemas/site-map.ts';
import { readOwnText, readText } from '../site-map/read-text.ts';
import { queryAll, scopeOf } from '../site-map/scope.ts';
import { specOf } from './field-guide.ts';
import { fieldReadings, type Reading, type RowScopes } from './field-locator.ts';
import type { FieldSpec } from './field-spec.ts';
import { uniqueLocator } from './page-locator.ts';
import type { Suggestion } from './suggest.ts';
import { readAs } from './value-type.ts';

const idName =
  /(?:^|[-_])(?:id|key|no|uid|cid|mid|sid|sn|pin|qid)$|(?:id|Id|ID|Key)$|^data-(?:u|m|c|s)?id$|random/;

/** An attribute of the row itself that is another in every row: its identity. */
export function identityOf(
  items: readonly Element[],
  spec: FieldSpec,
  rows: RowScopes,
  now: number,
): Reading | undefined {
  const names = new Set(items.slice(0, 30).flatMap((item) => [...item.attributes].map(({ name }) => name)));
  const fitting = [...names]
    .filter((name) => name === 'id' || /^data-/.test(name))
    .filter((name) => {
      const values = items.slice(0, 30).map((item) => item.getAttribute(name) ?? '');
      return (
        values.every((value) => value !== '' && value.length <= 120) && new Set(values).size === values.length
      );
    })
    // An index is no identity: it stays when the rows move.
    .filter((name) => !/index|idx|order$|row$/.test(name) && items.length > 1)
    .sort((a, b) => Number(idName.test(b)) - Number(idName.test(a)));
  const [name] = fitting;
  if (!name) return undefined;
  const locator: LocatorObject[] = [{ attr: name }];
  const value = readAs(spec.type, { attr: name }, rows.sample, now);
  return value === undefined
    ? undefined
    : {
        locator,
        kind: 'attribute',
        value,
        seen: rows.scopes.length,
        distinct: rows.scopes.length,
        rows: rows.scopes.length,
      };
}

/** Name and last words of a conversation row: its first texts that are neither a time nor a count. */
export function suggestConversation(rows: RowScopes, now: number): Suggestion[] {
  const texts = queryAll(rows.sample, '*').filter((one) => {
    const own = readOwnText(one);
    return (
      own !== '' && !/^\d{1,3}\+?$|^\d{1,2}:\d{2}|^(?:昨天|今天|前天|星期|周)|^\d{1,2}[-/月]\d{1,2}/.test(own)
    );
  });
  const found: Suggestion[] = [];
  const names = ['conversations.name', 'conversations.preview'];
  for (const element of texts) {
    const spec = specOf('chat', names[found.length] ?? '');
    if (!spec) break;
    const readings = fieldReadings(element, spec, rows, now);
    if (readings[0]) found.push({ spec, element, readings, confidence: 'likely' });
  }
  return found;
}

/** The name over the open conversation: words outside the list that are one of its names. */
export function suggestBuyer(
  document: Document,
  names: readonly string[],
  outside: readonly Element[],
  shadows: boolean,
): { element: Element; reading: Reading } | undefined {
  const page = scopeOf([document], shadows);
  for (const element of queryAll(page, 'h1,h2,h3,h4,strong,b,span,div,p,a,em')) {
    const own = readOwnText(element);
    if (own === '' || !names.includes(own) || outside.some((one) => one.contains(element))) continue;
    const found = uniqueLocator(element, page);
    if (found) return { element, reading: { ...found, value: own, seen: 1, distinct: 1, rows: 1 } };
  }
  return undefined;
}

/** The button beside the editor that sends. Only so that nothing of ours covers it. */
export function suggestSend(
  editor: Element,
  shadows: boolean,
): { element: Element; reading: Reading } | undefined {
  for (let at = editor.parentElement, level = 0; at && level < 5; at = at.parentElement, level += 1) {
    const button = [...at.querySelectorAll('button, [role=button], a, span, div')].find((one) =>
      /^(?:发\s*送|send)(?:\s*\(?[\w+]*\)?)?$/i.test(readText(one)),
    );
    if (!button) continue;
    const found = uniqueLocator(button, scopeOf([editor.ownerDocument], shadows));
    return (
      found && {
        element: button,
        reading: { ...found, value: readText(button), seen: 1, distinct: 1, rows: 1 },
      }
    );
  }
  return undefined;
}
