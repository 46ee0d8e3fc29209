import type { ReadRegister } from '../../components/options/registers/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { decodeFile } from '../../rules/phrases/files/encoding.ts';
import { mostEntries } from '../../rules/registers/entry.ts';
import { type ReadEntries, readEntryTable, readEntryText } from '../../rules/registers/read-entries.ts';
import { mostBytes, readSheets, SheetRefused } from '../../storage/import/sheet-file.ts';
import { pause, runSteps } from './run-steps.ts';

const zip = [0x50, 0x4b, 0x03, 0x04];
const ole = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

const tooLarge: LocalText = say(
  '文件太大：最多读 50 MB、100 万个单元格，请拆成几个文件',
  'The file is too large: at most 50 MB and 1,000,000 cells are read. Split it',
);
const noColumns: LocalText = say(
  '认不出这是登记表。请在第一行写上列名，例如：类型、买家、订单号、快递单号、问题、状态',
  'This is not recognised as a register. Name the columns in the first line, for example: 类型, 买家, 订单号, 快递单号, 问题, 状态',
);

/** Reads a shop's own register out of a chosen file; a text says why it cannot be read. Nothing is kept by it. */
export async function readRegister(file: File): Promise<ReadRegister | LocalText> {
  if (file.size > mostBytes) return tooLarge;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, ole))
    return say(
      '这是旧的 .xls 格式，读不了。请用 Excel 或 WPS 「另存为」.xlsx 或 .csv，再选一次',
      'This is the old .xls format. Save it as .xlsx or .csv and choose that',
    );
  let read: ReadEntries | undefined;
  try {
    read = await (startsWith(bytes, zip) ? readWorkbook(bytes) : readText(bytes));
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return error.reason === 'unreadable'
      ? say(
          '这个 .xlsx 文件打不开：可能没有下载完整，或者加了密码',
          'This .xlsx file cannot be opened: it may be incomplete or protected by a password',
        )
      : tooLarge;
  }
  if (!read) return noColumns;
  if (read.rows.length > mostEntries)
    return say(
      `文件有 ${read.rows.length} 条，最多 ${mostEntries} 条，请拆成几个文件`,
      `${read.rows.length} entries; at most ${mostEntries}. Split the file`,
    );
  return { fileName: file.name, ...read };
}

const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

async function readWorkbook(bytes: Uint8Array): Promise<ReadEntries | undefined> {
  const filled = (await readSheets(bytes, pause)).filter(({ rows }) => rows.length > 0);
  for (const { name, rows } of filled) {
    const read = await runSteps(readEntryTable(rows), work());
    if (!read) continue;
    const others = filled.filter((sheet) => sheet.name !== name).map((sheet) => sheet.name);
    if (others.length === 0) return read;
    const note = say(
      `只读了工作表「${name}」，没有读：${others.join('、')}`,
      `Only the sheet "${name}" was read, not: ${others.join(', ')}`,
    );
    return { ...read, notes: [...read.notes, note] };
  }
  return undefined;
}

async function readText(bytes: Uint8Array): Promise<ReadEntries | undefined> {
  const { text, broken } = await runSteps(decodeFile(bytes), work());
  const read = text.includes('\0') ? undefined : await runSteps(readEntryText(text), work());
  if (!read || broken === 0) return read;
  const note = say(
    `有 ${broken} 个字符读不出来，请把文件存成 UTF-8 再选一次`,
    `${broken} characters cannot be read; save the file as UTF-8 and choose it again`,
  );
  return { ...read, notes: [...read.notes, note] };
}
