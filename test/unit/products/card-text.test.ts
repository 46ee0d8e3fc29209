import { describe, expect, it } from 'vitest';
import type { CardFacts } from '../../../rules/products/card.ts';
import {
  cardFacts,
  cardSizeClass,
  cardText,
  cardValues,
  factText,
  isPrivateLabel,
} from '../../../rules/products/card-text.ts';

const tote: CardFacts = {
  name: '通勤托特包',
  codes: ['TT-0921', 'RST182'],
  ids: ['700000000017'],
  material: '头层牛皮',
  size: '长34*宽15*高28cm',
  stock: '黑色剩 3 个',
  points: ['能装 14 寸电脑', '可单肩可手提'],
  matching: ['零钱包', '发带'],
  price: 8900,
  floor: 7765,
  lines: [
    { label: '产地', text: '白沟' },
    { label: '成本价', text: '41.37' },
  ],
};

describe('a card as text for a buyer', () => {
  it('holds every fact a buyer may know, in order', () => {
    expect(cardText(tote)).toBe(
      [
        '通勤托特包',
        '材质：头层牛皮',
        '尺寸：长34*宽15*高28cm',
        '尺码档：大包',
        '库存：黑色剩 3 个',
        '卖点：能装 14 寸电脑；可单肩可手提',
        '搭配：零钱包、发带',
        '产地：白沟',
        '售价：¥89',
      ].join('\n'),
    );
  });

  it('never holds the floor price or a cost, in whole, by line or as a value', () => {
    const given = [
      cardText(tote),
      ...cardFacts(tote).map((fact) => factText(fact) ?? ''),
      ...Object.values(cardValues(tote)),
    ].join('\n');
    expect(given).not.toMatch(/77\.65|41\.37|底价|成本/);
  });

  it('shows the agent the floor price, marked as theirs alone', () => {
    expect(cardFacts(tote).filter((fact) => fact.private)).toEqual([
      { label: '成本价', text: '41.37', private: true },
      { label: '底价', text: '¥77.65', private: true },
    ]);
  });

  it('gives a line as a sentence of its own', () => {
    expect(cardFacts(tote).map(factText)).toEqual([
      '材质：头层牛皮',
      '尺寸：长34*宽15*高28cm',
      '尺码档：大包',
      '库存：黑色剩 3 个',
      '能装 14 寸电脑',
      '可单肩可手提',
      '搭配：零钱包、发带',
      '产地：白沟',
      undefined,
      '售价：¥89',
      undefined,
    ]);
  });

  it('says nothing of what the card does not say', () => {
    const bare: CardFacts = { name: '包', codes: [], ids: [], points: [], matching: [], lines: [] };
    expect(cardFacts(bare)).toEqual([]);
    expect(cardText(bare)).toBe('包');
    expect(cardValues(bare)).toEqual({ 商品: '包' });
  });

  it('gives phrases its values by name', () => {
    expect(cardValues(tote)).toEqual({
      商品: '通勤托特包',
      货号: 'TT-0921',
      材质: '头层牛皮',
      尺寸: '长34*宽15*高28cm',
      尺码档: '大包',
      库存: '黑色剩 3 个',
      卖点: '能装 14 寸电脑；可单肩可手提',
      搭配: '零钱包、发带',
      产地: '白沟',
      售价: '¥89',
    });
  });

  it.each(['成本', '进货价', '供应商', '最低可卖', '底价', 'Cost', '毛利率', '档口电话', '内部备注'])(
    '%s is for the agent alone',
    (label) => expect(isPrivateLabel(label)).toBe(true),
  );
  it.each(['产地', '颜色', '重量', '直播价', '洗涤', '发货地'])('%s may be told', (label) =>
    expect(isPrivateLabel(label)).toBe(false),
  );
});

describe('the size class of a card', () => {
  it.each<[string, Pick<CardFacts, 'name' | 'size' | 'bag'>, string | undefined]>([
    ['of a bag', { name: '托特包', size: '34*15*28cm' }, '大包'],
    ['of several sizes that differ', { name: '托特包', size: '大号34cm 中号29cm' }, '34cm 大包，29cm 中包'],
    ['of several sizes that do not', { name: '托特包', size: '33*15*28cm；36*15*28cm' }, '大包'],
    ['of sizes without labels', { name: '托特包', size: '34*15*28cm；18*5*10cm' }, '34cm 大包，18cm 迷你包'],
    ['not of a blanket', { name: '珊瑚绒毛毯', size: '150*200cm' }, undefined],
    ['of what the shop says is a bag', { name: 'TT-0921', size: '18*9*5cm', bag: true }, '迷你包'],
    ['not of what the shop says is none', { name: '包臀裙 托特', size: '34*15*28cm', bag: false }, undefined],
    ['not without measures', { name: '托特包', size: '均码' }, undefined],
    ['not without a size', { name: '托特包' }, undefined],
  ])('%s', (_, card, expected) => {
    expect(cardSizeClass(card)).toBe(expected);
  });

  it('follows the shop’s own limits', () => {
    const steps = { mini: 150, small: 200, medium: 400 };
    expect(cardSizeClass({ name: '托特包', size: '34*15*28cm' }, steps)).toBe('中包');
  });
});
