import { describe, expect, it } from 'vitest';
import { type EntryFacts, mostEntries } from '../../../rules/registers/entry.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import { addEntry } from '../../../storage/contracts/registers.ts';
import { createKeeper } from '../../../storage/keeper.ts';
import {
  livingEntries,
  registersStore,
  withChange,
  withEntry,
  withImported,
  withoutOldEntries,
  withRemoved,
} from '../../../storage/registers.ts';
import type { Registers } from '../../../storage/schemas/register.ts';
import { readStore } from '../../../storage/store.ts';
import { memoryArea } from './memory-area.ts';

const facts = (over: Partial<EntryFacts> = {}): EntryFacts => ({
  kind: 'courier',
  platform: 'pdd',
  goods: [{ code: 'A1' }],
  issue: '三天没有更新',
  orderId: '1',
  ...over,
});
const added = (record: Registers, entry: EntryFacts, made: Parameters<typeof withEntry>[2]): Registers => {
  const result = withEntry(record, entry, made);
  if (!result.ok) throw new Error(result.fault.en);
  return result.record;
};
const none = registersStore.defaults(0);

describe('the registers', () => {
  it('write what is open and says the same once, what was solved may happen again', () => {
    const one = added(none, facts(), { id: 'a', at: 1 });
    expect(withEntry(one, facts({ issue: ' 三天没有更新 ' }), { id: 'b', at: 2 })).toMatchObject({
      id: 'a',
      known: true,
    });
    const solved = withChange(one, 'a', { status: 'done' }, 3);
    if (!solved.ok) throw new Error('not solved');
    expect(withEntry(solved.record, facts(), { id: 'b', at: 4 })).toMatchObject({ id: 'b', known: false });
    expect(withEntry(one, facts({ orderId: '2' }), { id: 'b', at: 2 })).toMatchObject({ known: false });
  });

  it('refuse with words what cannot be kept, and stay as they were', () => {
    expect(withEntry(none, facts({ issue: ' ' }), { id: 'a', at: 1 })).toMatchObject({ ok: false });
    const one = added(none, facts(), { id: 'a', at: 1 });
    expect(withChange(one, 'a', { patch: { amount: -1 } }, 2)).toMatchObject({ ok: false });
    expect(withChange(one, 'gone', { status: 'done' }, 2)).toMatchObject({ ok: false });
  });

  it('note when something was solved, and forget it when it was not', () => {
    const one = added(none, facts({ note: 'x' }), { id: 'a', at: 1, by: '07' });
    const solved = withChange(one, 'a', { status: 'done', patch: { note: null, solution: '补发' } }, 5);
    if (!solved.ok) throw new Error('not changed');
    expect(solved.record.entries).toMatchObject([{ status: 'done', doneAt: 5, solution: '补发', by: '07' }]);
    expect(solved.record.entries[0]).not.toHaveProperty('note');
    const again = withChange(solved.record, 'a', { status: 'open' }, 6);
    expect(again.ok && again.record.entries[0]).not.toHaveProperty('doneAt');
  });

  it('keep open entries however old, solved ones as long as buyers’ data, removed ones for a day', () => {
    const now = 400 * DAY_MS;
    let record = added(none, facts({ orderId: 'open' }), { id: 'open', at: 1 });
    record = added(record, facts({ orderId: 'old' }), {
      id: 'old',
      at: 1,
      status: 'done',
      doneAt: now - 91 * DAY_MS,
    });
    record = added(record, facts({ orderId: 'new' }), {
      id: 'new',
      at: 1,
      status: 'done',
      doneAt: now - DAY_MS,
    });
    record = added(record, facts({ orderId: 'gone' }), { id: 'gone', at: 1 });
    record = withRemoved(record, ['gone'], true, now - 2 * DAY_MS);
    const kept = withoutOldEntries(record, now - 90 * DAY_MS, now);
    expect(kept.entries.map(({ id }) => id)).toEqual(['open', 'new']);
  });

  it('bring a removed entry back', () => {
    const one = added(none, facts(), { id: 'a', at: 1 });
    const gone = withRemoved(one, ['a'], true, 2);
    expect(livingEntries(gone)).toEqual([]);
    expect(livingEntries(withRemoved(gone, ['a'], false, 3))).toHaveLength(1);
  });

  it('take 20,000 entries of a file, each once, and no more', () => {
    const ids = Array.from({ length: mostEntries }, (_, at) => `e${at}`).values();
    const made = { id: () => ids.next().value ?? 'none left', at: 9 };
    const rows = Array.from({ length: mostEntries + 1 }, (_, at) => ({
      facts: facts({ orderId: `o${at}` }),
      status: 'open' as const,
    }));
    const result = withImported(none, [...rows.slice(0, 3), ...rows], made);
    expect(result).toMatchObject({ known: 3, refused: 1 });
    expect(result.added).toHaveLength(mostEntries);
    expect(registersStore.schema.safeParse(result.record).success).toBe(true);
    expect(withEntry(result.record, facts({ orderId: 'more' }), { id: 'x', at: 1 })).toMatchObject({
      ok: false,
    });
  }, 60_000);

  it('are read back as they were kept', async () => {
    const area = memoryArea();
    const keeper = createKeeper(area, registersStore, () => 7);
    const kept = await keeper.update((record) =>
      added(
        record,
        facts({
          shop: '店',
          buyer: '小王',
          conversation: 'k',
          phone: '1',
          goods: [{ title: 't', sku: 's', code: 'c', quantity: 2 }],
          reason: 'r',
          courier: '圆通',
          trackingNo: 'YT1',
          amount: 1,
          promisedAt: 1_800_000_000_000,
          solution: 's',
          owner: 'o',
          note: 'n',
          bagCode: 'b',
        }),
        { id: 'a', at: 7, by: '07', status: 'done' },
      ),
    );
    expect(await readStore(area, registersStore, 7)).toEqual(kept);
  });

  it('may be written by desks and by our own pages', () => {
    expect(addEntry.from).toEqual(['desk', 'page']);
  });
});
