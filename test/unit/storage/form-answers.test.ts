import { describe, expect, it } from 'vitest';
import { rememberAnswers } from '../../../storage/contracts/form-answers.ts';
import {
  formAnswersStore,
  lastAnswers,
  longestAnswer,
  mostNames,
  withAnswers,
  withoutAnswersBefore,
} from '../../../storage/form-answers.ts';
import { createKeeper } from '../../../storage/keeper.ts';
import { readStore } from '../../../storage/store.ts';
import { memoryArea } from './memory-area.ts';

const none = formAnswersStore.defaults(0);

describe('what was answered in the form of a phrase', () => {
  it('is the last answer of each name', () => {
    const first = withAnswers(none, { 姓名: '小林', 尺码: 'M' }, 1);
    const second = withAnswers(first, { 姓名: ' 阿青 ' }, 2);
    expect(lastAnswers(second)).toEqual({ 姓名: '阿青', 尺码: 'M' });
  });

  it.each(['', '  ', '长'.repeat(longestAnswer + 1)])(
    'is not remembered when blank or too long, and what was known stays',
    (text) => {
      const before = withAnswers(none, { 姓名: '小林' }, 1);
      expect(lastAnswers(withAnswers(before, { 姓名: text }, 2))).toEqual({ 姓名: '小林' });
    },
  );

  it('holds at most 200 names, the ones longest unused go first', () => {
    let record = none;
    for (let at = 0; at < mostNames + 10; at += 1) record = withAnswers(record, { [`名${at}`]: 'x' }, at);
    record = withAnswers(record, { 名10: 'y' }, 999);
    const kept = lastAnswers(record);
    expect(Object.keys(kept)).toHaveLength(mostNames);
    expect(kept.名9).toBeUndefined();
    expect(kept.名10).toBe('y');
    expect(formAnswersStore.schema.safeParse(record).success).toBe(true);
  });

  it('takes a name every object has as a name', () => {
    const record = withAnswers(none, { constructor: 'x' }, 1);
    expect(Object.entries(lastAnswers(record))).toEqual([['constructor', 'x']]);
    expect(Object.hasOwn(lastAnswers(none), 'constructor')).toBe(false);
  });

  it('goes when it was last given before the day buyers’ data goes', () => {
    const record = withAnswers(withAnswers(none, { 旧: 'a' }, 10), { 新: 'b' }, 20);
    expect(lastAnswers(withoutAnswersBefore(record, 15))).toEqual({ 新: 'b' });
  });

  it('is kept and read back', async () => {
    const area = memoryArea();
    const keeper = createKeeper(area, formAnswersStore, () => 5);
    await keeper.update((record) => withAnswers(record, { 姓名: '小林' }, 5));
    expect(lastAnswers(await readStore(area, formAnswersStore, 6))).toEqual({ 姓名: '小林' });
  });

  it('travels only within bounds', () => {
    const fits = (answers: unknown): boolean => rememberAnswers.input.safeParse({ answers }).success;
    expect(fits({ 姓名: '小林', 备注: '' })).toBe(true);
    expect(fits({ ['名'.repeat(41)]: 'x' })).toBe(false);
    expect(fits({ 姓名: 'x'.repeat(2_001) })).toBe(false);
  });
});
