import { describe, expect, it } from 'vitest';
import { formatFen } from '../../../rules/money/money.ts';
import type { PriceQuestion } from '../../../rules/price/index.ts';
import { planPrice, priceLimits, splitOverLines } from '../../../rules/price/index.ts';
import fc from '../property.ts';

const amount = fc.integer({ min: 1, max: 5_000_000 });
const line = fc.record({ amount, share: fc.integer({ min: 0, max: 100 }) }).map(({ amount: fen, share }) => ({
  amount: fen,
  floor: Math.floor((fen * share) / 100),
}));
const lines = fc.array(line, { minLength: 1, maxLength: 8 });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('a split over any lines', () => {
  it('sums exactly, keeps every floor, and fails only where the floors leave no room', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: -10_000_000, max: 1_000_000 }), (all, delta) => {
        const result = splitOverLines(all, delta);
        const room = sum(all.map(({ amount: fen, floor }) => fen - floor));
        expect(result === undefined).toBe(-delta > room);
        if (!result) return;
        expect(sum(result)).toBe(sum(all.map(({ amount: fen }) => fen)) + delta);
        result.forEach((fen, at) => {
          expect(fen).toBeGreaterThanOrEqual(all[at]?.floor ?? 0);
        });
      }),
      { numRuns: 600 },
    );
  });
});

const question = fc
  .record({
    platform: fc.constantFrom(...priceLimits.map(({ platform }) => platform)),
    mode: fc.constantFrom('total' as const, 'line-delta' as const, 'line-total' as const),
    lines,
    request: fc.oneof(
      amount.map((fen) => ({ way: 'target' as const, value: formatFen(fen) })),
      amount.map((fen) => ({ way: 'minus' as const, value: formatFen(fen) })),
      fc
        .integer({ min: 1, max: 99 })
        .map((tenths) => ({ way: 'percent' as const, value: `${tenths / 10}折` })),
      fc
        .constantFrom('yuan' as const, 'five' as const, 'nine' as const)
        .map((value) => ({ way: 'round' as const, value })),
    ),
    floor: fc.option(amount, { nil: undefined }),
    floorPercent: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    cost: fc.option(amount, { nil: undefined }),
    card: fc.option(amount, { nil: undefined }),
    freight: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
  })
  .map(
    ({ floor, floorPercent, cost, card, freight, ...rest }): PriceQuestion => ({
      ...rest,
      status: 'unpaid',
      current: sum(rest.lines.map(({ amount: fen }) => fen)),
      shop: {
        price: { ...(floor !== undefined && { floor }), ...(floorPercent !== undefined && { floorPercent }) },
      },
      ...(cost !== undefined && { cost }),
      ...(freight !== undefined && { freight }),
      ...(card !== undefined && { floors: [{ amount: card, why: 'card' }] }),
    }),
  );

describe('for any request', () => {
  it('what may be filled is under no floor, unless the agent agreed to it', () => {
    let filled = 0;
    fc.assert(
      fc.property(question, (asked) => {
        const plan = planPrice(asked);
        expect(plan.lineInputs !== undefined).toBe(plan.ok);
        if (!plan.ok || plan.price === undefined || plan.delta === 0) return;
        filled += 1;
        const { price } = plan;
        const floors = [
          asked.shop.price.floor ?? 0,
          ((asked.shop.price.floorPercent ?? 0) * asked.current) / 100 - 0.5,
          asked.cost ?? 0,
          ...(asked.floors ?? []).map((one) => one.amount),
        ];
        for (const floor of floors)
          expect(Math.min(price, plan.payable ?? price)).toBeGreaterThanOrEqual(floor);
      }),
      { numRuns: 800 },
    );
    expect(filled).toBeGreaterThan(100);
  });

  it('what goes into the fields is the plan exactly, and no line falls under its floor', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { lineInputs, price, delta } = planPrice({ ...asked, accepted: false });
        if (!lineInputs) return;
        const all = asked.lines ?? [];
        if (asked.mode === 'total') expect(lineInputs).toEqual([price]);
        if (asked.mode === 'line-total') expect(sum(lineInputs)).toBe(price);
        if (asked.mode === 'line-delta') expect(sum(lineInputs)).toBe(delta);
        if (asked.mode === 'total') return;
        const after = lineInputs.map((fen, at) =>
          asked.mode === 'line-delta' ? fen + (all[at]?.amount ?? 0) : fen,
        );
        after.forEach((fen, at) => {
          expect(fen).toBeGreaterThanOrEqual(all[at]?.floor ?? 0);
        });
      }),
      { numRuns: 800 },
    );
  });

  it('agreeing lifts floors and nothing else', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const plan = planPrice(asked);
        const accepted = planPrice({ ...asked, accepted: true });
        expect(accepted.blocks).toEqual(plan.blocks);
        expect(accepted.price).toBe(plan.price);
        if (plan.blocks.length > 0) expect(accepted.ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
