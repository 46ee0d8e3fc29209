import { checkTable } from '../../rules/decisions/index.ts';
import { say } from '../../rules/language/local-text.ts';
import { removeDecisionTable, saveDecisionTable } from '../../storage/contracts/decisions.ts';
import { withoutTable, withTables } from '../../storage/decisions.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { mostTables } from '../../storage/schemas/decision-table.ts';
import type { Stores } from './stores.ts';

/** The shop's own decision tables. Every open guide follows the store. */
export function handleDecisions(
  server: RequestServer,
  stores: Pick<Stores, 'decisions'>,
  now: () => number,
): void {
  server.handle(saveDecisionTable, async ({ table }) => {
    const faults = checkTable(table).map(({ text }) => text);
    if (faults.length > 0) return { faults };
    let full = false;
    await stores.decisions.update((record) => {
      const next = withTables(record, [table], now());
      full = next.tables.length > mostTables;
      return full ? record : next;
    });
    return {
      faults: full ? [say(`最多 ${mostTables} 份步骤`, `At most ${mostTables} tables are kept`)] : [],
    };
  });

  server.handle(removeDecisionTable, async ({ id }) => {
    await stores.decisions.update((record) => withoutTable(record, id, now()));
    return {};
  });
}
