import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { OrderRowView, OrdersFile } from '../../components/dock/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { exportRows, exportWidths, sheetSafe } from '../../rules/orders/export-rows.ts';
import { dueOf } from '../../rules/orders/order-due.ts';
import { writeDelimited } from '../../rules/phrases/files/delimited.ts';
import type { Steps } from '../../rules/phrases/files/steps.ts';
import { shanghaiParts } from '../../rules/time/shanghai.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';

const types: Record<OrdersFile['format'], string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};
/** What makes spreadsheets read a CSV file as UTF-8. */
const byteOrderMark = '\uFEFF';

/** Runs to its end at once: a page of orders is written in a few milliseconds. */
function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `手边订单-20260305-1430.xlsx` */
function fileName(format: OrdersFile['format'], now: number): string {
  const { year, month, day, hour, minute } = shanghaiParts(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `手边订单-${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}.${format}`;
}

/** Writes the rows, as listed, into a file that no spreadsheet takes for formulas. Nothing goes over the network. */
export function ordersFile(
  rows: readonly OrderRowView[],
  { format, clear }: OrdersFile,
  { language, now, shiftStart }: { language: Language; now: number; shiftStart?: number },
): { name: string; blob: Blob } {
  const listed = rows.map((row) => {
    const due = dueOf(row);
    return { ...row, ...(due && { due }) };
  });
  const cells = exportRows(listed, {
    language,
    now,
    clear,
    ...(shiftStart !== undefined && { shiftStart }),
  });
  const parts: BlobPart[] =
    format === 'xlsx'
      ? (finished(
          writeSheet({ Zip, ZipDeflate, strToU8 }, '订单', cells, rows.length + 1, exportWidths),
        ) as BlobPart[])
      : [byteOrderMark, finished(writeDelimited(cells, rows.length + 1, sheetSafe))];
  return { name: fileName(format, now), blob: new Blob(parts, { type: types[format] }) };
}

/** Hands a file to the browser's downloads, within the agent's own click. */
export function saveFile(document: Document, { name, blob }: { name: string; blob: Blob }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // Not in the document: the page's listeners never see the click.
  link.click();
  URL.revokeObjectURL(url);
}
