import { describe, expect, test } from 'vitest';
import { buildIndex, type SearchablePhrase, searchPhrases } from '../../../rules/phrases/index.ts';

const library = (...titles: string[]): SearchablePhrase[] =>
  titles.map((title, at) => ({ id: `p${String(at).padStart(2, '0')}`, title, text: '亲' }));

const find = (phrases: SearchablePhrase[], query: string, limit = 50) =>
  searchPhrases(buildIndex(phrases), query, { limit });

const titlesOf = (phrases: SearchablePhrase[], query: string): string[] =>
  find(phrases, query).map(({ id }) => phrases.find((phrase) => phrase.id === id)?.title ?? '');

const highlighted = (title: string, query: string): string[] =>
  find(library(title), query).flatMap(({ ranges }) => ranges.map(([start, end]) => title.slice(start, end)));

describe('what a query finds', () => {
  test.each([
    ['发货时间', 'fhsj'],
    ['发货时间', 'fahuoshijian'],
    ['发货时间', 'fahuoshij'],
    ['发货时间', 'fhshij'],
    ['发货时间', 'fa huo'],
    ['发货时间', "fa'huo"],
    ['发货时间', '时间 发货'],
    ['发货时间', 'ＦＨＳＪ'],
    ['退款进度', 'tuik'],
    ['退款进度', '退k'],
    ['退款进度', '退kuan进'],
    ['退款进度', 'tuiku'],
    ['会计发票', 'kuaiji'],
    ['会计发票', 'huiji'],
    ['会计发票', 'kjfp'],
    ['重庆发货', 'cq'],
    ['重庆发货', 'zhongqing'],
    ['银行转账', 'yh'],
    ['银行转账', 'yinhang'],
    ['音乐盒', 'yy'],
    ['音乐盒', 'yinyue'],
    ['还款方式', 'hk'],
    ['还款方式', 'huankuan'],
    ['还款方式', 'haikuan'],
    ['行情说明', 'hq'],
    ['重量说明', 'zl'],
    ['绿色款', 'lv'],
    ['绿色款', 'lu'],
    ['绿色款', 'lü'],
    ['略有色差', 'lve'],
    ['略有色差', 'lue'],
    ['女款', 'nv'],
    ['女款', 'nu'],
    ['先付款', 'xian'],
    ['西安发货', 'xian'],
    ['VIP优惠券', 'vip'],
    ['VIP优惠券', 'vipyhq'],
    ['7天无理由', '7tian'],
    ['发货 时间', 'fhsj'],
    ['𠀀字款', '𠀀'],
    ['谢谢😊好评', '😊'],
    ['谢谢😊好评', 'xx'],
  ])('%s is found by %s', (title, query) => {
    expect(titlesOf(library(title, '核对地址'), query)).toContain(title);
  });

  test.each([
    ['发货时间', 'fhsjx'],
    ['发货时间', 'fsj'],
    ['发货时间', 'tuhjian'],
    ['发货时间', '发货 退款'],
    ['西安发货', 'xianf货发'],
    ['发货时间', ']'],
  ])('%s is not found by %s: only the last syllable may be cut, and none skipped', (title, query) => {
    expect(titlesOf(library(title), query)).toEqual([]);
  });
});

describe('what an agent types for one title, all of it', () => {
  test.each([
    [
      '绿旅略虐女',
      ['lvlv', 'lulu', 'lülü', 'lulv', 'lvlvlve', 'lululue', 'lülülüe', 'nvenv', 'nuenu', 'llln'],
    ],
    ['银行卡还款', ['yhk', 'yhkhk', 'yinhangka', 'yinxingka', 'yinhka', '银hk', 'huankuan', 'kahaik']],
    [
      '重庆音乐行情',
      ['cqyy', 'chongqing', 'zhongqing', 'zqyl', 'yinyue', 'yinle', 'hangqing', 'xingqing', '重qing'],
    ],
    [
      '满30元包邮VIP',
      ['m30', 'man30y', '30yuan', '30元by', 'byvip', 'baoyouvip', 'ＶＩＰ', '３０元', 'vip', 'yby'],
    ],
    ['①号仓㎏数', ['1号', '1haoc', 'kg', 'cangkg', 'ckgs']],
    ['𠀀𪚥款😊好评', ['𠀀', '𠀀𪚥', '𪚥款', '𪚥k', '𪚥kuan😊', '款😊h', '😊好', 'khp'.slice(1)]],
    ['先到先得', ['xian', 'xiandao', 'xd', 'xdxd', 'xianda', '先d先']],
    ['西安仓', ['xian', "xi'an", 'xianc', 'xiancang', 'xac', '西an', 'xia']],
  ])('%s', (title, queries) => {
    for (const query of queries) {
      const [match] = find(library(title), query);
      expect(match, query).toBeDefined();
      // Tiers of what was typed, none of what was meant.
      expect(match?.score ?? 0, query).toBeGreaterThan(1000);
      expect(match?.ranges.length ?? 0, query).toBeGreaterThan(0);
      for (const [start, end] of match?.ranges ?? []) {
        expect(0 <= start && start < end && end <= title.length, query).toBe(true);
        // No range cuts a character of two units.
        for (const edge of [start, end]) expect(title.slice(edge)).not.toMatch(/^[\udc00-\udfff]/);
      }
    }
  });

  test.each([
    ['退款进度', 'tukuan'],
    ['退款进度', 'tuikujindu'],
    ['发货时间', 'fshij'],
    ['西安仓', 'xnc'],
    ['𠀀款', '𠀁'],
    ['😊好评', '😂'],
    ['满30元', '满3元'],
  ])('%s is not found by %s as typed', (title, query) => {
    for (const { score } of find(library(title), query)) expect(score).toBeLessThan(1100);
  });
});

