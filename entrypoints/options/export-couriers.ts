import { type LocalText, say } from '../../rules/language/local-text.ts';
import { exampleCouriers } from '../../rules/packs/example-shop.ts';
import { writeDelimited } from '../../rules/phrases/files/delimited.ts';
import { finish } from '../../rules/phrases/files/steps.ts';
import { courierCells, courierRowCount, courierWidths } from '../../rules/zones/files/write-courier-table.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';
import { downloadFile } from './download.ts';
import { runSteps } from './run-steps.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Spreadsheet programs refuse longer names of sheets, and these signs in them. */
const sheetName = (name: string): string =>
  name
    .replace(/[:\\/?*[\]']/gu, ' ')
    .trim()
    .slice(0, 31)
    .trim() || '快递表';

async function downloadSheet(file: string, table: CourierTable): Promise<void> {
  const fflate = await import('fflate');
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  const sheet = writeSheet(
    fflate,
    sheetName(table.name),
    courierCells(table),
    courierRowCount(table),
    courierWidths,
  );
  downloadFile(file, (await runSteps(sheet, work)) as BlobPart[], sheetType);
}

/** Spreadsheets of the courier table by their rows in the options; undefined for every other export. */
export function exportCouriers(id: string, table: CourierTable): Promise<LocalText> | undefined {
  const said = say(`已导出 ${table.rules.length} 条规则`, `${table.rules.length} rules exported`);
  switch (id) {
    case 'courier-table-xlsx':
      return downloadSheet('shoubian-couriers.xlsx', table).then(() => said);
    case 'courier-table-csv': {
      // Excel takes a CSV for UTF-8 only with the mark in front (phrases.md §5).
      const text = finish(writeDelimited(courierCells(table), table.rules.length));
      downloadFile('shoubian-couriers.csv', [`\uFEFF${text}`], 'text/csv');
      return Promise.resolve(said);
    }
    case 'courier-table-template':
      return downloadSheet('shoubian-couriers-example.xlsx', exampleCouriers).then(() =>
        say(
          '已下载示例：里面是示例店铺的规则，请改成自己的',
          'Example downloaded: it holds the example shop’s rules, to be made your own',
        ),
      );
    default:
      return undefined;
  }
}
