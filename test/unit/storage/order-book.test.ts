import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../rules/time/shanghai.ts';
import { noteOrder, noteOrders } from '../../../storage/contracts/order-book.ts';
import { createKeeper } from '../../../storage/keeper.ts';
import {
  mostOrders,
  orderBookStore,
  statesOf,
  withChange,
  withoutOldStates,
} from '../../../storage/order-book.ts';
import { readStore } from '../../../storage/store.ts';
import { memoryArea } from './memory-area.ts';

const none = orderBookStore.defaults(0);
const jd = (orderId: string) => ({ platform: 'jd' as const, orderId });

describe('the order book', () => {
  it('keeps orders of the same number on two marketplaces apart', () => {
    const book = withChange(none, [jd('1'), { platform: 'pdd', orderId: '1' }], { handled: true }, { at: 3 });
    const after = withChange(book, [jd('1')], { handled: false }, { at: 4 });
    expect([...statesOf(after).keys()]).toEqual(['pdd|1']);
  });

  it('holds at most 20,000 orders, the ones longest unchanged go first', () => {
    const ids = Array.from({ length: mostOrders }, (_, at) => jd(`a${at}`));
    const full = withChange(none, ids, { urgeStop: 'x' }, { at: 1 });
    const more = withChange(full, [jd('new'), jd('a0')], { addressCheck: 'asked' }, { at: 2 });
    expect(more.orders).toHaveLength(mostOrders);
    expect(statesOf(more).has('jd|new')).toBe(true);
    expect(statesOf(more).has('jd|a0')).toBe(true);
    expect(orderBookStore.schema.safeParse(more).success).toBe(true);
  });

  it('forgets what is older than buyers’ data may be, and "handled" once its shift is over', () => {
    const now = Date.parse('2026-03-05T12:00+08:00');
    let book = withChange(none, [jd('old')], { urge: { step: 0 } }, { at: now - 40 * DAY_MS });
    book = withChange(book, [jd('yesterday')], { handled: true }, { at: now - DAY_MS });
    book = withChange(book, [jd('both')], { addressCheck: 'asked' }, { at: now - DAY_MS });
    book = withChange(book, [jd('both')], { handled: true }, { at: now - DAY_MS });
    book = withChange(book, [jd('today')], { handled: true }, { at: now - HOUR_MS });
    const kept = statesOf(withoutOldStates(book, now - 30 * DAY_MS, now));
    expect([...kept.keys()]).toEqual(['jd|both', 'jd|today']);
    expect(kept.get('jd|both')?.handledAt).toBeUndefined();
    expect(kept.get('jd|today')?.handledAt).toBe(now - HOUR_MS);
  });

  it('keeps "handled" of a night shift that still runs after the day has turned', () => {
    const now = Date.parse('2026-03-05T05:30+08:00');
    const evening = Date.parse('2026-03-04T23:00+08:00');
    const book = withChange(none, [jd('night')], { handled: true }, { at: evening });
    const handledAt = (shiftStart?: number) =>
      statesOf(withoutOldStates(book, now - 30 * DAY_MS, now, shiftStart)).get('jd|night')?.handledAt;
    expect(handledAt(Date.parse('2026-03-04T22:00+08:00'))).toBe(evening);
    expect(handledAt()).toBeUndefined();
  });

  it('is read back as it was kept', async () => {
    const area = memoryArea();
    const keeper = createKeeper(area, orderBookStore, () => 7);
    const order = { ...jd('1'), address: '4:00000000', flags: [{ flag: 'unpaid', level: 'warn' as const }] };
    const kept = await keeper.update((book) =>
      withChange(
        book,
        [order],
        { handled: true, addressCheck: 'confirmed', urge: { step: 1 } },
        { at: 7, by: '8' },
      ),
    );
    expect(await readStore(area, orderBookStore, 7)).toEqual(kept);
    expect(typeof (area.all()['order-book'] as { value: unknown }).value).toBe('string');
  });
});

describe('noting something about an order', () => {
  it.each([
    { ...jd('1'), change: { addressCheck: 'maybe' } },
    { ...jd(''), change: { handled: true } },
    { platform: 'ebay', orderId: '1', change: { handled: true } },
    { ...jd('1'), change: { urge: { step: -1 } } },
    { ...jd('1') },
  ])('is refused when it is no change of an order: %j', (input) => {
    expect(noteOrder.input.safeParse(input).success).toBe(false);
  });
  it('is taken for many orders at once', () => {
    const orders = Array.from({ length: 2_000 }, (_, at) => jd(`${at}`));
    expect(noteOrders.input.safeParse({ orders, change: { handled: true } }).success).toBe(true);
  });
});
