import { strToU8, Zip, ZipDeflate } from 'fflate';
import { figureLines } from '../../rules/figures/export-lines.ts';
import { figureFileName, figureSheets } from '../../rules/figures/export-rows.ts';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { sheetSafe } from '../../rules/orders/export-rows.ts';
import { writeDelimited } from '../../rules/phrases/files/delimited.ts';
import { finish } from '../../rules/phrases/files/steps.ts';
import { writeWorkbook } from '../../storage/import/write-sheet.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What makes spreadsheets read a CSV file as UTF-8. */
const byteOrderMark = '\uFEFF';

export interface FiguresFile {
  name: string;
  type: string;
  parts: BlobPart[];
}

/** The report as a file: a workbook with numbers to count with, or one table of texts that no spreadsheet takes for formulas. */
export function figuresFile(report: FigureReport, kind: 'xlsx' | 'csv', language: Language): FiguresFile {
  const name = `${figureFileName(report)}.${kind}`;
  if (kind === 'csv') {
    const lines = figureLines(report, language);
    const text = finish(writeDelimited(lines, lines.length, sheetSafe));
    return { name, type: 'text/csv;charset=utf-8', parts: [byteOrderMark, text] };
  }
  const sheets = figureSheets(report, language);
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const parts = finish(writeWorkbook({ Zip, ZipDeflate, strToU8 }, sheets, total)) as BlobPart[];
  return { name, type: xlsx, parts };
}
