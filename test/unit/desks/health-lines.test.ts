import { describe, expect, it } from 'vitest';
import { brokenLine, goneLine, healthLines, offLine } from '../../../content/desks/health-lines.ts';
import type { Breakage } from '../../../content/site-map/facts.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { type PageKindName, pageKinds } from '../../../storage/health.ts';
import { fieldName } from '../../../storage/page-names.ts';
import {
  lineFieldNames,
  orderFieldNames,
  refundFieldNames,
  reviewFieldNames,
} from '../../../storage/schemas/site-map.ts';

/** Where a page entry holds its fields, and how the counts name them. */
function fieldsOf(entry: object): string[] {
  const skipped = new Set([
    'kind',
    'when',
    'frames',
    'evidence',
    'group',
    'statuses',
    'ratings',
    'mode',
    'side',
  ]);
  return Object.entries(entry).flatMap(([key, value]): string[] => {
    if (skipped.has(key)) return [];
    const keys = ['css', 'label', 'attr', 'pattern', 'count', 'own'];
    const isLocator = typeof value === 'string' || Array.isArray(value) || keys.some((one) => one in value);
    if (isLocator) return [key];
    const inner = fieldsOf(value);
    return key === 'fields' ? inner : inner.map((name) => `${key}.${name}`);
  });
}

describe('every field of the contract', () => {
  const ofContract: [PageKindName, string][] = [
    ...['orderId', ...orderFieldNames, ...lineFieldNames.map((name) => `lines.${name}`)].flatMap(
      (name): [PageKindName, string][] => [
        ['orders', name],
        ['chat', `orders.${name}`],
      ],
    ),
    ...['text', ...reviewFieldNames].map((name): [PageKindName, string] => ['reviews', name]),
    ...refundFieldNames.map((name): [PageKindName, string] => ['refunds', name]),
    ...['current', 'lineTitle', 'orderId', 'inputs.price', 'inputs.freight', 'inputs.freeFreight'].map(
      (name): [PageKindName, string] => ['price', name],
    ),
    ...builtInMaps().flatMap((map) =>
      map.pages.flatMap((entry) => fieldsOf(entry).map((name): [PageKindName, string] => [entry.kind, name])),
    ),
    ...pageKinds.map((kind): [PageKindName, string] => [kind, 'root']),
  ];

  it('has a name in Chinese and one in English, neither of them the key', () => {
    const unnamed = ofContract.filter(([kind, name]) => {
      const { 'zh-CN': zh, en } = fieldName(kind, name);
      return (
        !/^[\p{Script=Han}]+$/u.test(zh) || zh.includes(name) || en.includes('.') || /[a-z][A-Z]/.test(en)
      );
    });
    expect([...new Set(unnamed.map(([kind, name]) => `${kind} ${name}`))]).toEqual([]);
  });
});

describe('a health line', () => {
  it('names the page and the field', () => {
    expect(brokenLine('orders', ['orderId']).text).toEqual({
      'zh-CN': '订单页读不到「订单号」，先不标记、不填写',
      en: 'Order page: no order number; nothing is marked or filled',
    });
    expect(goneLine('orders', [{ field: 'amount', what: 'none' }]).text['zh-CN']).toBe(
      '订单页突然读不到「实付金额」，和它有关的提示先不可靠',
    );
    expect(goneLine('orders', [{ field: 'orderId', what: 'some' }]).text['zh-CN']).toBe(
      '订单页有些行突然读不到「订单号」，这些行先不标记',
    );
    expect(offLine('chat')).toMatchObject({ level: 'off', page: 'chat', field: '' });
  });

  it('is one per kind of page, the broken field before those that are gone, a lost list before what was in it', () => {
    const broken: Breakage[] = [
      { kind: 'orders', field: 'orderId' },
      { kind: 'orders', field: 'root' },
    ];
    const gone = [
      { kind: 'orders' as const, field: 'amount', what: 'none' as const },
      { kind: 'chat' as const, field: 'buyer', what: 'none' as const },
    ];
    expect(
      healthLines(broken, gone, ['price']).map(({ level, page, field }) => [level, page, field]),
    ).toEqual([
      ['broken', 'orders', 'root'],
      ['warning', 'chat', 'buyer'],
      ['off', 'price', ''],
    ]);
  });

  it('names three fields and counts the rest', () => {
    const fields = ['amount', 'status', 'phone', 'memo', 'address'].map((field) => ({
      field,
      what: 'none' as const,
    }));
    const { text } = goneLine('orders', fields);
    expect(text['zh-CN']).toContain('「实付金额」「订单状态」「电话」等 5 项');
    expect(text.en).toContain('amount paid, order status, phone and 2 more');
  });
});
