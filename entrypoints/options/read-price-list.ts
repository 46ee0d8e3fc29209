import { type LocalText, say } from '../../rules/language/local-text.ts';
import { decodeFile } from '../../rules/phrases/files/encoding.ts';
import { type ReadPriceList, readPriceTable, readPriceText } from '../../rules/price/price-list.ts';
import { mostBytes, readSheets, SheetRefused } from '../../storage/import/sheet-file.ts';
import { type LongWork, pause, runSteps } from './run-steps.ts';

export type PriceListReading = { ok: true; read: ReadPriceList } | { ok: false; error: LocalText };

const refuse = (zh: string, en: string): PriceListReading => ({ ok: false, error: say(zh, en) });
const noList = (): PriceListReading =>
  refuse(
    '没认出编码和价格两列。请在第一行写上列名，例如：编码、直播价',
    'The columns of codes and prices were not found. Name them in the first line, for example: 编码, 直播价',
  );

export async function readPastedList(text: string, work: LongWork): Promise<PriceListReading> {
  const read = await runSteps(readPriceText(text), work);
  return read ? { ok: true, read } : noList();
}

/** Reads a chosen file without holding the page: .xlsx by its first sheet with a price list, else a table as text. */
export async function readListFile(file: File, work: LongWork): Promise<PriceListReading> {
  if (file.size > mostBytes) return refuse('文件太大，最多 50 MB', 'The file is too large: at most 50 MB');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refuse(
      '这是旧的 .xls 格式，读不了，请另存为 .xlsx 或 .csv',
      'This is the old .xls format; save it as .xlsx or .csv',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const { text } = await runSteps(decodeFile(bytes), work);
    return readPastedList(text, work);
  }
  try {
    for (const { rows } of await readSheets(bytes, pause)) {
      const read = await runSteps(readPriceTable(rows), work);
      if (read) return { ok: true, read };
    }
    return noList();
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return error.reason === 'unreadable'
      ? refuse(
          '这个 .xlsx 文件打不开：可能没有下载完整，或者加了密码',
          'This .xlsx file cannot be opened: it may be incomplete or protected by a password',
        )
      : refuse('文件太大：最多 100 万个单元格', 'The file is too large: at most 1,000,000 cells');
  }
}
