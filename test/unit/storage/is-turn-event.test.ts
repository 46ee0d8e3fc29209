import { describe, expect, it } from 'vitest';
import { isTurnEvent } from '../../../storage/schemas/is-turn-event.ts';
import { turnEventSchema } from '../../../storage/schemas/ledger.ts';
import fc from '../property.ts';

const whole = {
  id: 'm1',
  t: 1_772_000_000_000,
  platform: 'pdd',
  shop: 's',
  buyer: 'b',
  session: 'x',
  agent: 'a',
  to: 'c',
  type: 'buyer',
  origin: 'page',
  precision: 'min',
  length: 3,
  seq: -1,
  recalled: true,
};
const odd = fc.oneof(
  fc.constantFrom(undefined, null, 0, -1, 1.5, Number.NaN, '', 'pdd', 'human', 'page', 'ms', true, [], {}),
  fc.integer(),
  fc.string({ maxLength: 220 }),
);

describe('the quick look at an event', () => {
  it('accepts only what the schema accepts, and everything that needs no cutting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.keys(whole))),
        fc.dictionary(fc.constantFrom(...Object.keys(whole), 'other'), odd, { maxKeys: 3 }),
        (without, changes) => {
          const event: Record<string, unknown> = { ...whole, ...changes };
          for (const name of without) delete event[name];
          const parsed = turnEventSchema.safeParse(event);
          const kept = parsed.success && Object.keys(event).every((name) => name in parsed.data);
          expect(isTurnEvent(event)).toBe(kept);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(isTurnEvent(whole)).toBe(true);
    for (const none of [null, undefined, 'x', 3, []]) expect(isTurnEvent(none)).toBe(false);
  });
});
