import { describe, expect, test } from 'vitest';
import { buildIndex, type SearchablePhrase, searchPhrases } from '../../../rules/phrases/index.ts';

const library = (...titles: string[]): SearchablePhrase[] =>
  titles.map((title, at) => ({ id: title, title, text: '亲', uses: at }));

const find = (phrases: SearchablePhrase[], query: string, limit = 50) =>
  searchPhrases(buildIndex(phrases), query, { limit });

const ids = (phrases: SearchablePhrase[], query: string): string[] =>
  find(phrases, query).map(({ id }) => id);

const highlighted = (title: string, query: string): string[] | undefined =>
  find(library(title), query)[0]?.ranges.map(([start, end]) => title.slice(start, end));

describe('sounds that are mixed up', () => {
  test.each([
    ['发货时间', 'fahuosijian', 's for sh'],
    ['尺码推荐', 'cima', 'c for ch'],
    ['转售后同事', 'zuanshouhou', 'z for zh'],
    ['在的', 'zhaide', 'zh for z'],
    ['催发货', 'chuifahuo', 'ch for c'],
    ['色差说明', 'shecha', 'sh for s'],
    ['退货流程', 'niucheng', 'n for l'],
    ['您好', 'linhao', 'l for n'],
    ['请稍等', 'qinshaodeng', 'in for ing'],
    ['拼单', 'pingdan', 'ing for in'],
    ['退货流程', 'liuchen', 'en for eng'],
    ['问尺码', 'wengchima', 'eng for en'],
    ['西藏发货', 'xizanfahuo', 'an for ang'],
    ['晚安', 'wangan', 'ang for an'],
    ['新疆发货', 'xinjian', 'ian for iang'],
    ['双十一', 'suansiyi', 'several in one query'],
    ['发货时间', 'fhshj', 'an initial of two letters'],
    ['七天无理由', '7tian', 'a figure for its character'],
  ])('%s is found by %s: %s', (title, query) => {
    expect(ids(library('核对地址', title), query)).toEqual([title]);
  });

  test('stand below every exact tier, even below a hit in the text', () => {
    const phrases = [
      { id: 'mistaken', title: '时间说明', text: '亲', uses: 99 },
      { id: 'text', title: '其他', text: 'sijian' },
      { id: 'exact', title: '四件包邮', text: '亲' },
    ];
    expect(ids(phrases, 'sijian')).toEqual(['exact', 'text', 'mistaken']);
  });

  test('light up exactly what was taken', () => {
    expect(highlighted('询问发货时间', 'fahuosijian')).toEqual(['发货时间']);
    expect(highlighted('询问发货时间', 'sijian')).toEqual(['时间']);
  });

  test('are not looked for with two letters', () => {
    expect(ids(library('是的'), 'si')).toEqual([]);
  });
});

