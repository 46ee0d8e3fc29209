import type { Migration } from '../store.ts';

/** The words that stood in the program until then (mission.md A14). */
const words = [
  { id: 'word-1', word: '肯定', suggestion: '争取' },
  { id: 'word-2', word: '保证', suggestion: '尽量' },
  { id: 'word-3', word: '绝对', suggestion: '努力' },
  { id: 'word-4', word: '不还价', suggestion: '价格已经很优惠了' },
  { id: 'word-5', word: '没有', suggestion: '可以看看同款其他颜色', level: 'info' },
];

/** Shop 1 → 2: words of the shop, released words and levels of the wording check. Frozen. */
export const shopWithWording: Migration = (value) => {
  const record = value as { pack: object };
  return { ...record, pack: { ...record.pack, wording: { words, exceptions: [], levels: [] } } };
};
