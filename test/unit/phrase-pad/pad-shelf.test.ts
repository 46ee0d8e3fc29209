import { describe, expect, it } from 'vitest';
import { padShelf } from '../../../entrypoints/phrase-pad/pad-shelf.ts';
import { pinyinKeys } from '../../../rules/phrases/pinyin-keys.ts';
import { libraryStore } from '../../../storage/library.ts';
import type { Library, Phrase } from '../../../storage/schemas/phrase.ts';

const phrase = (id: string, title: string, more: Partial<Phrase> = {}): Phrase => ({
  id,
  createdAt: 1,
  updatedAt: 1,
  deletedAt: null,
  title,
  text: `${title}的内容`,
  category: '议价',
  position: Number(id),
  uses: 0,
  keys: pinyinKeys(title),
  ...more,
});
const library: Library = {
  ...libraryStore.defaults(1),
  categories: ['售后', '议价', '空的'],
  groups: { 议价: ['第二次', '第一次'] },
  phrases: [
    phrase('3', '议价三', { group: '第二次' }),
    phrase('1', '议价一', { group: '第一次', uses: 4, lastUsedAt: 9 }),
    phrase('2', '议价二', { group: '新的一组' }),
    phrase('4', '退货地址', { category: '售后', pinned: true }),
    phrase('5', '小红书专用', { category: '售后', platforms: ['xiaohongshu', 'jd'] }),
    phrase('6', '删掉的', { deletedAt: 5 }),
    phrase('7', '没分过类的', { category: '临时' }),
  ],
};
const titles = (hits: { phrase: { title: string } }[]): string[] => hits.map((hit) => hit.phrase.title);
const all = (shelf = padShelf(library, 'taobao'), place = {}, query = '') =>
  titles(shelf.search(query, place, 100));

describe('the shelf of a marketplace', () => {
  it('has the living phrases shown everywhere and those shown on it', () => {
    expect(padShelf(library, 'taobao').count).toBe(5);
    expect(padShelf(library, 'jd').count).toBe(6);
    expect(all(padShelf(library, 'taobao'), {}, '专用')).toEqual([]);
    expect(all(padShelf(library, 'jd'), {}, 'zy')).toEqual(['小红书专用']);
    expect(padShelf(library, 'taobao').find('5')).toBeUndefined();
  });

  it('lists pinned, then used, then in the agent’s order while nothing is typed', () => {
    expect(all()).toEqual(['退货地址', '议价一', '议价二', '议价三', '没分过类的']);
  });

  it('has both levels in the agent’s order, without empty ones, new ones last', () => {
    expect(padShelf(library, 'taobao').categories).toEqual([
      { name: '售后', groups: [] },
      { name: '议价', groups: ['第二次', '第一次', '新的一组'] },
      { name: '临时', groups: [] },
    ]);
  });

  it('looks into a category or a group, by hand or by use', () => {
    expect(all(undefined, { category: '议价' })).toEqual(['议价一', '议价二', '议价三']);
    expect(all(undefined, { category: '议价', group: '第二次' })).toEqual(['议价三']);
    expect(all(undefined, { category: '议价' }, 'tui')).toEqual([]);
    const byUse = { ...library, order: 'use' as const };
    byUse.phrases = library.phrases.map((one) =>
      one.id === '3' ? { ...one, uses: 90, lastUsedAt: 9 } : one,
    );
    expect(all(padShelf(byUse, 'taobao'), { category: '议价' })).toEqual(['议价三', '议价一', '议价二']);
  });

  it('finds as the palette does: pinyin, initials, @category', () => {
    expect(all(undefined, {}, 'tuihuo')).toEqual(['退货地址']);
    expect(all(undefined, {}, 'yjs')[0]).toBe('议价三');
    expect(all(undefined, {}, '@售后 thdz')).toEqual(['退货地址']);
    expect(all(undefined, {}, '@议价 thdz')).toEqual([]);
  });

  it('tells why a phrase was found where its title does not show it', () => {
    const coded = { ...library, phrases: library.phrases.map((one) => ({ ...one, code: `t${one.id}` })) };
    const [first] = padShelf(coded, 'taobao').search('t4', {}, 5);
    expect(first).toMatchObject({ phrase: { title: '退货地址' }, why: { by: 'code', ranges: [[0, 2]] } });
    expect(padShelf(library, 'taobao').search('址的内', {}, 5)[0]?.why).toMatchObject({ by: 'text' });
  });

  it('takes phrases of any marketplace into others', () => {
    expect(padShelf(library, 'taobao').snippet('小红书专用')?.text).toBe('小红书专用的内容');
    expect(padShelf(library, 'taobao').snippet('删掉的')).toBeUndefined();
  });
});
