import { describe, expect, it } from 'vitest';
import {
  type Json,
  placeText,
  textAt,
  valueAt,
  withMoved,
  withoutValue,
  withRenamed,
  withValue,
} from '../../../components/options/maps/json-value.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';

const keysInOrder = (value: Json | undefined): string => JSON.stringify(value);

describe('an edit of a document', () => {
  const doc: Json = { z: 1, unknownKey: { b: 2, a: 1 }, list: [{ x: 'one', y: 2 }, 'two'], a: null };

  it('changes its own place alone: order of keys and everything beside it stay', () => {
    const changed = withValue(doc, ['list', 0, 'x'], 'new');
    expect(keysInOrder(changed)).toBe(keysInOrder(doc).replace('"one"', '"new"'));
    expect(valueAt(changed, ['unknownKey'])).toBe(valueAt(doc, ['unknownKey']));
    expect(keysInOrder(doc), 'the document before is as it was').toContain('"one"');
  });

  it('makes what leads to a new place, at the end', () => {
    expect(keysInOrder(withValue(doc, ['when', 'path'], '^/a'))).toBe(
      keysInOrder(doc).replace(/}$/, ',"when":{"path":"^/a"}}'),
    );
  });

  it.each<[string, (string | number)[], Json]>([
    ['a key', ['a'], { z: 1, unknownKey: { b: 2, a: 1 }, list: [{ x: 'one', y: 2 }, 'two'] }],
    ['an entry of a list', ['list', 0], { z: 1, unknownKey: { b: 2, a: 1 }, list: ['two'], a: null }],
    ['what is not there', ['list', 'nothing'], doc],
    ['what is not there at all', ['no', 'way'], doc],
  ])('takes away %s and nothing else', (_, path, expected) => {
    expect(keysInOrder(withoutValue(doc, path))).toBe(keysInOrder(expected));
  });

  it('takes an object that says nothing any more with its last key, where the contract lets it go', () => {
    expect(withoutValue({ when: { path: '^/a' }, item: 'li' }, ['when', 'path'])).toEqual({ item: 'li' });
    expect(withoutValue({ fields: { orderId: 'b' } }, ['fields', 'orderId'])).toEqual({ fields: {} });
  });

  it.each([
    [0, 1, ['b', 'a', 'c']],
    [2, -1, ['a', 'c', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 1, ['a', 'b', 'c']],
  ])('moves entry %i by %i', (index, by, expected) => {
    expect(withMoved({ pages: ['a', 'b', 'c'] }, ['pages', index], by)).toEqual({ pages: expected });
  });

  it('renames a key where it stands, and never onto another', () => {
    const words: Json = { 待付款: 'unpaid', 待发货: 'unshipped' };
    expect(keysInOrder(withRenamed(words, [], '待付款', '等待付款'))).toBe(
      '{"等待付款":"unpaid","待发货":"unshipped"}',
    );
    expect(withRenamed(words, [], '待付款', '待发货')).toBe(words);
  });

  it('reads what is not text as empty rather than as its print', () => {
    expect(textAt({ a: 5 }, ['a'])).toBe('');
    expect(textAt('x', ['a', 0])).toBe('');
  });

  it('never takes what every object has for something written', () => {
    expect(valueAt({}, ['constructor'])).toBeUndefined();
    expect(withValue({}, ['fields', 'toString'], 'x')).toEqual({ fields: { toString: 'x' } });
  });
});

it('writing every value of a built-in map where it stands gives the map back, byte for byte', () => {
  for (const map of builtInMaps()) {
    const doc = map as unknown as Json;
    const places: (string | number)[][] = [];
    const visit = (value: Json, path: (string | number)[]): void => {
      places.push(path);
      if (Array.isArray(value)) for (const [i, one] of value.entries()) visit(one, [...path, i]);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, one] of Object.entries(value)) visit(one, [...path, key]);
      }
    };
    visit(doc, []);
    expect(places.length).toBeGreaterThan(50);
    const before = keysInOrder(doc);
    for (const path of places) {
      const value = valueAt(doc, path);
      if (value === undefined) throw new Error(`nothing at ${placeText(path)}`);
      expect(keysInOrder(withValue(doc, path, value)), placeText(path)).toBe(before);
    }
  }
});

it('places read as validation writes them', () => {
  expect(placeText(['pages', 0, 'fields', 'orderId', 1, 'css'])).toBe('pages[0].fields.orderId[1].css');
  expect(placeText([])).toBe('');
});
