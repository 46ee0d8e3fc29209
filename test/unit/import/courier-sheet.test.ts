import * as fflate from 'fflate';
import { expect, it } from 'vitest';
import { exampleCouriers } from '../../../rules/packs/example-shop.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { readCourierTable } from '../../../rules/zones/files/read-courier-table.ts';
import {
  courierCells,
  courierRowCount,
  courierWidths,
} from '../../../rules/zones/files/write-courier-table.ts';
import type { CourierTable } from '../../../rules/zones/table.ts';
import { readSheets } from '../../../storage/import/sheet-file.ts';
import { writeSheet } from '../../../storage/import/write-sheet.ts';

const own: CourierTable = {
  name: '本店',
  example: false,
  rules: [
    ...exampleCouriers.rules,
    {
      id: 'long',
      courier: '顺丰 "特惠", 次日',
      regions: ['浙江省/杭州市/余杭区/良渚街道', '广东省/东莞市/虎门镇', '海南省/琼海市', '浙江省', '江苏省'],
      keywords: ['军区；大院', '监狱'],
      reach: 'surcharge',
      surcharge: { first: 1_805, firstUnit: 1_500, next: 1, nextUnit: 333 },
      when: { minPieces: 2, maxTotal: 4_999, flashSale: false, minGrams: 1 },
      days: { least: 3 },
      priority: 0.5,
      note: ' =1+1\n第二行 ',
    },
    { id: 'corps', courier: '极兔', regions: [], corps: true, reach: 'unknown', priority: 7 },
  ],
};

it('a courier table comes back from a spreadsheet as it was', async () => {
  const sheet = writeSheet(fflate, own.name, courierCells(own), courierRowCount(own), courierWidths);
  const bytes = Buffer.concat(finish(sheet));
  const [read] = await readSheets(new Uint8Array(bytes), async () => undefined);
  expect(read?.name).toBe('本店');
  const found = finish(readCourierTable(read?.rows ?? []));
  expect(found?.problems).toEqual([]);
  expect(found?.rows.map(({ rule }) => rule)).toEqual(own.rules);
});
