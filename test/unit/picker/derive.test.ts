// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { guides, specOf } from '../../../content/picker/field-guide.ts';
import { fieldReadings } from '../../../content/picker/field-locator.ts';
import { rowLevels, rowScopes } from '../../../content/picker/rows.ts';
import { suggestFields } from '../../../content/picker/suggest.ts';
import { openMarket, pointAt } from './market-page.ts';

const NOW = Date.parse('2026-09-09T12:00:00+08:00');

interface Shown {
  id: string;
  buyer: string;
  receiver: string;
  phone: string;
  address: string;
  amount: string;
  state: string;
  placed: string;
}

afterEach(() => {
  document.body.innerHTML = '';
});

function rowsAround(name: string, words: string, numbered = true) {
  const shadows = name.startsWith('zhulan');
  const { levels, likeliest } = rowLevels(pointAt(words), { shadows, numbered });
  const level = levels[likeliest];
  if (!level) throw new Error('no row');
  return { level, rows: rowScopes(level.items, level.sample, level.group, shadows) };
}

const everything = (value: unknown): string => JSON.stringify(value);

describe.each([
  ['lujiao-orders', 12, undefined],
  ['zhulan-orders', 9, undefined],
  ['qingzhou-orders', 10, 'until-next'],
  ['shanhuo-orders', 9, undefined],
])('%s', (name, count, group) => {
  const truth = (): Shown[] => openMarket<Shown[]>(name);
  const firstOf = (orders: Shown[]): Shown => {
    const [first] = orders;
    if (!first) throw new Error('no order');
    return first;
  };

  it('whatever is pointed at in it, the row is the order', () => {
    const second = truth()[1];
    const goods = name === 'shanhuo-orders' ? second?.address.slice(0, 8) : '亚麻围裙';
    for (const words of [second?.id, second?.buyer, second?.phone, second?.state, goods]) {
      const { level } = rowsAround(name, words ?? '');
      expect({ words, rows: level.items.length, group: level.group }).toEqual({ words, rows: count, group });
    }
  });

  it('the page itself tells most fields, and what it tells is right', () => {
    const first = firstOf(truth());
    const { rows } = rowsAround(name, first.id);
    const found = suggestFields(guides.orders, rows, NOW);
    const values = Object.fromEntries(found.map((one) => [one.spec.name, one.readings[0]?.value]));
    expect(values).toMatchObject({
      orderId: first.id,
      receiver: first.receiver,
      phone: first.phone,
      address: first.address,
      amount: `¥${first.amount}`,
      status: first.state,
    });
  });

  it.each([
    ['orderId', 'id'],
    ['buyer', 'buyer'],
    ['receiver', 'receiver'],
    ['phone', 'phone'],
    ['address', 'address'],
    ['amount', 'amount'],
    ['status', 'state'],
    ['placedAt', 'placed'],
  ] as const)('%s pointed at is read in every row, and held by nothing a build made', (field, key) => {
    const first = firstOf(truth());
    const { rows } = rowsAround(name, first.id);
    const spec = specOf('orders', field);
    if (!spec) throw new Error('no field');
    const [reading] = fieldReadings(
      pointAt(first[key].slice(0, key === 'address' ? 10 : undefined)),
      spec,
      rows,
      NOW,
    );
    const wanted =
      key === 'amount'
        ? `¥${first.amount}`
        : key === 'placed'
          ? first.placed.replace(/:00$/, '')
          : first[key];
    expect(reading?.value).toBe(wanted);
    expect(reading?.seen).toBe(reading?.rows);
    const kinds = reading?.locator.map((one) => ('label' in one ? 'label' : 'css'));
    expect(kinds?.length).toBeLessThanOrEqual(3);
    // Salts of the fixtures: five to eight characters behind --, css- or in an opaque class.
    for (const element of document.querySelectorAll('[class]')) {
      for (const className of element.classList) {
        if (/--\w{5,}|^css-|^_1x9/.test(className))
          expect(everything(reading?.locator)).not.toContain(className);
      }
    }
  });
});

describe('other lists', () => {
  it('a review: its words, its stars as a count, its number', () => {
    const [first] =
      openMarket<{ id: string; text: string; stars: number; buyer: string }[]>('lujiao-reviews');
    const { level, rows } = rowsAround('lujiao-reviews', first?.text ?? '', false);
    expect(level.items).toHaveLength(6);
    const found = suggestFields(guides.reviews, rows, NOW);
    const values = Object.fromEntries(found.map((one) => [one.spec.name, one.readings[0]?.value]));
    expect(values).toMatchObject({ text: first?.text, rating: String(first?.stars), orderId: first?.id });
    expect(everything(found.find(({ spec }) => spec.name === 'rating')?.readings[0]?.locator)).toContain(
      '.lit',
    );
  });

  it('refunds as cards in a grid, every value by its label', () => {
    const [first] =
      openMarket<{ id: string; reason: string; type: string; amount: string }[]>('shanhuo-refunds');
    const { level, rows } = rowsAround('shanhuo-refunds', first?.reason ?? '');
    expect(level.items).toHaveLength(8);
    const found = suggestFields(guides.refunds, rows, NOW);
    expect(found.map((one) => [one.spec.name, one.readings[0]?.kind])).toEqual(
      expect.arrayContaining([
        ['orderId', 'label'],
        ['type', 'label'],
        ['reason', 'label'],
        ['amount', 'label'],
      ]),
    );
  });
});
