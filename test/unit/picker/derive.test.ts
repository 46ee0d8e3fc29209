// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { guides, specOf } from '../../../content/picker/field-guide.ts';
import { fieldReadings } from '../../../content/picker/field-locator.ts';
import { rowLevels, rowScopes } from '../../../content/picker/rows.ts';
import { suggestFields } from '../../../content/picker/suggest.ts';
import { openMarket, pointAt } from './market-page.ts';

const NOW = Date.parse('2026-09-09T12:00:00+08:00');
type Orders = {
  id: string;
  buyer: string;
  receiver: string;
  phone: string;
  address: string;
  amount: string;
  state: string;
  placed: string;
  memo: string;
}[];

afterEach(() => {
  document.body.innerHTML = '';
});

const shadowsOf = (name: string): boolean => name.startsWith('zhulan');

function rowsAround(name: string, words: string) {
  const element = pointAt(words);
  const shadows = shadowsOf(name);
  const { levels, likeliest } = rowLevels(element, { shadows, numbered: true });
  const level = levels[likeliest];
  if (!level) throw new Error('no row');
  return { level, levels, rows: rowScopes(level.items, level.sample, level.group, shadows) };
}

describe.each([
  ['lujiao-orders', 12, undefined],
  ['zhulan-orders', 9, undefined],
  ['qingzhou-orders', 10, 'until-next'],
  ['shanhuo-orders', 9, undefined],
])('%s', (name, count, group) => {
  const truth = () => openMarket<Orders>(name);
  it('whatever is pointed at, the row is the order', () => {
    const orders = truth();
    const [, second] = orders;
    for (const words of [
      second?.id,
      second?.buyer,
      second?.phone,
      second?.state,
      name === 'shanhuo-orders' ? second?.address.slice(0, 8) : '亚麻围裙',
    ].map((one) => one ?? '')) {
      const { level } = rowsAround(name, words);
      expect({ words, rows: level.items.length, group: level.group }).toEqual({ words, rows: count, group });
      for (const { css } of level.locator) expect(css).not.toMatch(/\d{3}/);
    }
  });
  it('suggests what the page itself tells', () => {
    const orders = truth();
    const { rows } = rowsAround(name, orders[0]?.id ?? '');
    const found = suggestFields(guides.orders, rows, NOW);
    console.log(
      name,
      found
        .map(
          (one) =>
            `${one.spec.name}=${one.readings[0]?.value} ${one.confidence} ${JSON.stringify(one.readings[0]?.locator)} ${one.readings[0]?.seen}/${one.readings[0]?.rows}`,
        )
        .join('\n'),
    );
    expect(found.find((one) => one.spec.name === 'orderId')?.readings[0]?.value).toBe(orders[0]?.id);
  });
  it.each(['orderId', 'buyer', 'receiver', 'phone', 'address', 'amount', 'status', 'placedAt'] as const)(
    '%s pointed at is read in every row',
    (field) => {
      const orders = truth();
      const [first] = orders;
      if (!first) throw new Error('no order');
      const words = {
        orderId: first.id,
        buyer: first.buyer,
        receiver: first.receiver,
        phone: first.phone,
        address: first.address.slice(0, 10),
        amount: first.amount,
        status: first.state,
        placedAt: first.placed,
      }[field];
      const { rows } = rowsAround(name, first.id);
      const spec = specOf('orders', field);
      if (!spec) throw new Error('no field');
      const element = pointAt(words);
      const [reading] = fieldReadings(element, spec, rows, NOW);
      console.log(name, field, JSON.stringify(reading));
      const wanted = {
        ...{
          orderId: first.id,
          buyer: first.buyer,
          receiver: first.receiver,
          phone: first.phone,
          address: first.address,
          amount: `¥${first.amount}`,
          status: first.state,
          placedAt: first.placed,
        },
      }[field];
      expect(reading?.value).toBe(field === 'placedAt' ? wanted.replace(/:00$/, '') : wanted);
      expect(reading?.seen).toBe(reading?.rows);
    },
  );
});
