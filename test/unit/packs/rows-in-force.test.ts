import { describe, expect, it } from 'vitest';
import type { PlatformRow, RowValue } from '../../../rules/packs/platform-row.ts';
import { platformRows } from '../../../rules/packs/platform-rows.ts';
import { rowFault } from '../../../rules/packs/row-fault.ts';
import {
  changedDefaults,
  keepOwn,
  rowsInForce,
  type UserRows,
  valueInForce,
  withOwn,
  withoutOwn,
} from '../../../rules/packs/rows-in-force.ts';
import { sameRowValue } from '../../../rules/packs/same-row-value.ts';
import fc from '../property.ts';

const DAY = '2026-11-22';
const rowOf = (id: string, rows: readonly PlatformRow[] = platformRows): PlatformRow => {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(id);
  return row;
};
const seconds = (n: number): RowValue => ({ kind: 'seconds', seconds: n });
/** The pack as an update ships it: one row says something else. */
const updated = (id: string, value: RowValue): PlatformRow[] =>
  platformRows.map((row) => (row.id === id ? { ...row, value } : row));

describe('rows in force', () => {
  const cap = rowOf('TB-CAP');
  const user = withOwn({}, cap, seconds(500), DAY, '小二答复');

  it('carry the user’s value, note and date beside the shipped value', () => {
    expect(rowOf('TB-CAP', rowsInForce(user))).toMatchObject({
      value: seconds(600),
      user_value: seconds(500),
      user_note: '小二答复',
      user_date: DAY,
    });
  });
  it('hold the shipped value where the user’s does not fit the row any more', () => {
    const wrong: UserRows = { 'TB-CAP': { value: { kind: 'empty' }, date: DAY, over: seconds(600) } };
    expect(valueInForce(rowOf('TB-CAP', rowsInForce(wrong)))).toEqual(seconds(600));
  });
  it('a value that says what is shipped is none of the user’s', () => {
    expect(withOwn(user, cap, seconds(600), DAY)).toEqual({});
  });
  it('the user’s value survives an update that changes the row, and one that drops it', () => {
    expect(valueInForce(rowOf('TB-CAP', rowsInForce(user, updated('TB-CAP', seconds(900)))))).toEqual(
      seconds(500),
    );
    const without = platformRows.filter(({ id }) => id !== 'TB-CAP');
    expect(rowsInForce(user, without).some(({ id }) => id === 'TB-CAP')).toBe(false);
    expect(valueInForce(rowOf('TB-CAP', rowsInForce(user)))).toEqual(seconds(500));
  });
});

describe('an update', () => {
  const user = withOwn({}, rowOf('TB-CAP'), seconds(500), DAY);

  it('asks where it changes a row the user edited, and says what was and what is', () => {
    const [asked, ...more] = changedDefaults(user, updated('TB-CAP', seconds(900)));
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ before: seconds(600), now: seconds(900), own: { value: seconds(500) } });
  });
  it.each([
    ['nothing changed', platformRows],
    ['another row changed', updated('JD-GAP', seconds(900))],
    ['the new default says what the user had set', updated('TB-CAP', seconds(500))],
  ])('asks nothing when %s', (_, rows) => expect(changedDefaults(user, rows)).toEqual([]));

  it('asks once: kept or taken, it asks no more until the row changes again', () => {
    const first = updated('TB-CAP', seconds(900));
    const kept = keepOwn(user, rowOf('TB-CAP', first));
    expect(changedDefaults(kept, first)).toEqual([]);
    expect(valueInForce(rowOf('TB-CAP', rowsInForce(kept, first)))).toEqual(seconds(500));
    expect(changedDefaults(kept, updated('TB-CAP', seconds(700)))).toHaveLength(1);

    const taken = withoutOwn(user, 'TB-CAP');
    expect(changedDefaults(taken, first)).toEqual([]);
    expect(valueInForce(rowOf('TB-CAP', rowsInForce(taken, first)))).toEqual(seconds(900));
  });
});

/** Values a row may hold, by its kind; the shipped one among them. */
function valuesFor(row: PlatformRow): fc.Arbitrary<RowValue> {
  const { value } = row;
  const n = fc.integer({ min: 1, max: 9_000 });
  const others = row.other_values.flatMap((one) => one.value ?? []);
  const known = fc.constantFrom(value, ...others);
  if (value.kind === 'seconds') return fc.oneof(known, n.map(seconds));
  if (value.kind === 'choice' && row.choices) {
    return fc.constantFrom(...row.choices.map(({ id }): RowValue => ({ kind: 'choice', choice: id })));
  }
  if (row.unit === 'percent')
    return fc.oneof(
      known,
      n.map((share): RowValue => ({ kind: 'share', share })),
    );
  return known;
}

/** A small pack with a row of most kinds: a step then costs what it is about. */
const pack = ['TB-CAP', 'TB-OFF', 'TB-W3M', 'PDD-DEN', 'PDD-TGT', 'KS-TGT', 'JD-GAP', 'SHIP-TB'].map((id) =>
  rowOf(id),
);

const edits = fc.array(
  fc.constantFrom(...pack).chain((row) =>
    fc.record({
      row: fc.constant(row),
      value: valuesFor(row),
      shipped: valuesFor(row),
      act: fc.constantFrom('set', 'reset', 'keep', 'take', 'update'),
    }),
  ),
  { maxLength: 12 },
);

describe('whatever the user and the updates do', () => {
  it('what holds is the user’s value where set, else the shipped one; a changed default under it asks until answered', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        let shipped: PlatformRow[] = pack;
        let user: UserRows = {};
        const own = new Map<string, RowValue>();
        const seen = new Map<string, RowValue>();
        for (const {
          row: { id },
          value,
          shipped: next,
          act,
        } of steps) {
          const row = rowOf(id, shipped);
          if (act === 'set') {
            user = withOwn(user, row, value, DAY);
            if (sameRowValue(value, row.value)) own.delete(id);
            else own.set(id, value);
            seen.set(id, row.value);
          } else if (act === 'keep') {
            user = keepOwn(user, row);
            seen.set(id, row.value);
          } else if (act === 'update') {
            shipped = shipped.map((one) => (one.id === id ? { ...one, value: next } : one));
          } else {
            user = withoutOwn(user, id);
            own.delete(id);
          }
          const rows = rowsInForce(user, shipped);
          for (const now of rows) {
            const mine = own.get(now.id);
            const fits = mine !== undefined && !rowFault(now, mine);
            expect(valueInForce(now)).toEqual(fits ? mine : now.value);
          }
          const asks = new Set(changedDefaults(user, shipped).map((one) => one.row.id));
          const due = [...own].filter(([name, mine]) => {
            const now = rowOf(name, shipped).value;
            return !sameRowValue(seen.get(name) ?? now, now) && !sameRowValue(mine, now);
          });
          expect([...asks].sort()).toEqual(due.map(([name]) => name).sort());
        }
      }),
      { numRuns: 300 },
    );
  });
});
