import type { PricingActions } from '../../components/options/pricing/model.ts';
import { type Language, type LocalText, say } from '../../rules/language/local-text.ts';
import { sheetSafe } from '../../rules/orders/export-rows.ts';
import { writeDelimited } from '../../rules/phrases/files/delimited.ts';
import { finish } from '../../rules/phrases/files/steps.ts';
import { mostListPrices } from '../../rules/price/list-price.ts';
import { logRows, logWidths } from '../../rules/price/log-rows.ts';
import { changeList } from '../../rules/price/price-list.ts';
import { clearPrices, erasePriceLog, importPrices, undoPrices } from '../../storage/contracts/pricing.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { downloadFile } from './download.ts';
import { type PriceListReading, readListFile, readPastedList } from './read-price-list.ts';
import { type LongWork, runSteps } from './run-steps.ts';
import type { PricingState } from './use-pricing.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const work = (): LongWork => ({ signal: new AbortController().signal, onProgress: () => undefined });

/** What the agent does in the section 改价与补偿. */
export function pricingActions(parts: {
  pricing: PricingState;
  language: Language;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info' | 'warn' | 'stop', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): PricingActions {
  const { pricing, language, run, tell } = parts;
  const { reading, setReading, log } = pricing;
  const undo = (): Promise<unknown> => sendRequest(undoPrices, {});

  const show = (name: string, came: PriceListReading): void => {
    if (!came.ok) {
      setReading(undefined);
      tell('stop', came.error);
      return;
    }
    setReading({ name, read: came.read, way: 'replace' });
  };
  return {
    readFile: (file) => run(readListFile(file, work()).then((came) => show(file.name.slice(0, 200), came))),
    readText: (text) => run(readPastedList(text, work()).then((came) => show('', came))),
    chooseWay: (way) => reading && setReading({ ...reading, way }),
    cancelList: () => setReading(undefined),
    applyList() {
      if (!reading) return;
      const { prices } = reading.read;
      const after = changeList(pricing.list.prices, prices, reading.way).result.length;
      if (after > mostListPrices) {
        tell(
          'stop',
          say(
            `导入后会有 ${after} 个编码，最多 ${mostListPrices} 个，没有导入`,
            `There would be ${after} codes; at most ${mostListPrices} are kept. Nothing was imported`,
          ),
        );
        return;
      }
      const sent = sendRequest(importPrices, { prices, name: reading.name, way: reading.way });
      run(
        sent.then(({ count }) => {
          setReading(undefined);
          tell('info', say(`已导入，共 ${count} 个编码`, `Imported; ${count} codes in all`), undo);
        }),
      );
    },
    clearList: () =>
      run(sendRequest(clearPrices, {}), () => tell('info', say('已清空价目表', 'The list is cleared'), undo)),
    exportLog(format) {
      const changes = [...log.changes].reverse();
      const rows = logRows(changes, language);
      const said = (): void =>
        tell('info', say(`已导出 ${changes.length} 条`, `${changes.length} lines exported`));
      if (format === 'csv') {
        // Excel takes a CSV for UTF-8 only with the mark in front (phrases.md §5).
        const text = finish(writeDelimited(rows, changes.length + 1, sheetSafe));
        downloadFile('shoubian-price-changes.csv', [`\uFEFF${text}`], 'text/csv');
        said();
        return;
      }
      run(
        import('fflate').then(async (fflate) => {
          const sheet = writeSheet(fflate, '改价记录', rows, changes.length + 1, logWidths);
          const chunks = await runSteps(sheet, work());
          downloadFile('shoubian-price-changes.xlsx', chunks as BlobPart[], sheetType);
          said();
        }),
      );
    },
    eraseLog: () =>
      run(sendRequest(erasePriceLog, {}), () => tell('info', say('已清空改价记录', 'The log is erased'))),
  };
}
