import type {
  DecisionRow,
  DecisionsActions,
  DecisionsModel,
} from '../../components/options/decisions/model.ts';
import { type DecisionTable, shippedTables } from '../../rules/decisions/index.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { removeDecisionTable, saveDecisionTable } from '../../storage/contracts/decisions.ts';
import { guideTables } from '../../storage/decisions.ts';
import { writeDecisionsFile } from '../../storage/import/decisions-file.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import { downloadText } from './download.ts';

/** The tables in use, each with where it comes from. */
export function decisionsModel(decisions: Decisions): DecisionsModel {
  const own = new Set(decisions.tables);
  const isShipped = (id: string): boolean => shippedTables.some((table) => table.id === id);
  return {
    rows: guideTables(decisions).map(
      (table): DecisionRow => ({
        table,
        origin: own.has(table) ? (isShipped(table.id) ? 'changed' : 'own') : 'shipped',
      }),
    ),
  };
}

/** What the agent does in the section 处理步骤. */
export function decisionActions(parts: {
  decisions: Decisions;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info' | 'warn' | 'stop', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): DecisionsActions {
  const { decisions, run, tell } = parts;
  /** Brings back what stood there: the shop's own before, or the shipped one. */
  const putBack = (id: string): (() => Promise<unknown>) => {
    const before = decisions.tables.find((table) => table.id === id);
    return () =>
      before ? sendRequest(saveDecisionTable, { table: before }) : sendRequest(removeDecisionTable, { id });
  };
  return {
    async save(table: DecisionTable) {
      let kept = false;
      const back = putBack(table.id);
      const work = sendRequest(saveDecisionTable, { table }).then(({ faults }) => {
        kept = faults.length === 0;
        if (kept) tell('info', say('已保存', 'Saved'), back);
        else
          tell(
            'stop',
            say(
              `没有保存：${faults.map((fault) => fault['zh-CN']).join('；')}`,
              `Not saved: ${faults.map((fault) => fault.en).join('; ')}`,
            ),
          );
      });
      run(work);
      await work.catch(() => undefined);
      return kept;
    },
    remove(id) {
      const back = putBack(id);
      const isShipped = shippedTables.some((table) => table.id === id);
      run(sendRequest(removeDecisionTable, { id }), () =>
        tell('info', isShipped ? say('已恢复自带的', 'Restored') : say('已删除', 'Deleted'), back),
      );
    },
    exportTables(id) {
      const tables = guideTables(decisions).filter((table) => id === undefined || table.id === id);
      downloadText(
        id === undefined ? 'shoubian-decisions.json' : `shoubian-decisions-${id}.json`,
        writeDecisionsFile(tables),
      );
    },
  };
}
