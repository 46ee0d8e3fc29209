import { describe, expect, it } from 'vitest';
import {
  exampleSizeSteps,
  readSizes,
  type SizeClass,
  sizeClassOf,
  soundsLikeBag,
} from '../../../rules/products/size-class.ts';

describe('the longest side, in mm', () => {
  it.each<[string, number]>([
    // As the manual writes it, and the same with everything agents change.
    ['长28*宽12*高18cm', 280],
    ['长28×宽12×高18cm', 280],
    ['长28x宽12x高18 cm', 280],
    ['长28X宽12X高18CM', 280],
    ['长28cm*宽12cm*高18cm', 280],
    ['长28cm宽12cm高18cm', 280],
    ['长28宽12高18cm', 280],
    ['长28宽12高18', 280],
    ['长：28cm 宽：12cm 高：18cm', 280],
    ['长:28cm,宽:12cm,高:18cm', 280],
    ['长：28cm，宽：12cm，高：18cm', 280],
    ['长28厘米，宽12厘米，高18厘米', 280],
    ['长约28cm 高约18cm 厚约12cm', 280],
    ['长度28cm 宽度12cm 高度18cm', 280],
    ['包长28cm 包宽12cm 包高18cm', 280],
    ['高32*宽28*厚12cm', 320],
    ['宽28cm 高20cm', 280],
    // Crosses alone.
    ['28*12*18cm', 280],
    ['28×12×18', 280],
    ['28×12×18cm', 280],
    ['28 x 12 x 18 cm', 280],
    ['28cm×12cm×18cm', 280],
    ['28*12*18', 280],
    ['28✕12✕18cm', 280],
    ['28.5*12*18cm', 285],
    ['12*18*28.5cm', 285],
    ['34*15*28CM', 340],
    ['19.9*8*15cm', 199],
    ['150*200cm', 2000],
    // Other units.
    ['280mm', 280],
    ['280*120*180mm', 280],
    ['280×120×180', 280],
    ['长280mm宽120mm高180mm', 280],
    ['28厘米', 280],
    ['28公分', 280],
    ['0.28m×0.12m×0.18m', 280],
    ['0.28米', 280],
    ['2.8分米', 280],
    ['11英寸', 279.4],
    ['11 x 5 x 7 inch', 279.4],
    // Full width.
    ['２８×１２×１８ｃｍ', 280],
    ['长２８＊宽１２＊高１８ｃｍ', 280],
    ['28×12×18㎝', 280],
    ['280×120×180㎜', 280],
    ['长（28cm）宽（12cm）高（18cm）', 280],
    // Sides behind their number, and letters.
    ['28cm(长)*12cm(宽)*18cm(高)', 280],
    ['28（长）×12（宽）×18（高）cm', 280],
    ['28长*12宽*18高cm', 280],
    ['L28*W12*H18cm', 280],
    ['28L x 12W x 18H cm', 280],
    ['W28 D12 H18', 280],
    // Lists of sides.
    ['长宽高28*12*18cm', 280],
    ['长/宽/高：28/12/18cm', 280],
    ['长宽高：28、12、18cm', 280],
    // One number that is named the longest or stands alone with its unit.
    ['长28', 280],
    ['长度：28cm', 280],
    ['最长边 28cm', 280],
    ['28cm', 280],
    ['28-30cm', 300],
    ['约28cm', 280],
    // What is not a side of the bag.
    ['长28*宽12*高18cm 肩带120cm', 280],
    ['长28*宽12*高18cm，肩带长120cm', 280],
    ['28*12*18cm，手提高度 45cm', 280],
    ['28*12*18cm 可放15.6英寸电脑', 280],
    ['尺寸：28×12×18cm（手工测量，误差1-3cm）', 280],
    ['28*12*18cm 链条长 110 厘米', 280],
    ['包身：上宽32cm 下宽28cm 高25cm 厚12cm', 320],
    ['重约0.6kg，28*12*18cm', 280],
  ])('%s is %d', (text, longest) => {
    expect(readSizes(text)).toEqual([{ longest }]);
  });

  it.each([
    [''],
    ['均码'],
    ['S M L XL'],
    ['36 37 38 39'],
    ['28'],
    ['28/30/32cm'],
    ['28、30、32cm'],
    ['高18cm'],
    ['宽28cm'],
    ['厚12cm'],
    ['120×60×30'],
    ['15.6寸'],
    ['可放15.6英寸电脑'],
    ['肩带120cm'],
    ['胸围100cm 衣长68cm'],
    ['A4 大小'],
    ['1kg'],
    ['1×1cm'],
    ['9999*12*18cm'],
    ['28,12,18cm'],
    ['28 12 18cm'],
    ['一拃长'],
  ])('%s leaves it open', (text) => {
    expect(readSizes(text)).toEqual([]);
  });

  it.each<[string, { label?: string; longest: number }[]]>([
    [
      '大号34*15*28cm；小号 20*8*15cm',
      [
        { label: '大号', longest: 340 },
        { label: '小号', longest: 200 },
      ],
    ],
    [
      '大号 34cm 中号 29cm',
      [
        { label: '大号', longest: 340 },
        { label: '中号', longest: 290 },
      ],
    ],
    [
      '大号：长34宽15高28cm\n小号：长20宽8高15cm',
      [
        { label: '大号', longest: 340 },
        { label: '小号', longest: 200 },
      ],
    ],
    [
      '34cm大号、29cm中号',
      [
        { label: '大号', longest: 340 },
        { label: '中号', longest: 290 },
      ],
    ],
    [
      'S：20*8*15cm M：26*10*18cm',
      [
        { label: 'S', longest: 200 },
        { label: 'M', longest: 260 },
      ],
    ],
    ['迷你 18cm', [{ label: '迷你', longest: 180 }]],
    ['34*15*28cm;34*15*28cm', [{ longest: 340 }]],
  ])('%s speaks of several sizes', (text, sizes) => {
    expect(readSizes(text)).toEqual(sizes);
  });
});

describe('the class of a bag', () => {
  it.each<[number, SizeClass]>([
    [50, 'mini'],
    [199, 'mini'],
    [199.9, 'mini'],
    [200, 'small'],
    [269, 'small'],
    [270, 'medium'],
    [319, 'medium'],
    [320, 'large'],
    [600, 'large'],
  ])('%d mm is %s', (longest, expected) => {
    expect(sizeClassOf(longest)).toBe(expected);
  });

  it('follows the steps of the shop', () => {
    expect(sizeClassOf(250, { ...exampleSizeSteps, mini: 300, small: 350 })).toBe('mini');
  });

  it.each<[string, boolean]>([
    ['复古腋下包小众设计马鞍包', true],
    ['通勤大容量托特包女单肩手提包', true],
    ['帆布手提袋', true],
    ['20寸拉杆箱', true],
    ['加厚珊瑚绒毛毯办公室午睡盖毯', false],
    ['厚底老爹鞋女秋季新款透气', false],
    ['宽松加绒连帽卫衣情侣款', false],
    ['短款零钱包卡包多卡位', true],
    ['毛毯 包邮', false],
    ['包臀裙', false],
  ])('a name tells whether it is a bag: %s', (name, expected) => {
    expect(soundsLikeBag(name)).toBe(expected);
  });
});
