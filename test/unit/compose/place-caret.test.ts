import { describe, expect, test } from 'vitest';
import { endOfPrefix } from '../../../content/compose/place-caret.ts';

describe('where a prefix ends in what an editor made of it', () => {
  test.each([
    ['as it was written', '您好，订单到了', '您好，', 3],
    ['at the start', '您好', '', 0],
    ['at the start of a line', 'a\nb', 'a\n', 2],
    ['in an empty line', 'a\n\nb', 'a\n', 2],
    ['behind a space that became nbsp', 'a\u00a0b', 'a ', 2],
    ['behind a zero-width mark of the editor’s own', '\ufeffab', 'a', 2],
    ['where an empty line was lost', 'a\nbc', 'a\n\nb', 3],
    ['inside of a pair, counted in UTF-16', '😊b', '😊', 2],
    ['where the space is gone', 'ab', 'a ', 1],
  ])('%s', (_name, now, prefix, at) => {
    expect(endOfPrefix(now, prefix)).toBe(at);
  });

  test('nowhere, when the editor holds another text', () => {
    expect(endOfPrefix('您早', '您好')).toBeUndefined();
    expect(endOfPrefix('您', '您好')).toBeUndefined();
  });
});
