import { say } from '../../rules/language/local-text.ts';
import { platformRows } from '../../rules/packs/platform-rows.ts';
import { rowFault } from '../../rules/packs/row-fault.ts';
import { keepOwn, withOwn, withoutOwn } from '../../rules/packs/rows-in-force.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';
import {
  resetPlatformRule,
  setPlatformRule,
  settlePlatformRule,
} from '../../storage/contracts/platform-rules.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { LiveQueue } from './live-queue.ts';
import type { Stores } from './stores.ts';

/** The user's values over the platforms' rows. Open pages follow the store; the queue is judged anew at once. */
export function handlePlatformRules(
  server: RequestServer,
  stores: Pick<Stores, 'rules'>,
  queue: Pick<LiveQueue, 'refresh'>,
  now: () => number,
): void {
  async function change(next: (rows: UserRows) => UserRows): Promise<void> {
    const at = now();
    await stores.rules.update((record) => ({ ...record, updatedAt: at, rows: next(record.rows) }));
    await queue.refresh();
  }
  const rowOf = (id: string) => platformRows.find((row) => row.id === id);

  server.handle(setPlatformRule, async ({ id, value, note }) => {
    const row = rowOf(id);
    if (!row) return { fault: say('没有这一条规则', 'There is no such row') };
    const fault = rowFault(row, value);
    if (fault) return { fault };
    await change((rows) => withOwn(rows, row, value, shanghaiDay(now()), note));
    return {};
  });

  server.handle(resetPlatformRule, async ({ id }) => {
    await change((rows) => withoutOwn(rows, id));
    return {};
  });

  server.handle(settlePlatformRule, async ({ id, take }) => {
    const row = rowOf(id);
    await change((rows) => (take === 'own' && row ? keepOwn(rows, row) : withoutOwn(rows, id)));
    return {};
  });
}
