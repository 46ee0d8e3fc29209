import { describe, expect, it } from 'vitest';
import type { ItemShown, ProductCard } from '../../../rules/products/card.ts';
import { findCard, indexCards } from '../../../rules/products/find.ts';

const card = (id: string, facts: Partial<ProductCard>): ProductCard => ({
  id,
  name: id,
  codes: [],
  ids: [],
  points: [],
  matching: [],
  lines: [],
  ...facts,
});

const shelf = [
  card('tote', { name: '通勤大容量托特包', codes: ['RST182'], ids: ['700000000017', '3500000000000000017'] }),
  card('saddle', { name: '复古腋下包小众设计马鞍包', codes: ['MA-1107', 'MA-1108'] }),
  card('chain', { name: '软皮链条斜挎包迷你小方包', codes: ['955'], ids: ['88001'] }),
  card('love', { name: '心形包', codes: ['包之恋955'] }),
  card('blanket', { name: '加厚珊瑚绒毛毯', codes: ['MT-150'] }),
  card('blanket-w', { name: '加厚珊瑚绒毛毯 米白', codes: ['MT-150-W'] }),
  card('long', { name: '旅行袋', codes: ['RST1820'] }),
  card('twin-a', { name: '帆布双肩包', codes: ['TW-1'], ids: ['99001'] }),
  card('twin-b', { name: '帆布双肩包', codes: ['TW-2'], ids: ['99001'] }),
  card('second', { name: '旅行收纳套装第2代加厚', codes: ['SN-2'] }),
  card('third', { name: '旅行收纳套装第3代加厚', codes: ['SN-3'] }),
  card('number', { name: '零钱包', codes: ['60291'] }),
  card('year', { name: '新年红包', codes: ['2026新款'] }),
];
const index = indexCards(shelf);
const find = (item: ItemShown): string => {
  const finding = findCard(index, item);
  if (finding.found === 'none') return 'none';
  return finding.found === 'one'
    ? `${finding.by}: ${finding.card}`
    : `${finding.by}: several ${finding.cards.join(' ')}`;
};

