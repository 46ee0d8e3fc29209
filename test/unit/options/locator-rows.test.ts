import { describe, expect, it } from 'vitest';
import type { Json } from '../../../components/options/maps/json-value.ts';
import {
  alternativesOf,
  withAlternative,
  withAlternativeMoved,
  withKey,
  withoutAlternative,
} from '../../../components/options/maps/locator-rows.ts';

describe('a locator as rows', () => {
  it.each<[Json | undefined, object[]]>([
    [undefined, []],
    ['.no', [{ css: '.no' }]],
    [{ label: '订单号' }, [{ label: '订单号' }]],
    [
      ['.a', { css: '.b', attr: 'id' }],
      [{ css: '.a' }, { css: '.b', attr: 'id' }],
    ],
    [7, [{ css: '' }]],
  ])('%j has one row per way to find it', (locator, rows) => {
    expect(alternativesOf(locator)).toEqual(rows);
  });

  it.each<[string, Json, Json]>([
    ['a bare selector stays bare', '.new', withKey('.old', 0, 'css', '.new')],
    ['an object stays an object', { css: '.new' }, withKey({ css: '.old' }, 0, 'css', '.new')],
    ['more makes it an object', { css: '.a', attr: 'id' }, withKey('.a', 0, 'attr', 'id')],
    [
      'one way of a list changes alone',
      ['.a', { label: '订单编号', pattern: '\\d+' }, '.c'],
      withKey(['.a', { label: '订单号', pattern: '\\d+' }, '.c'], 1, 'label', '订单编号'),
    ],
    ['a key goes', { css: '.a' }, withKey({ css: '.a', own: true }, 0, 'own', undefined)],
    [
      'the order of keys stays',
      '{"as":"money","css":"x","index":2}',
      JSON.stringify(withKey({ as: 'money', css: 'x', index: 1 }, 0, 'index', 2)),
    ],
  ])('%s', (_, expected, actual) => {
    expect(actual).toEqual(expected);
  });

  it('grows into a list and shrinks back to what it was', () => {
    expect(withAlternative('.a')).toEqual(['.a', '']);
    expect(withAlternative(['.a'], '.b')).toEqual(['.a', '.b']);
    expect(withAlternative(undefined)).toBe('');
    expect(withoutAlternative(['.a', '.b'], 0)).toEqual(['.b']);
    expect(withoutAlternative('.a', 0)).toBeUndefined();
  });

  it.each<[number, -1 | 1, Json]>([
    [1, -1, ['.b', '.a', '.c']],
    [1, 1, ['.a', '.c', '.b']],
    [0, -1, ['.a', '.b', '.c']],
    [2, 1, ['.a', '.b', '.c']],
  ])('way %i goes by %i', (index, by, expected) => {
    expect(withAlternativeMoved(['.a', '.b', '.c'], index, by)).toEqual(expected);
  });
});
