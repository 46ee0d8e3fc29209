import { type LocalText, say } from '../../rules/language/local-text.ts';
import { headerKey, unknownTable } from '../../rules/phrases/files/choose-columns.ts';
import type { CellRow } from '../../rules/phrases/files/delimited.ts';
import { decodeFile, type TextEncoding } from '../../rules/phrases/files/encoding.ts';
import { findHeader } from '../../rules/phrases/files/header.ts';
import { readEspanso } from '../../rules/phrases/files/read-espanso.ts';
import { readPhraseJson } from '../../rules/phrases/files/read-json.ts';
import type { ChosenColumns, ReadPhrases } from '../../rules/phrases/files/read-phrases.ts';
import { readTable } from '../../rules/phrases/files/read-table.ts';
import { readPhraseText } from '../../rules/phrases/files/read-text.ts';
import { mostRows } from '../../rules/phrases/phrase-file.ts';
import { mostCards } from '../../rules/products/card.ts';
import { readCardFile } from '../../rules/products/card-file.ts';
import { type ReadCards, readCardTable, readCardText } from '../../rules/products/read-cards.ts';
import {
  type ReadCourierTable,
  readCourierTable,
  readCourierText,
} from '../../rules/zones/files/read-courier-table.ts';
import { mostBytes, readSheets, SheetRefused } from '../../storage/import/sheet-file.ts';
import { readYaml } from '../../storage/import/yaml-file.ts';
import { type LongWork, pause, runSteps } from './run-steps.ts';

/** What a chosen file turned out to be. */
export type ReadChosen =
  /** For `planImport`: one of our other documents, or something it will refuse with its reason. */
  | { kind: 'text'; text: string }
  /** `encoding` is absent where a file has none to choose (.xlsx). */
  | { kind: 'phrases'; read: ReadPhrases; encoding?: TextEncoding; broken: number }
  /** `sheet`: the name of the sheet it stands in. */
  | { kind: 'couriers'; read: ReadCourierTable; sheet?: string; encoding?: TextEncoding; broken: number }
  | { kind: 'cards'; read: ReadCards; encoding?: TextEncoding; broken: number }
  | { kind: 'refused'; errors: LocalText[] };

const refuse = (zh: string, en: string): ReadChosen => ({ kind: 'refused', errors: [say(zh, en)] });
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
/** First bytes of a ZIP (.xlsx) and of an OLE file (.xls). */
const zip = [0x50, 0x4b, 0x03, 0x04];
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const tooLarge = (): ReadChosen =>
  refuse(
    '文件太大：最多读 50 MB、100 万个单元格，请拆成几个文件',
    'The file is too large: at most 50 MB and 1,000,000 cells are read. Split it into several files',
  );

/** What the agent said of a file, and of others like it. */
export interface ReadingChoices {
  encoding?: TextEncoding | undefined;
  /** What the columns of its table are. */
  columns?: ChosenColumns | undefined;
  /** What was said of a table with this header. */
  remembered?(header: string): ChosenColumns | undefined;
}

/** The columns of a table where the agent said them; its own header is believed first. */
const columnsFor =
  ({ columns, remembered }: ReadingChoices) =>
  (rows: readonly CellRow[]): ChosenColumns | undefined => {
    if (columns || findHeader(rows)) return columns;
    const header = headerKey(rows, 1);
    return header === '' ? undefined : remembered?.(header);
  };

/** Reads a chosen file without holding the page, whatever its kind. */
export async function readChosen(
  file: File,
  work: LongWork,
  choices: ReadingChoices = {},
): Promise<ReadChosen> {
  if (file.size > mostBytes) return tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  work.signal.throwIfAborted();
  if (startsWith(bytes, ole))
    return refuse(
      '这是旧的 .xls 格式，读不了。请用 Excel 或 WPS 打开，「另存为」.xlsx 或 .csv，再选一次',
      'This is the old .xls format, which cannot be read. Open it in Excel or WPS, save it as .xlsx or .csv and choose that',
    );
  const found = startsWith(bytes, zip)
    ? await readWorkbook(bytes, work, choices)
    : await readText(file.name, bytes, work, choices);
  if (found.kind === 'phrases' && found.read.rows.length > mostRows)
    return refuse(
      `文件有 ${found.read.rows.length} 条，一次最多导入 ${mostRows} 条，请拆成几个文件`,
      `${found.read.rows.length} rows; at most ${mostRows} are imported at once. Split the file`,
    );
  if (found.kind === 'cards' && found.read.rows.length > mostCards)
    return refuse(
      `文件有 ${found.read.rows.length} 个商品，一次最多导入 ${mostCards} 个，请拆成几个文件`,
      `${found.read.rows.length} products; at most ${mostCards} are imported at once. Split the file`,
    );
  return found;
}