describe('the highlight is exactly what matched', () => {
  test.each([
    ['询问发货时间的亲', 'fhsj', ['发货时间']],
    ['询问发货时间的亲', 'shijian', ['时间']],
    ['询问发货时间的亲', '发货', ['发货']],
    ['询问发货时间的亲', '亲 发货', ['发货', '亲']],
    ['退款进度', '退k', ['退款']],
    ['😊发货时间', 'fh', ['发货']],
    ['㎝尺码', 'chima', ['尺码']],
    ['ＶＩＰ优惠', 'vip', ['ＶＩＰ']],
    ['发货 时间', 'fhsj', ['发货', '时间']],
    ['会计发票', 'huiji', ['会计']],
  ])('%s for %s', (title, query, expected) => {
    expect(highlighted(title, query)).toEqual(expected);
  });

  test('a match in code, tag, category or text highlights nothing in the title', () => {
    const phrases: SearchablePhrase[] = [
      { id: 'a', title: '问候', code: 'wz', text: '在的', category: '接待', tags: ['早班'] },
    ];
    for (const query of ['wz', '早班', '接待', '在的'])
      expect(find(phrases, query)).toMatchObject([{ ranges: [] }]);
  });

  test('offsets hold where folding changes lengths, and none is given where they cannot be known', () => {
    expect(highlighted('ﬁ退款', 'tk')).toEqual(['退款']);
    const jamo = '\u1112\u1161\u11ab退款';
    for (const piece of highlighted(jamo, '退款')) expect(piece).toBe('退款');
  });
});

