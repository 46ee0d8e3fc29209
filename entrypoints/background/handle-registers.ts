import { dueStep, dueToday } from '../../rules/registers/due.ts';
import { entriesWithNumber } from '../../rules/registers/entries-with-number.ts';
import type { EntryFacts } from '../../rules/registers/entry.ts';
import { findEntries } from '../../rules/registers/find-entries.ts';
import { isOfBuyer } from '../../rules/registers/of-buyer.ts';
import {
  addEntry,
  changeEntry,
  type EntryDraft,
  entriesOfNumber,
  importEntries,
  listEntries,
  lookAtRegisters,
  removeEntry,
} from '../../storage/contracts/registers.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import {
  entryView,
  livingEntries,
  type ManyAdded,
  withChange,
  withEntry,
  withImported,
  withRemoved,
} from '../../storage/registers.ts';
import type { Registers } from '../../storage/schemas/register.ts';
import type { Stores } from './stores.ts';

/** Entries carried into a page at once. */
const mostDue = 60;
const mostOfBuyer = 20;
const mostOfNumber = 20;

/** The registers: written down, changed, found. */
export function handleRegisters(server: RequestServer, stores: Stores, now: () => number): void {
  /** Does an edit in the store's turn and gives what came of it; a refused one leaves the record as it is. */
  const edit = async <R extends { ok: true; record: Registers } | { ok: false }>(
    work: (record: Registers) => R,
  ): Promise<R> => {
    const came: R[] = [];
    await stores.registers.update((record) => {
      const result = work(record);
      came.push(result);
      return result.ok ? result.record : record;
    });
    const [result] = came;
    if (!result) throw new Error('the register was not written');
    return result;
  };

  server.handle(addEntry, async ({ entry, status }) => {
    const { shopName, agentNumber } = await stores.settings.read();
    const facts = filled(entry, { shop: shopName, owner: agentNumber });
    const made = { id: crypto.randomUUID(), at: now(), by: agentNumber, ...(status && { status }) };
    const added = await edit((record) => withEntry(record, facts, made));
    if (!added.ok) return added;
    const { ok, id, known } = added;
    return { ok, id, known };
  });

  server.handle(changeEntry, async ({ id, patch, status }) => {
    const change = { ...(patch && { patch }), ...(status && { status }) };
    const changed = await edit((record) => withChange(record, id, change, now()));
    if (!changed.ok) return changed;
    return { ok: changed.ok };
  });

  server.handle(importEntries, async ({ entries }) => {
    const { agentNumber } = await stores.settings.read();
    const made = { id: () => crypto.randomUUID(), at: now(), by: agentNumber };
    const came: ManyAdded[] = [];
    await stores.registers.update((record) => {
      const result = withImported(record, entries, made);
      came.push(result);
      return result.record;
    });
    const [{ added, known, refused } = { added: [], known: 0, refused: 0 }] = came;
    return { added, known, refused };
  });

  server.handle(lookAtRegisters, async ({ buyer }) => {
    const entries = livingEntries(await stores.registers.read()).map(entryView);
    const at = now();
    const due = dueToday(entries, at);
    const late = due.filter((entry) => dueStep(entry, at) === 'late').length;
    const ofBuyer = buyer
      ? entries.filter((entry) => entry.status === 'open' && isOfBuyer(entry, buyer)).reverse()
      : [];
    return {
      late,
      today: due.length - late,
      due: due.slice(0, mostDue),
      ofBuyer: ofBuyer.slice(0, mostOfBuyer),
    };
  });

  server.handle(entriesOfNumber, async ({ text }) => {
    const entries = livingEntries(await stores.registers.read());
    return { entries: entriesWithNumber(entries, text).reverse().slice(0, mostOfNumber).map(entryView) };
  });

  server.handle(removeEntry, async ({ ids, removed }) => {
    await stores.registers.update((record) => withRemoved(record, ids, removed, now()));
    return {};
  });

  server.handle(listEntries, async ({ limit, ...wanted }) => {
    const found = findEntries(livingEntries(await stores.registers.read()), wanted).reverse();
    return { entries: found.slice(0, limit).map(entryView), total: found.length };
  });
}

/** What the entry does not say and the settings do. */
function filled(entry: EntryDraft, known: { shop: string; owner: string }): EntryFacts {
  const { shop = known.shop, owner = known.owner } = entry;
  return { ...entry, shop, owner };
}
