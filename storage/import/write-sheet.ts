import type { Steps } from '../../rules/phrases/files/steps.ts';

/** Rows written in one step. */
const stepRows = 500;
/** The same bytes for the same phrases: the file carries no time of its own. */
const noTime = new Date(1980, 0, 1);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters XML cannot hold, and what would read as such an escape, written as Excel writes them: `_x000B_`. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    .replace(/_(?=x[\dA-Fa-f]{4}_)|[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\r/g, (one) => {
      const code = one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Name of a column: A … Z, AA, AB … A shop's own facts make a table of products as wide as they please. */
const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** A number a spreadsheet counts with, and how it is shown. */
export interface SheetNumber {
  number: number;
  show: 'whole' | 'two' | 'percent';
}
/** Undefined and an empty text are an empty cell. */
export type SheetValue = string | SheetNumber | undefined;

/** One table of a workbook. */
export interface SheetTable {
  name: string;
  /** Of the columns, in characters. */
  widths: readonly number[];
  rows: Iterable<readonly SheetValue[]>;
}

const numberStyles: Record<SheetNumber['show'], number> = { whole: 3, two: 4, percent: 5 };

const cell = (value: SheetValue, column: number, row: number): string => {
  const place = `${columnName(column)}${row}`;
  if (value === undefined || value === '') return '';
  if (typeof value !== 'string')
    return Number.isFinite(value.number)
      ? `<c r="${place}" s="${numberStyles[value.show]}"><v>${value.number}</v></c>`
      : '';
  return `<c r="${place}" s="${row === 1 ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

/** What Excel takes as the name of a sheet: no more than 31 characters, none of those it keeps for itself. */
const sheetName = (name: string): string => escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));

const sheetParts = (names: readonly string[], part: (name: string, number: number) => string): string =>
  names.map((name, i) => part(name, i + 1)).join('');

const parts = (names: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>${sheetParts(names, (_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${contentType}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheetParts(names, (name, n) => `<sheet name="${sheetName(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${sheetParts(names, (_, n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Format 49 is "text": a code 001 stays 001 when somebody edits it. 1, 2 and 10 are 0, 0.00 and 0.00%.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${[1, 2, 10].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`).join('')}</cellXfs></styleSheet>`,
});

type Zipping = Pick<typeof import('fflate'), 'Zip' | 'ZipDeflate' | 'strToU8'>;

/**
 * Writes a workbook as an .xlsx file: texts are text cells, never a number or a formula, numbers are numbers; the first
 * row of each sheet is its head. The same tables make the same bytes.
 *
 * @param total rows of all sheets, for the progress
 */
export function* writeWorkbook(
  { Zip, ZipDeflate, strToU8 }: Zipping,
  sheets: readonly SheetTable[],
  total: number,
): Steps<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, data) => {
    if (error) failed ??= error;
    else chunks.push(data);
  });
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noTime;
    zip.add(file);
    return file;
  };
  for (const [path, xml] of Object.entries(parts(sheets.map(({ name }) => name))))
    open(path).push(strToU8(declaration + xml), true);
  let done = 0;
  for (const [at, { widths, rows }] of sheets.entries()) {
    const sheet = open(`xl/worksheets/sheet${at + 1}.xml`);
    const columns = widths.map(
      (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
    );
    const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
    let xml = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols}<sheetData>`;
    let row = 0;
    for (const cells of rows) {
      row += 1;
      done += 1;
      xml += `<row r="${row}">${cells.map((value, column) => cell(value, column, row)).join('')}</row>`;
      if (row % stepRows === 0) {
        sheet.push(strToU8(xml));
        xml = '';
        yield { done, total };
      }
    }
    sheet.push(strToU8(`${xml}</sheetData></worksheet>`), true);
  }
  zip.end();
  if (failed) throw failed;
  return chunks;
}

/**
 * Writes one sheet of texts as an .xlsx file: every cell is text.
 *
 * @param widths of the columns, in characters
 */
export const writeSheet = (
  zipping: Zipping,
  name: string,
  rows: Iterable<readonly string[]>,
  total: number,
  widths: readonly number[],
): Steps<Uint8Array[]> => writeWorkbook(zipping, [{ name, rows, widths }], total);
