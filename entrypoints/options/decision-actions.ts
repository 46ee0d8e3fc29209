import type {
  DecisionDraft,
  DecisionRow,
  DecisionsActions,
  DecisionsModel,
} from '../../components/options/decisions/model.ts';
import { shippedTables } from '../../rules/decisions/index.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { removeDecisionTable, saveDecisionTable } from '../../storage/contracts/decisions.ts';
import { guideTables } from '../../storage/decisions.ts';
import { writeDecisionsFile } from '../../storage/import/decisions-file.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import { downloadText } from './download.ts';

/** The tables in use, each with where it comes from. */
export function decisionsModel(decisions: Decisions, draft: DecisionDraft | undefined): DecisionsModel {
  const own = new Set(decisions.tables);
  const isShipped = (id: string): boolean => shippedTables.some((table) => table.id === id);
  return {
    ...(draft && { draft }),
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
  draft: DecisionDraft | undefined;
  setDraft(draft: DecisionDraft | undefined): void;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: 'info' | 'warn' | 'stop', text: LocalText, takeBack?: () => Promise<unknown>): void;
}): DecisionsActions {
  const { decisions, draft, setDraft, run, tell } = parts;
  /** Brings back what stood there: the shop's own before, or the shipped one. */
  const putBack = (id: string): (() => Promise<unknown>) => {
    const before = decisions.tables.find((table) => table.id === id);
    return () =>
      before ? sendRequest(saveDecisionTable, { table: before }) : sendRequest(removeDecisionTable, { id });
  };
  return {
    edit: (table) => setDraft({ opened: table, table }),
    change: (table) => draft && setDraft({ ...draft, table }),
    close: () => setDraft(undefined),
    save() {
      if (!draft) return;
      const { table } = draft;
      const back = putBack(table.id);
      run(
        sendRequest(saveDecisionTable, { table }).then(({ faults }) => {
          if (faults.length === 0) {
            setDraft(undefined);
            tell('info', say('已保存', 'Saved'), back);
            return;
          }
          tell(
            'stop',
            say(
              `没有保存：${faults.map((fault) => fault['zh-CN']).join('；')}`,
              `Not saved: ${faults.map((fault) => fault.en).join('; ')}`,
            ),
          );
        }),
      );
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