describe('order', () => {
  const tiers: SearchablePhrase[] = [
    { id: 'body', title: '其他', text: '这里写着 tk 两个字母', uses: 900 },
    { id: 'tag', title: '其他', text: '亲', tags: ['tk'], uses: 800 },
    { id: 'other', title: '单调款', text: '亲', uses: 700 },
    { id: 'inside-text', title: '说明tk', text: '亲', uses: 600 },
    { id: 'inside-initials', title: '说明退款', text: '亲', uses: 500 },
    { id: 'first-initials', title: '退款', text: '亲', uses: 400 },
    { id: 'prefix', title: 'tk说明', text: '亲', uses: 300 },
    { id: 'code-prefix', title: '其他', code: 'tk2', text: '亲', uses: 200 },
    { id: 'equal', title: 'TK', text: '亲', uses: 100 },
    { id: 'code', title: '其他', code: 'tk', text: '亲', uses: 0 },
  ];

  test('the tiers stand in the order of the specification, whatever the use counts say', () => {
    expect(find(tiers, 'tk').map(({ id }) => id)).toEqual([
      'code',
      'equal',
      'code-prefix',
      'prefix',
      'first-initials',
      'inside-initials',
      'inside-text',
      'other',
      'tag',
      'body',
    ]);
  });

  test('the reading that fits the context stands before another reading', () => {
    const phrases = library('会计', '快记');
    expect(titlesOf(phrases, 'huij')).toEqual(['会计']);
    const both = [
      { id: 'a', title: '回执单', text: '亲' },
      { id: 'b', title: '会计的执行单', text: '亲', uses: 99 },
    ];
    expect(find(both, 'hui').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('inside a tier: pinned, use, last edit, id', () => {
    const phrases: SearchablePhrase[] = [
      { id: 'd', title: '发货说明', text: '亲' },
      { id: 'c', title: '发货规则', text: '亲' },
      { id: 'edited', title: '发货单', text: '亲', updatedAt: 5 },
      { id: 'used', title: '发货地', text: '亲', uses: 3, updatedAt: 1 },
      { id: 'pinned', title: '发货仓', text: '亲', pinned: true },
    ];
    expect(find(phrases, '发货').map(({ id }) => id)).toEqual(['pinned', 'used', 'edited', 'c', 'd']);
  });

  test('a phrase used a little lately stands before one used often half a year ago', () => {
    const day = 24 * 3600 * 1000;
    const phrases: SearchablePhrase[] = [
      { id: 'old', title: '发货一', text: '亲', uses: 20, lastUsedAt: 0 },
      { id: 'new', title: '发货二', text: '亲', uses: 3, lastUsedAt: 180 * day },
    ];
    expect(find(phrases, '发货').map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('equal matches have equal scores and a better match a higher one', () => {
    const scores = find(tiers, 'tk').map(({ score }) => score);
    expect(new Set(scores).size).toBe(tiers.length);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const [a, b] = find(library('发货一', '发货二'), '发货');
    expect(a?.score).toBe(b?.score);
  });

  test('the whole query counts as a whole: a title with the very words stands first', () => {
    const phrases = library('时间 与 发货', '发货 时间');
    expect(titlesOf(phrases, '发货 时间')).toEqual(['发货 时间', '时间 与 发货']);
  });

  test('the list is cut after the best', () => {
    expect(find(tiers, 'tk', 2).map(({ id }) => id)).toEqual(['code', 'equal']);
    expect(find(tiers, 'tk', 0)).toEqual([]);
  });
});

describe('empty query', () => {
  const phrases: SearchablePhrase[] = [
    { id: 'z', title: '一', text: '亲', category: '售前' },
    { id: 'y', title: '二', text: '亲', uses: 2, category: '售后' },
    { id: 'x', title: '三', text: '亲', uses: 5, category: '售后/退款' },
    { id: 'w', title: '四', text: '亲', pinned: true, category: '售前' },
    { id: 'a', title: '五', text: '亲', category: '活动售后' },
  ];

  test('lists pinned, then used, then the library in its own order', () => {
    expect(find(phrases, '  ').map(({ id }) => id)).toEqual(['w', 'x', 'y', 'z', 'a']);
  });

  test('@ narrows to categories beginning with the word', () => {
    expect(find(phrases, '@售后').map(({ id }) => id)).toEqual(['x', 'y']);
    expect(find(phrases, '@售后 二').map(({ id }) => id)).toEqual(['y']);
    expect(find(phrases, '二 @售前')).toEqual([]);
  });

  test('@ narrows to categories containing the word where none begins with it', () => {
    expect(find(phrases, '@退款').map(({ id }) => id)).toEqual(['x']);
  });

  test('@ is plain text where no category fits', () => {
    const mail: SearchablePhrase[] = [{ id: 'm', title: '客服@店铺', text: '亲', category: '售前' }];
    expect(find(mail, '@店铺').map(({ id }) => id)).toEqual(['m']);
  });
});

describe('text of the phrase', () => {
  const phrases: SearchablePhrase[] = [
    { id: 'a', title: '问候', text: '您好，很高兴为您服务' },
    { id: 'b', title: '高兴', text: '亲' },
    { id: 'c', title: '结束', text: '祝您生活愉快\n很高兴认识您' },
  ];

  test('is read after titles, in the order of the library', () => {
    expect(find(phrases, '高兴').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  test('may hold one of several words while the title holds the other', () => {
    expect(find(phrases, '问候 服务').map(({ id }) => id)).toEqual(['a']);
    expect(find(phrases, '高兴 认识').map(({ id }) => id)).toEqual(['c']);
  });

  test('does not match across two phrases', () => {
    expect(find(phrases, '服务亲')).toEqual([]);
  });
});

test('keys made for another title are left out instead of misread', async () => {
  const { indexPhrases } = await import('../../../rules/phrases/search.ts');
  const index = indexPhrases([{ id: 'a', title: '发货时间', text: '亲', keys: [['tui'], ['kuan']] }]);
  expect(searchPhrases(index, 'tk')).toEqual([]);
  expect(searchPhrases(index, '发货')).toHaveLength(1);
});

test('a repetitive title and query end without trying every way', () => {
  const title = '安'.repeat(200);
  expect(find(library(title), `${'an'.repeat(31)}x`)).toEqual([]);
});
