import { type LocalText, say } from '../../rules/language/local-text.ts';
import { writeDelimited } from '../../rules/phrases/files/delimited.ts';
import { finish } from '../../rules/phrases/files/steps.ts';
import { cardCells, cardWidths, writeCardFile } from '../../rules/products/card-file.ts';
import { livingCards } from '../../storage/cards.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import { downloadFile, downloadText } from './download.ts';
import { runSteps } from './run-steps.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Exports of product cards by their rows in the options; undefined for every other export. */
export function exportCards(id: string, record: Cards): Promise<LocalText> | undefined {
  const cards = livingCards(record);
  const said = say(`已导出 ${cards.length} 张`, `${cards.length} cards exported`);
  switch (id) {
    case 'product-cards':
      downloadText('shoubian-products.json', writeCardFile(cards));
      return Promise.resolve(said);
    case 'product-cards-csv': {
      // Excel takes a CSV for UTF-8 only with the mark in front (phrases.md §5).
      const text = finish(writeDelimited(cardCells(cards), cards.length));
      downloadFile('shoubian-products.csv', [`\uFEFF${text}`], 'text/csv');
      return Promise.resolve(said);
    }
    case 'product-cards-table':
      return import('fflate').then(async (fflate) => {
        const work = { signal: new AbortController().signal, onProgress: () => undefined };
        const sheet = writeSheet(fflate, '商品卡', cardCells(cards), cards.length, cardWidths(cards));
        const chunks = await runSteps(sheet, work);
        downloadFile('shoubian-products.xlsx', chunks as BlobPart[], sheetType);
        return said;
      });
    default:
      return undefined;
  }
}
