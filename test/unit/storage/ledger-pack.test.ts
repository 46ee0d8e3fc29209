import { describe, expect, test } from 'vitest';
import { eventTypes, type TurnEvent } from '../../../rules/turns/event.ts';
import { zipText } from '../../../storage/gzip.ts';
import { packEvents, unpackEvents } from '../../../storage/ledger-pack.ts';
import fc from '../property.ts';

const place = { platform: 'pdd', shop: 's' } as const;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });

const events: fc.Arbitrary<TurnEvent[]> = fc.array(
  fc
    .record({
      t: fc.integer({ min: 1, max: 2_000_000_000_000 }),
      buyer: name,
      type: fc.constantFrom(...eventTypes),
      id: optional(name),
      session: optional(name),
      agent: optional(name),
      to: optional(name),
      origin: optional(
        fc.constantFrom('page' as const, 'native_app' as const, 'phone' as const, 'unknown' as const),
      ),
      precision: optional(fc.constantFrom('ms' as const, 's' as const, 'min' as const)),
      length: optional(fc.nat(5_000)),
      seq: optional(fc.integer({ min: -5, max: 200 })),
      recalled: optional(fc.boolean()),
    })
    .map((fields) => {
      const told = Object.entries(fields).filter(([, value]) => value !== undefined);
      return { ...place, ...Object.fromEntries(told) } as unknown as TurnEvent;
    }),
  { maxLength: 40 },
);

const inOrder = (list: readonly TurnEvent[]): string[] =>
  list.map((event) => JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

describe('a packed day', () => {
  test('gives back every event as it was', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (list) => {
        expect(inOrder(await unpackEvents(await packEvents(list), place))).toEqual(inOrder(list));
      }),
      { numRuns: 60 },
    );
  });

  test('takes less than a twelfth of what the events take as they come', async () => {
    const day: TurnEvent[] = Array.from({ length: 5_500 }, (_, i) => ({
      ...place,
      id: `1${String(7_300_000_000 + i * 7_919).padStart(12, '0')}`,
      t: 1_780_000_000_000 + i * 9_000 + ((i * 37) % 900),
      buyer: `buyer-${(i * 31) % 400}`,
      agent: `0${i % 8}`,
      type: i % 3 === 0 ? 'human' : 'buyer',
      origin: 'page',
      precision: 's',
      length: (i * 13) % 60,
    }));
    const bytes = (await packEvents(day)).byteLength;
    expect(bytes * 12).toBeLessThan(JSON.stringify(day).length);
    // Two million events of a year: 365 such days.
    expect(bytes * 365).toBeLessThan(60 * 1_024 * 1_024);
  });

  test('that is spoiled is not believed', async () => {
    await expect(unpackEvents(new Uint8Array([1, 2, 3]), place)).rejects.toThrow();
    await expect(unpackEvents(await zipText('{}'), place)).rejects.toThrow();
    const cut = {
      version: 1,
      t: [1, 2],
      type: [0],
      types: ['buyer'],
      buyer: [0, 0],
      buyers: ['b'],
      rest: {},
    };
    await expect(unpackEvents(await zipText(JSON.stringify(cut)), place)).rejects.toThrow('unequal');
    const unknown = { ...cut, type: [0, 7] };
    await expect(unpackEvents(await zipText(JSON.stringify(unknown)), place)).rejects.toThrow();
  });
});
