import { type LocalText, say } from '../../rules/language/local-text.ts';
import { writeDelimited } from '../../rules/phrases/files/delimited.ts';
import { finish } from '../../rules/phrases/files/steps.ts';
import type { RegisterEntry } from '../../rules/registers/entry.ts';
import { entryCells, entryWidths, maskedEntry } from '../../rules/registers/entry-table.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';
import { downloadFile } from './download.ts';
import { runSteps } from './run-steps.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves entries as a table. @param masked without what tells who the buyers are */
export async function exportRegister(
  entries: readonly RegisterEntry[],
  format: 'xlsx' | 'csv',
  masked: boolean,
): Promise<LocalText> {
  const written = masked ? entries.map(maskedEntry) : entries;
  const name = `shoubian-register-${shanghaiDay(Date.now())}`;
  if (format === 'csv') {
    // Excel takes a CSV for UTF-8 only with the mark in front (phrases.md §5).
    const text = finish(writeDelimited(entryCells(written), written.length));
    downloadFile(`${name}.csv`, [`\uFEFF${text}`], 'text/csv');
  } else {
    const fflate = await import('fflate');
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    const sheet = writeSheet(fflate, '登记表', entryCells(written), written.length, entryWidths);
    downloadFile(`${name}.xlsx`, (await runSteps(sheet, work)) as BlobPart[], sheetType);
  }
  return say(
    `已导出 ${entries.length} 条${masked ? '，买家信息已打码' : ''}`,
    `${entries.length} entries exported${masked ? ', buyers masked' : ''}`,
  );
}
