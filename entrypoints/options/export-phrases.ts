import type { ExportAnswer, ExportQuestion } from '../../components/options/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import {
  leftBehind,
  tableCells,
  type UnreadablePhrase,
  unreadableInGbk,
  type WrittenTable,
  withoutUnreadable,
  writeQianniu,
} from '../../rules/phrases/files/write-tables.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';
import { downloadFile } from './download.ts';
import { runSteps } from './run-steps.ts';

/** A 千牛 export that waits for what to do with phrases a GBK reader cannot read. */
export interface AskedExport {
  question: ExportQuestion;
  phrases: readonly Phrase[];
  unreadable: readonly UnreadablePhrase<Phrase>[];
}

const tables: Record<string, WrittenTable> = {
  'phrases-qianniu': 'qianniu',
  'phrases-kefubao': 'kefubao',
  'phrases-table': 'table',
};
/** Which table an export row writes; undefined for other documents. */
export const tableOf = (exportId: string): WrittenTable | undefined => tables[exportId];

/** Phrases named in the question. */
const mostNamed = 20;

/** What must be asked before these phrases go into a 千牛 file; undefined when every reader can read them. */
export function askExport(phrases: readonly Phrase[]): AskedExport | undefined {
  const unreadable = unreadableInGbk(phrases);
  if (unreadable.length === 0) return undefined;
  const rest = unreadable.length - mostNamed;
  const rows = unreadable
    .slice(0, mostNamed)
    .map(({ phrase, characters }) =>
      say(`「${phrase.title}」：${characters.join(' ')}`, `"${phrase.title}": ${characters.join(' ')}`),
    );
  if (rest > 0) rows.push(say(`还有 ${rest} 条`, `${rest} more`));
  return {
    phrases,
    unreadable,
    question: {
      intro: say(
        `${unreadable.length} 条里有表情或生僻字，只认 GBK 的软件会读成乱码。怎么导出？`,
        `${unreadable.length} phrases hold emoji or rare characters that programs knowing only GBK cannot read. How shall they go out?`,
      ),
      rows,
    },
  };
}

/** The phrases that go out as the agent answered, in the same order. */
export function answered({ phrases, unreadable }: AskedExport, answer: ExportAnswer): Phrase[] {
  const found = new Map(unreadable.map((one) => [one.phrase.id, one]));
  return phrases.flatMap((phrase) => {
    const one = found.get(phrase.id);
    if (!one || answer === 'as-it-is') return [phrase];
    if (answer === 'leave-out') return [];
    const rest = withoutUnreadable(one);
    return rest.text.trim() === '' ? [] : [rest];
  });
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const files: Record<WrittenTable, string> = {
  qianniu: 'shoubian-qianniu.csv',
  kefubao: 'shoubian-kefubao.xlsx',
  table: 'shoubian-phrases.xlsx',
};
const widths: Record<WrittenTable, readonly number[]> = {
  qianniu: [],
  kefubao: [16, 16, 24, 70],
  table: [18, 24, 70, 12, 18, 8],
};

/** Writes the phrases as a file and says what the file could not hold. */
export async function exportTable(table: WrittenTable, phrases: readonly Phrase[]): Promise<LocalText> {
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  if (table === 'qianniu') {
    const bytes = await runSteps(writeQianniu(phrases), work);
    downloadFile(files[table], [bytes as BlobPart], 'text/csv');
  } else {
    const fflate = await import('fflate');
    const cells = tableCells(table, phrases);
    const chunks = await runSteps(writeSheet(fflate, '话术', cells, phrases.length, widths[table]), work);
    downloadFile(files[table], chunks as BlobPart[], sheetType);
  }
  const lost = leftBehind(table, phrases);
  return lost.length === 0
    ? say(`已导出 ${phrases.length} 条`, `${phrases.length} phrases exported`)
    : say(
        `已导出 ${phrases.length} 条。文件里放不下：${lost.map((one) => one['zh-CN']).join('、')}`,
        `${phrases.length} phrases exported. The file has no place for: ${lost.map((one) => one.en).join(', ')}`,
      );
}