async function readWorkbook(bytes: Uint8Array, work: LongWork, choices: ReadingChoices): Promise<ReadChosen> {
  try {
    const sheets = await readSheets(bytes, async () => {
      await pause();
      work.signal.throwIfAborted();
    });
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    for (const { name, rows } of filled) {
      const couriers = choices.columns ? undefined : await runSteps(readCourierTable(rows), work);
      const cards = choices.columns || couriers ? undefined : await runSteps(readCardTable(rows, []), work);
      const read =
        couriers || cards
          ? undefined
          : ((await runSteps(readTable(rows, [], false, columnsFor(choices)(rows)), work)) ??
            unknownTable(rows));
      if (!couriers && !cards && !read) continue;
      const others = filled.filter((sheet) => sheet.name !== name).map((sheet) => sheet.name);
      const note = say(
        `只读了工作表「${name}」，没有读：${others.join('、')}`,
        `Only the sheet "${name}" was read, not: ${others.join(', ')}`,
      );
      const noted = <T extends { notes: LocalText[] }>(one: T): T =>
        others.length > 0 ? { ...one, notes: [...one.notes, note] } : one;
      if (couriers) return { kind: 'couriers', read: noted(couriers), sheet: name, broken: 0 };
      if (cards) return { kind: 'cards', read: noted(cards), broken: 0 };
      if (read) return { kind: 'phrases', read: noted(read), broken: 0 };
    }
    return noColumns();
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    if (error.reason !== 'unreadable') return tooLarge();
    return refuse(
      '这个 .xlsx 文件打不开：可能没有下载完整，或者加了密码',
      'This .xlsx file cannot be opened: it may be incomplete or protected by a password',
    );
  }
}

const noColumns = (): ReadChosen =>
  refuse(
    '认不出每一列是什么。请在第一行写上列名，例如：分类、标题、内容、编码',
    'The columns cannot be told. Name them in the first line, for example: 分类, 标题, 内容, 编码',
  );

async function readText(
  name: string,
  bytes: Uint8Array,
  work: LongWork,
  choices: ReadingChoices,
): Promise<ReadChosen> {
  const { text, encoding, broken } = await runSteps(decodeFile(bytes, choices.encoding), work);
  const json = jsonOf(text);
  if (json !== undefined) {
    const cards = readCardFile(json);
    if (cards.ok) return { kind: 'cards', read: cards.read, encoding, broken };
    const phrases = readPhraseJson(json);
    return phrases?.ok ? { kind: 'phrases', read: phrases.read, encoding, broken } : { kind: 'text', text };
  }
  if (/^matches:/m.test(text) && /^\s*(?:-\s*)?["']?triggers?["']?:/m.test(text)) {
    const read = readEspanso(await readYaml(text));
    if (read) return { kind: 'phrases', read, encoding, broken };
    return refuse(
      '看起来是 Espanso 的 YAML，但里面有写错的地方，读不了。请先在 Espanso 里确认它能用',
      'This looks like Espanso YAML, but it is broken and cannot be read. Check that Espanso itself takes it',
    );
  }
  const isTable = /\.(?:csv|tsv|txt)$/i.test(name);
  if (text.trim() === '' || text.includes('\0') || /\.json$/i.test(name)) return { kind: 'text', text };
  const couriers = choices.columns ? undefined : await runSteps(readCourierText(text), work);
  if (couriers) return { kind: 'couriers', read: couriers, encoding, broken };
  const cards = choices.columns ? undefined : await runSteps(readCardText(text), work);
  if (cards) return { kind: 'cards', read: cards, encoding, broken };
  const read = await runSteps(readPhraseText(text, columnsFor(choices)), work);
  // A guess is for files that say they are tables; anything else is told what the product reads.
  if (read && (isTable || !read.question)) return { kind: 'phrases', read, encoding, broken };
  return isTable ? noColumns() : { kind: 'text', text };
}

/** The text as JSON; undefined where it is none (a table may begin with a bracket too). */
function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
