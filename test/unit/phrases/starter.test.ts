import { describe, expect, test } from 'vitest';
import { buildIndex, searchPhrases } from '../../../rules/phrases/index.ts';
import type { PhraseValues } from '../../../rules/phrases/phrase.ts';
import { starterPhrases } from '../../../rules/phrases/starter.ts';
import { checkTemplate, fieldsOf, fillTemplate } from '../../../rules/phrases/template.ts';
import { checkWording } from '../../../rules/wording/index.ts';

const numbered = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`);
const duties = [...numbered('A', 4, 16), ...numbered('B', 1, 16), ...numbered('C', 1, 3)];

const values: Required<PhraseValues> = {
  买家: '小林',
  客服号: '8',
  店铺: '山行包铺',
  发货时间: '今天下午',
  快递: '圆通',
  单号: 'YT8812345678901',
  金额: '63.00',
  订单号: '3312345678901234567',
  商品名: '软皮托特包',
  规格: '黑色；大号',
  货号: 'TT-201',
  件数: '1',
  收货人: '林小满',
  收货电话: '13912345678',
  收货地址: '浙江省杭州市西湖区示例路 1 号',
  最晚发货: '11月24日 17:30',
};

describe('the starter library', () => {
  test('has at least 90 phrases and one for every duty', () => {
    expect(starterPhrases.length).toBeGreaterThanOrEqual(90);
    const covered = new Set(starterPhrases.flatMap(({ duties }) => duties));
    expect(duties.filter((duty) => !covered.has(duty))).toEqual([]);
  });

  test('codes, titles and texts are unique; codes are short Latin', () => {
    for (const field of ['code', 'title', 'text'] as const) {
      const seen = starterPhrases.map((phrase) => phrase[field]);
      expect(seen.filter((value, at) => seen.indexOf(value) !== at)).toEqual([]);
    }
    for (const { code } of starterPhrases) expect(code).toMatch(/^[a-z]{2,6}$/);
  });

  test.each(starterPhrases)('$title can be filled and passes the wording check', ({ text }) => {
    const answers = Object.fromEntries(fieldsOf(text).map(({ name, fallback }) => [name, fallback ?? '165']));
    const filled = fillTemplate(text, values, { answers });
    expect(checkTemplate(text)).toEqual([]);
    expect(filled).toMatchObject({ ok: true });
    if (!filled.ok) return;
    expect(filled.text).not.toMatch(/[{}｛｝]/);
    for (const channel of ['chat', 'reply'] as const)
      for (const platform of [undefined, 'taobao', 'pdd', 'jd', 'xianyu', 'doudian'] as const) {
        const hits = checkWording(filled.text, { channel, ...(platform && { platform }) });
        expect(hits.filter(({ level }) => level !== 'info')).toEqual([]);
      }
  });

  test.each(starterPhrases)('$title keeps to the shop words of A14', ({ text }) => {
    expect(text).not.toMatch(/肯定|保证|绝对|没有|不还价|返现|红包/);
  });

  test('发货时间 is the first hit for fhsj', () => {
    const phrases = starterPhrases.map((phrase, at) => ({ ...phrase, id: String(at) }));
    const [first] = searchPhrases(buildIndex(phrases), 'fhsj', { limit: 5 });
    expect(phrases[Number(first?.id)]?.title).toBe('发货时间');
  });

  test.each(starterPhrases)('$title is among the first five for its own code', (phrase) => {
    const phrases = starterPhrases.map((one, at) => ({ ...one, id: String(at) }));
    const found = searchPhrases(buildIndex(phrases), phrase.code ?? '', { limit: 5 });
    expect(found.map(({ id }) => phrases[Number(id)]?.title)).toContain(phrase.title);
  });
});
