import { describe, expect, test } from 'vitest';
import { askPhrase } from '../../../content/desks/ask-phrase.ts';
import { steadyChance } from '../../../rules/phrases/template.ts';
import type { Phrase } from '../../../storage/schemas/phrase.ts';

const phrase = (text: string, more: Partial<Phrase> = {}): Phrase => ({
  id: 'p1',
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
  title: '尺码答复',
  text,
  category: '咨询',
  position: 0,
  uses: 0,
  keys: [],
  ...more,
});
const ask = (one: Phrase, values = {}, last = {}) => askPhrase(one, 0, values, () => ({ now: 0 }), last);

describe('what is asked before a phrase goes in', () => {
  test('is nothing where the page tells everything, or the phrase is used as it is', () => {
    expect(ask(phrase('亲，{买家}您好'), { 买家: '小林' })).toBeUndefined();
    expect(ask(phrase('{姓名}{'.repeat(2), { literal: true }))).toBeUndefined();
  });

  test('are its fields and the page’s missing values, which are named', () => {
    expect(ask(phrase('{姓名}的单号{单号}'), {}, { 姓名: '小林' })).toMatchObject({
      title: '尺码答复',
      fields: [{ name: '姓名' }, { name: '单号', page: 'absent' }],
      last: { 姓名: '小林' },
      missing: ['单号'],
    });
  });

  test('is nothing but a reason where no answer can help', () => {
    expect(ask(phrase('{姓名}{a_b}'))).toMatchObject({ fields: [], missing: ['{a_b}'] });
  });

  test('every preview, and what is inserted, begins with the same draws', () => {
    let at = 0;
    const drawn = steadyChance(() => (at++ % 10) / 10);
    const options = () => ({ now: 0, chance: drawn.start() });
    const asked = askPhrase(phrase('{随机数}{姓名}{随机|甲|乙|丙}'), 0, {}, options, {});
    const shown = asked?.preview({ 姓名: '小林' });
    expect(shown).toMatch(/^\d{6}小林[甲乙丙]$/);
    expect(asked?.preview({ 姓名: '小林' })).toBe(shown);
    expect(asked?.preview({})).toBe(shown?.replace('小林', '【姓名】'));
  });
});