describe('the card of an item shown', () => {
  it.each<[string, ItemShown, string]>([
    ['by the marketplace’s id', { id: '700000000017', title: '别的标题' }, 'id: tote'],
    ['by any of its ids', { id: '3500000000000000017' }, 'id: tote'],
    ['the id goes before a code', { id: '88001', code: 'RST182' }, 'id: chain'],
    ['an id nobody has says nothing', { id: '1', code: 'RST182' }, 'code: tote'],
    ['an id of two cards is nobody’s for sure', { id: '99001' }, 'id: several twin-a twin-b'],
    ['part of an id is no id', { id: '70000000001' }, 'none'],

    ['by the shop’s code', { code: 'RST182' }, 'code: tote'],
    ['whatever its case', { code: 'rst182' }, 'code: tote'],
    ['full width', { code: 'ＲＳＴ１８２' }, 'code: tote'],
    ['with a space the shop does not write', { code: 'RST 182' }, 'code: tote'],
    ['by any of its codes', { code: 'MA-1108' }, 'code: saddle'],
    ['a short number counts where codes stand', { code: '955' }, 'code: chain'],
    ['with the ending for a colour', { code: 'MA-1107-BK' }, 'code-stem: saddle'],
    ['of two that fit the longer code is meant', { code: 'MT-150-W' }, 'code: blanket-w'],
    ['an ending nobody has leads to the stem', { code: 'MT-150-R' }, 'code-stem: blanket'],
    ['a longer number is another code', { code: 'RST18' }, 'none'],

    ['a code inside the title', { title: '【直播】RST182 托特包女' }, 'code: tote'],
    ['a code inside the sku', { sku: '颜色:黑色;货号:RST182' }, 'code: tote'],
    ['a code between Chinese', { title: '新款RST182托特包' }, 'code: tote'],
    ['a code in brackets', { title: '托特包（RST182）' }, 'code: tote'],
    ['not a code inside a longer one', { title: '新款 RST1820 旅行袋子' }, 'code: long'],
    ['not a code that goes on', { title: '新款 RST182X 某某' }, 'none'],
    ['not a code that goes on behind a dash', { title: '新款 RST182-9 某某' }, 'none'],
    ['not the end of a longer code', { title: '新款 A-RST182 某某' }, 'none'],
    ['a code of Chinese and figures', { title: '包之恋955 今日福利' }, 'code: love'],
    ['a short number in a title is anything', { title: '今日福利 955 元' }, 'none'],
    ['a long number in a title is a code', { title: '零钱 60291 某某' }, 'code: number'],
    ['not a part of a longer number', { title: '零钱 602910 某某' }, 'none'],
    ['a year is no code', { title: '2026新款 某某' }, 'none'],
    ['two codes are two products', { title: 'RST182+MA-1107 套装' }, 'code: several saddle tote'],
    ['two codes of one product are one', { title: 'MA-1107/MA-1108 某某' }, 'code: saddle'],
    ['two codes of one product, parted', { title: 'MA-1107 MA-1108 某某' }, 'code: saddle'],

    ['by the exact name', { title: '通勤大容量托特包' }, 'name: tote'],
    ['whatever its spaces and signs', { title: '通勤·大容量 托特包！' }, 'name: tote'],
    ['without the marks of an offer', { title: '【秒杀】通勤大容量托特包' }, 'name: tote'],
    ['a name of two cards is nobody’s for sure', { title: '帆布双肩包' }, 'name: several twin-a twin-b'],

    ['by the words of a longer title', { title: '软皮链条斜挎包迷你小方包女2026秋' }, 'words: chain'],
    ['not by words two names share', { title: '旅行收纳套装加厚大号' }, 'none'],
    ['not by words with another figure', { title: '旅行收纳套装第4代加厚' }, 'none'],
    ['the figure decides', { title: '旅行收纳套装第3代加厚 便携' }, 'words: third'],
    ['not by a short name in a long title', { title: '心形包装盒礼品袋大号' }, 'none'],
    ['not by half of a name', { title: '通勤大容量' }, 'none'],
    ['not by a common word', { title: '包' }, 'none'],
    ['nothing without anything', {}, 'none'],
    ['nothing with blanks', { id: ' ', title: '  ', code: '' }, 'none'],

    ['a code a buyer writes', { text: '你好 rst182 还有货吗' }, 'code: tote'],
    ['an address a buyer pastes', { text: 'https://item.example.test/i?id=700000000017&x=1' }, 'id: tote'],
    ['an address of goods', { text: '看看这个 https://x.test/g.html?goods_id=88001' }, 'id: chain'],
    ['another id in the address is not the item', { text: 'https://x.test/?spm=700000000017' }, 'none'],
    ['a name in what a person writes proves nothing', { text: '通勤大容量托特包' }, 'none'],
  ])('%s', (_, item, expected) => {
    expect(find(item)).toBe(expected);
  });

  it('says by what it was found', () => {
    expect(findCard(index, { sku: '黑色 RST182' })).toEqual({
      found: 'one',
      card: 'tote',
      by: 'code',
      sign: 'rst182',
    });
  });

  it('finds nothing where there are no cards', () => {
    expect(findCard(indexCards([]), { title: '通勤大容量托特包', code: 'RST182' })).toEqual({
      found: 'none',
    });
  });

  it('finds each of 5,000 cards by its code, its name and its title, and none by another', () => {
    const kinds = ['托特包', '马鞍包', '斜挎包', '双肩包', '腋下包', '手提袋', '零钱包', '旅行袋'];
    const words = [
      '复古',
      '通勤',
      '轻便',
      '真皮',
      '帆布',
      '撞色',
      '菱格',
      '刺绣',
      '流苏',
      '编织',
      '亮面',
      '磨砂',
    ];
    const name = (n: number): string =>
      [n % 12, Math.floor(n / 12) % 12, Math.floor(n / 144) % 12].map((at) => words[at]).join('') +
      (kinds[Math.floor(n / 1728) % 8] ?? '');
    const cards = Array.from({ length: 5_000 }, (_, n) =>
      card(`c${n}`, { name: name(n), codes: [`AB${10_000 + n}`], ids: [String(500_000_000 + n)] }),
    );
    const large = indexCards(cards);
    for (let n = 0; n < 5_000; n += 97) {
      const expected = { found: 'one', card: `c${n}` };
      expect(findCard(large, { title: `今日上新 AB${10_000 + n} 现货` })).toMatchObject(expected);
      expect(findCard(large, { title: name(n) })).toMatchObject(expected);
      expect(findCard(large, { id: String(500_000_000 + n) })).toMatchObject(expected);
      expect(findCard(large, { title: '今日上新 全场包邮' })).toEqual({ found: 'none' });
    }
  });
});
