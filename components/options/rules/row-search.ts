import type { Language } from '../../../rules/language/local-text.ts';
import type { PlatformRow } from '../../../rules/packs/platform-row.ts';
import { groupOf } from '../../../rules/packs/row-groups.ts';
import { valueWords } from '../../../rules/packs/row-words.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { rowOwner, tabName, tabOf } from './row-tabs.ts';

/** All that is said of a row, to be searched. */
function wordsOf(row: PlatformRow, language: Language): string {
  return [
    row.id,
    tabName(tabOf(row), language),
    rowOwner(row, language) ?? '',
    optionsRulesTexts[language].groups[groupOf(row)],
    row.label[language],
    valueWords(row, row.value)[language],
    row.user_value ? valueWords(row, row.user_value)[language] : '',
    row.note?.[language] ?? '',
    row.user_note ?? '',
    row.source,
    ...row.other_values.flatMap(({ says, source }) => [says, source]),
  ]
    .join('\n')
    .toLowerCase();
}

/** The rows in which every word of the query stands; with `onlyOwn` only those the user changed. */
export function findRows(
  rows: readonly PlatformRow[],
  { query, onlyOwn, language }: { query: string; onlyOwn: boolean; language: Language },
): PlatformRow[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (onlyOwn && !row.user_value) return false;
    if (words.length === 0) return true;
    const text = wordsOf(row, language);
    return words.every((word) => text.includes(word));
  });
}
