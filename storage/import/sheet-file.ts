import type { CellRow } from '../../rules/phrases/files/delimited.ts';

/** The largest file read and the most cells (phrases.md §6.9). */
export const mostBytes = 50_000_000;
export const mostCells = 1_000_000;
/** What a workbook may unpack to: a small file can hold gigabytes of the same letter. */
const mostUnpacked = 400_000_000;
/** Bytes unpacked before the page gets its turn. */
const stepBytes = 32_768;

/** Why a workbook is not read. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
  constructor(readonly reason: 'too-large' | 'too-many-cells' | 'unreadable') {
    super(reason);
  }
}

export interface ReadSheet {
  /** The sheet's name. */
  name: string;
  rows: CellRow[];
}

/** Unpacks the workbook's XML in small turns; what a workbook holds besides (pictures, macros) is never unpacked. */
async function unpack(
  bytes: Uint8Array,
  { Unzip, UnzipInflate }: typeof import('fflate'),
  pause: () => Promise<void>,
): Promise<Record<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  let failed: Error | undefined;
  const unzip = new Unzip((file) => {
    if (!/\.xml(?:\.rels)?$/.test(file.name)) return;
    const held: Uint8Array[] = [];
    parts.set(file.name, held);
    file.ondata = (error, data) => {
      if (error) failed ??= new SheetRefused('unreadable');
      unpacked += data?.length ?? 0;
      if (unpacked > mostUnpacked) failed ??= new SheetRefused('too-large');
      else if (data && !failed) held.push(data);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += stepBytes) {
    unzip.push(bytes.subarray(at, at + stepBytes), at + stepBytes >= bytes.length);
    if (failed) throw failed;
    await pause();
  }
  return Object.fromEntries([...parts].map(([name, held]) => [name, joined(held)]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const dayOf = (date: Date): string => date.toISOString().replace(/T00:00:00\.000Z$/, '');

/**
 * Reads the sheets of an .xlsx file as rows of text. Formulas are not computed: a cell shows the value saved with it.
 * The library that reads sheets unpacks large files in workers made of text, which the policy of extension pages
 * forbids, without a word. So we unpack, and hand it the parts unpacked.
 *
 * @param pause lets the page do other things
 * @param most cells in all sheets
 * @throws SheetRefused
 */
export async function readSheets(
  bytes: Uint8Array,
  pause: () => Promise<void>,
  most = mostCells,
): Promise<ReadSheet[]> {
  if (bytes.length > mostBytes) throw new SheetRefused('too-large');
  const [fflate, { default: readXlsx }] = await Promise.all([
    import('fflate'),
    import('read-excel-file/universal'),
  ]);
  let sheets: Awaited<ReturnType<typeof readXlsx<string>>>;
  try {
    const parts = await unpack(bytes, fflate, pause);
    const plain = fflate.zipSync(parts, { level: 0 });
    const { buffer, byteOffset, byteLength } = plain;
    sheets = await readXlsx<string>(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, {
      trim: false,
      parseNumber: (text) => text,
    });
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused('unreadable');
  }
  let cells = 0;
  const read: ReadSheet[] = [];
  for (const { sheet, data } of sheets) {
    const rows: CellRow[] = [];
    for (const [at, row] of data.entries()) {
      cells += row.length;
      if (cells > most) throw new SheetRefused('too-many-cells');
      const texts = row.map((cell) =>
        cell === null
          ? ''
          : cell instanceof Date
            ? dayOf(cell)
            : typeof cell === 'boolean'
              ? cell
                ? 'TRUE'
                : 'FALSE'
              : String(cell),
      );
      if (texts.some((cell) => cell !== '')) rows.push({ line: at + 1, cells: texts });
      if (at % 5_000 === 4_999) await pause();
    }
    read.push({ name: sheet, rows });
  }
  return read;
}
