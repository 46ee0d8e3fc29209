import * as fflate from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../rules/phrases/files/read-table.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { tableCells } from '../../../rules/phrases/files/write-tables.ts';
import { readSheets, SheetRefused } from '../../../storage/import/sheet-file.ts';
import { writeSheet } from '../../../storage/import/write-sheet.ts';

const pause = async (): Promise<void> => undefined;

function xlsx(rows: readonly (readonly string[])[]): Uint8Array {
  const chunks = finish(writeSheet(fflate, '话术', rows, rows.length, [10, 40]));
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
const cellsOf = async (bytes: Uint8Array): Promise<string[][]> =>
  ((await readSheets(bytes, pause))[0]?.rows ?? []).map(({ cells }) => cells);

describe('.xlsx', () => {
  test.each([
    ['  spaces \n\n 😊㐀 '],
    ['=1+1'],
    ['001'],
    ['12345678901234567890'],
    ['TRUE'],
    ['<&>"\''],
    ['\ttab\t'],
    ['\u000b\u0000'],
    ['_x0041_'],
    ['__x000D_'],
    ['\n'],
  ])('a text %j comes back as it was', async (text) => {
    expect(
      await cellsOf(
        xlsx([
          ['头', '内容'],
          [text, 'x'],
        ]),
      ),
    ).toEqual([
      ['头', '内容'],
      [text, 'x'],
    ]);
  });

  test('the same rows make the same bytes', () => {
    const rows = [...tableCells('kefubao', [{ title: '问候', text: '您好', category: '接待' }])];
    expect(xlsx(rows)).toEqual(xlsx(rows));
  });

  test('客服宝: written, read and understood, its rows by their numbers in the sheet', async () => {
    const cells = [
      ...tableCells('kefubao', [
        { title: '问候', text: '您好\n在的', category: '接待-早班' },
        { title: '再见', text: '慢走', category: '接待' },
      ]),
    ];
    const [sheet] = await readSheets(xlsx(cells), pause);
    const read = finish(readTable(sheet?.rows ?? [], [], false));
    expect(read?.name['zh-CN']).toBe('客服宝话术');
    expect(read?.rows).toEqual([
      { row: 2, title: '问候', text: '您好\n在的', category: '接待-早班' },
      { row: 3, title: '再见', text: '慢走', category: '接待' },
    ]);
  });

  test('a file of many rows is unpacked in turns, none of them long', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`标题${at}`, `内容 ${Math.sin(at)}\n第二行`]);
    const bytes = xlsx([['标题', '内容'], ...rows]);
    let turns = 0;
    const [sheet] = await readSheets(bytes, async () => {
      turns += 1;
    });
    expect(sheet?.rows).toHaveLength(20_001);
    expect(turns).toBeGreaterThan(bytes.length / 32_768);
  });

  const refusal = async (bytes: Uint8Array, mostCells?: number): Promise<unknown> => {
    try {
      return await readSheets(bytes, pause, mostCells);
    } catch (error) {
      return error instanceof SheetRefused ? error.reason : error;
    }
  };

  test('what is no workbook, or absurdly large, is refused with its reason', async () => {
    expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('unreadable');
    expect(await refusal(fflate.zipSync({ 'a.txt': new Uint8Array(3) }))).toBe('unreadable');
    expect(await refusal(xlsx([['a', 'b']]).slice(0, 600))).toBe('unreadable');
    expect(await refusal(new Uint8Array(50_000_001))).toBe('too-large');
    const four = xlsx([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(await refusal(four, 3)).toBe('too-many-cells');
    expect(await refusal(four, 4)).not.toBe('too-many-cells');
  });
});
