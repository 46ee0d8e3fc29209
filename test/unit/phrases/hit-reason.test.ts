import { describe, expect, test } from 'vitest';
import { hitReason } from '../../../rules/phrases/hit-reason.ts';
import { buildIndex, searchPhrases } from '../../../rules/phrases/index.ts';

const phrases = [
  {
    id: 'a',
    title: '发货时间',
    text: '预计今天下午四点前发出',
    code: 'fhsj',
    category: '发货',
    tags: ['时效'],
  },
  {
    id: 'b',
    title: '退货地址',
    text: `地址在下面。${'很长的说明，'.repeat(10)}到付件…拒收，请用顺丰寄回`,
    category: '售后',
    group: '退货退款',
  },
  { id: 'c', title: '您好', text: '您好呀', more: ['欢迎光临小店'], category: '接待' },
];
const index = buildIndex(phrases);
const reason = (query: string) => {
  const [hit] = searchPhrases(index, query, { limit: 1 });
  const phrase = phrases.find(({ id }) => id === hit?.id);
  return hit && phrase && hitReason(phrase, query, hit);
};
const marked = (query: string): string[] => {
  const why = reason(query);
  const text = why?.by === 'code' ? 'fhsj' : (why?.text ?? '');
  return (why?.ranges ?? []).map(([from, to]) => text.slice(from, to));
};

describe('why a phrase was found', () => {
  test('by its code: as much of it as was typed', () => {
    expect(reason('fh')?.by).toBe('code');
    expect(marked('fh')).toEqual(['fh']);
    expect(marked('ＦＨＳＪ')).toEqual(['fhsj']);
  });

  test('by a tag or a category', () => {
    expect(reason('时效')).toMatchObject({ by: 'tag', text: '时效' });
    expect(marked('时效')).toEqual(['时效']);
    expect(reason('售后')).toMatchObject({ by: 'tag', text: '售后' });
  });

  test('by its text alone: the piece around it, with the words marked', () => {
    const why = reason('顺丰');
    expect(why).toMatchObject({ by: 'text' });
    expect(marked('顺丰')).toEqual(['顺丰']);
    expect(why?.by === 'text' && why.text.indexOf('顺丰')).toBeLessThan(12);
    expect(why?.by === 'text' && why.text.startsWith('…')).toBe(true);
    expect(marked('拒收 寄回')).toEqual(['拒收', '寄回']);
  });

  test('a title that shows it says nothing more', () => {
    expect(reason('退货地址')).toBeUndefined();
    expect(reason('thdz')).toBeUndefined();
    expect(reason('')).toBeUndefined();
    expect(reason('@售后')).toBeUndefined();
  });

  test('a text that does not fold letter by letter is shown without a mark, or rightly marked', () => {
    const why = hitReason({ title: 'x', text: 'é́ ㎏ 顺丰' } as never, '顺丰', { score: 1100, ranges: [] });
    const text = why?.by === 'text' ? why.text : '';
    for (const [from, to] of why?.ranges ?? []) expect(text.slice(from, to)).toBe('顺丰');
  });
});
