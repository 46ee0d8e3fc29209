import { expect, test } from 'vitest';
import { tagText } from '../../../rules/packs/row-tag.ts';

test.each([
  ['A', '平台原文'],
  ['X', '各处说法不一'],
  ['B/X', '多处一致、各处说法不一'],
  ['O', '手边的默认'],
  ['–', undefined],
])('how well a row is founded is said in words: %s', (tag, expected) => {
  expect(tagText(tag)?.['zh-CN']).toBe(expected);
});