describe('one wrong key', () => {
  test.each([
    ['发货时间', 'fhsk', 'a neighbouring key in initials'],
    ['发货时间', 'fjsj', 'a neighbouring key in initials'],
    ['发货时间', 'qhsj', 'any other key'],
    ['发货时间', 'hfsj', 'two initials swapped'],
    ['发货时间', 'fshj', 'two initials swapped'],
    ['发货时间', 'fhhsj', 'an initial doubled'],
    ['发货时间说明', 'fhjsm', 'an initial missing'],
    ['发货时间', 'fahupshijian', 'a neighbouring key in pinyin'],
    ['发货时间', 'fahuoshiqian', 'any other key in pinyin'],
    ['发货时间', 'fauhoshijian', 'two letters swapped'],
    ['发货时间', 'fahoushijian', 'two letters swapped'],
    ['发货时间', 'fahuoshiijian', 'a letter doubled'],
    ['发货时间', 'fahuoshijin', 'a letter missing'],
    ['退款进度', 'uikuan', 'the first letter missing'],
    ['退款进度', 'tuikuajn', 'two letters swapped across characters'],
    ['退款进度', 'tuikuankd', 'a neighbouring key in a mixed query'],
    ['退款进度', '退kusnjd', 'beside characters'],
    ['会计发票', 'huijifapuao', 'with another reading of a polyphone'],
    ['支持IPHONE壳', 'ipgone', 'in Latin letters of the title'],
  ])('%s is found by %s: %s', (title, query) => {
    expect(ids(library('核对地址', title), query)).toEqual([title]);
  });

  test.each([
    ['发货时间', 'fhk', 'three letters are too few'],
    ['发货时间', 'fksk', 'two wrong keys'],
    ['发货时间', 'fhsjx', 'a letter too many that repeats none'],
    ['满30元包邮', 'm40yby', 'figures are never taken for others'],
    ['发货时间', '发或时间', 'characters are never taken for others'],
    ['发货时间', 'fxhxsj', 'two letters too many'],
  ])('%s is not found by %s: %s', (title, query) => {
    expect(ids(library(title), query)).toEqual([]);
  });

  test.each([
    ['gjxo', 'gjxp', 'a neighbouring key'],
    ['gjxq', 'gjxp', 'any other key'],
    ['gxjp', 'gjxp', 'swapped'],
    ['gjxxp', 'gjxp', 'doubled'],
    ['gkfw', 'gkfwa', 'begun, as a code prefix'],
    ['abdef', 'abcdef', 'missing'],
  ])('typed %s, the code %s is found: %s', (query, code) => {
    const phrases = [{ id: 'a', title: '（一）', text: '亲', code }];
    expect(find(phrases, query)).toMatchObject([{ id: 'a', ranges: [] }]);
  });

  test('a neighbouring key is the better guess than a distant one', () => {
    const phrases = library('发货时间', '发货时评');
    expect(ids(phrases, 'fhsk')).toEqual(['发货时间', '发货时评']);
    expect(ids(phrases, 'fhso')).toEqual(['发货时评', '发货时间']);
  });

  test('the title as a whole stands before its beginning and this before a part', () => {
    const phrases = library('关于发货时间', '发货时间说明', '发货时间');
    expect(ids(phrases, 'fahuoshijisn')).toEqual(['发货时间', '发货时间说明', '关于发货时间']);
  });

  test('stands below exact matches and below mixed-up sounds, whatever the use', () => {
    const phrases = [
      { id: 'slip', title: '发货是天', text: '亲', uses: 999, pinned: true },
      { id: 'sound', title: '发货四千', text: '亲', uses: 99 },
      { id: 'exact', title: '发货是钱', text: '亲' },
      { id: 'text', title: '其他', text: 'fahuoshiqian' },
    ];
    expect(ids(phrases, 'fahuoshiqian')).toEqual(['exact', 'text', 'sound', 'slip']);
  });

  test('scores say so: every guess below every exact match', () => {
    const phrases = library('发货时间', '发货时刻');
    const [exact, guess] = find(phrases, 'fhsj');
    expect([exact?.id, guess?.id]).toEqual(['发货时间', '发货时刻']);
    expect(exact?.score ?? 0).toBeGreaterThan(guess?.score ?? 0);
    expect(guess?.score ?? 0).toBeGreaterThan(0);
  });

  test('no guesses are made where exact matches fill the list', () => {
    expect(find(library('发货时间', '发货时刻'), 'fhsj', 1).map(({ id }) => id)).toEqual(['发货时间']);
  });

  test('one word of several may be mistyped, not two', () => {
    const phrases = library('退款原因说明');
    expect(ids(phrases, 'tuikian shuoming')).toEqual(['退款原因说明']);
    expect(ids(phrases, 'tuikian shuomimg')).toEqual([]);
    expect(ids(phrases, '退款 shuomimg')).toEqual(['退款原因说明']);
  });

  test('@ narrows guesses too', () => {
    const phrases = [
      { id: 'a', title: '发货时间', text: '亲', category: '售前' },
      { id: 'b', title: '发货时间', text: '亲', category: '售后' },
    ];
    expect(ids(phrases, '@售后 fhsk')).toEqual(['b']);
  });

  test.each([
    ['询问发货时间', 'fahupshijian', ['发货时间']],
    ['询问发货时间', 'fahhuo', ['发货']],
    ['退款 进度', 'tuikusnjd', ['退款', '进度']],
    ['😊退款进度', 'tuikusn', ['退款']],
  ])('%s for %s lights up what was meant', (title, query, expected) => {
    expect(highlighted(title, query)).toEqual(expected);
  });

  test('nothing is lit where the slip can be read from different characters', () => {
    expect(highlighted('安安安安安', 'ananam')).toEqual([]);
    expect(highlighted('发货时间', 'fahuoshx')).toEqual(['发货时']);
  });
});

test('a repetitive title and query end without trying every way', () => {
  const title = '安'.repeat(200);
  expect(ids(library(title), `${'an'.repeat(13)}xx`)).toEqual([]);
  expect(find(library(title), `${'an'.repeat(13)}xn`)).toHaveLength(1);
});
