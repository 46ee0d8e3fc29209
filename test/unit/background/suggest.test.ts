import { describe, expect, test } from 'vitest';
import { learnt, withoutOldAnswers } from '../../../entrypoints/background/handle-suggest.ts';
import { sketchOf } from '../../../rules/phrases/suggest-memory.ts';
import { suggestStore } from '../../../storage/suggest-memory.ts';

const day = 86_400_000;

describe('what suggestions learn', () => {
  test('is kept as numbers with the time of the last answer, and fits its store', () => {
    let record = suggestStore.defaults(0);
    record = learnt(record, sketchOf('什么时候发货呀'), 'a', 1 * day);
    record = learnt(record, sketchOf('可以开发票吗'), 'b', 2 * day);
    record = learnt(record, sketchOf('什么时候发货呢'), 'a', 3 * day);
    expect(record.entries.map(({ counts, at }) => [counts[0]?.id, counts[0]?.count, at])).toEqual([
      ['b', 1, 2 * day],
      ['a', 2, 3 * day],
    ]);
    expect(suggestStore.schema.safeParse(record).success).toBe(true);
    expect(JSON.stringify(record)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('stays within its bounds however long it learns', () => {
    let record = suggestStore.defaults(0);
    for (let n = 0; n < 600; n += 1) {
      const message = Array.from({ length: 8 }, (_, i) => String.fromCharCode(0x4e00 + n * 9 + i)).join('');
      record = learnt(record, sketchOf(message), `p${n % 40}`, n);
    }
    expect(suggestStore.schema.safeParse(record).success).toBe(true);
    expect(JSON.stringify(record).length).toBeLessThan(80_000);
  });

  test('is forgotten with the days that are forgotten', () => {
    let record = learnt(suggestStore.defaults(0), sketchOf('什么时候发货呀'), 'a', 1 * day);
    record = learnt(record, sketchOf('可以开发票吗'), 'b', 9 * day);
    expect(withoutOldAnswers(record, 5 * day).entries.map(({ counts }) => counts[0]?.id)).toEqual(['b']);
  });

  test('a message without words teaches nothing', () => {
    expect(learnt(suggestStore.defaults(0), sketchOf('😊'), 'a', 1).entries).toEqual([]);
  });
});
