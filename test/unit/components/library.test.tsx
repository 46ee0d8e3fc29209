// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  byUse,
  countPlaces,
  groupsOf,
  isAt,
  type LibraryFilter,
  passes,
  tagsOf,
} from '../../../components/options/library/filter.ts';
import type { EditablePhrase } from '../../../components/options/model.ts';
import {
  beginDraft,
  finishDraft,
  newText,
  readTags,
} from '../../../components/options/phrase-editor/draft.ts';
import { SortableWindow } from '../../../components/ui/SortableWindow.tsx';
import { stage } from './stage.tsx';

const phrase = (id: string, more: Partial<EditablePhrase> = {}): EditablePhrase => ({
  id,
  title: id,
  text: `内容${id}`,
  category: '甲',
  uses: 0,
  ...more,
});

describe('what of the library is listed', () => {
  const all = [
    phrase('plain', { uses: 2, lastUsedAt: 5 }),
    phrase('tagged', { tags: ['常用', '发货'], colour: 'red', group: '一' }),
    phrase('own', { personal: true, platforms: ['pdd'], uses: 2, lastUsedAt: 9, group: '二' }),
    phrase('other', { category: '乙', tags: ['常用'], uses: 7 }),
  ];
  test.each<[string, LibraryFilter, string[]]>([
    ['everything', {}, ['plain', 'tagged', 'own', 'other']],
    ['a tag', { tag: '常用' }, ['tagged', 'other']],
    ['a colour', { colour: 'red' }, ['tagged']],
    ["the agent's own", { scope: 'personal' }, ['own']],
    ["the shop's", { scope: 'shop' }, ['plain', 'tagged', 'other']],
    [
      'a marketplace: phrases of all marketplaces are on it too',
      { platform: 'pdd' },
      ['plain', 'tagged', 'own', 'other'],
    ],
    ['another marketplace', { platform: 'jd' }, ['plain', 'tagged', 'other']],
    ['what was never used', { neverUsed: true }, ['tagged']],
    ['all of it together', { tag: '常用', scope: 'shop', neverUsed: true }, ['tagged']],
  ])('%s', (_, filter, wanted) => {
    expect(all.filter((one) => passes(one, filter)).map(({ id }) => id)).toEqual(wanted);
  });

  test('a place is a category with all its groups, or one group', () => {
    const at = (category?: string, group?: string): string[] =>
      all.filter((one) => isAt(one, { category, group })).map(({ id }) => id);
    expect(at()).toHaveLength(4);
    expect(at('甲')).toEqual(['plain', 'tagged', 'own']);
    expect(at('甲', '二')).toEqual(['own']);
  });

  test('by use: most used first, of equals the last used', () => {
    expect(byUse(all).map(({ id }) => id)).toEqual(['other', 'own', 'plain', 'tagged']);
  });

  test('counts are of category and group; ordered groups come first, empty ones not at all', () => {
    const counts = countPlaces(all);
    expect(counts.get('甲')?.all).toBe(3);
    expect(groupsOf(counts.get('甲'), ['二', '空'])).toEqual(['二', '一']);
    expect(tagsOf(all)).toEqual(['常用', '发货']);
  });
});

describe('a phrase being written', () => {
  const whole = phrase('p', {
    kind: 'variants',
    more: ['第二'],
    pick: 'turn',
    group: '组',
    tags: ['甲', '乙'],
    colour: 'blue',
    personal: true,
    platforms: ['jd'],
    literal: true,
    pinned: true,
    code: 'c',
  });

  test('that is not touched is saved as it was', () => {
    const { uses: _, ...wanted } = whole;
    expect(finishDraft(beginDraft(whole, {}), 'p')).toEqual(wanted);
    const { uses: _u, ...plain } = phrase('plain');
    expect(finishDraft(beginDraft(phrase('plain'), {}), 'plain')).toEqual(plain);
  });

  test('a new one stands in the place that is open', () => {
    const draft = beginDraft(undefined, { category: '甲', group: '组' });
    expect(finishDraft({ ...draft, title: 't', texts: [newText('x')] }, undefined)).toEqual({
      title: 't',
      text: 'x',
      category: '甲',
      group: '组',
    });
  });

  test('of one text, the others are kept in the form and not in the phrase', () => {
    const draft = { ...beginDraft(whole, {}), kind: 'single' as const };
    const saved = finishDraft(draft, 'p');
    expect(saved).not.toHaveProperty('more');
    expect(saved).not.toHaveProperty('kind');
    expect(saved).not.toHaveProperty('pick');
    expect(draft.texts).toHaveLength(2);
  });

  test('empty texts among several are left out; when one is left it is a phrase of one text', () => {
    const draft = { ...beginDraft(undefined, { category: '甲' }), title: 't', kind: 'parts' as const };
    expect(finishDraft({ ...draft, texts: ['', '一', ' ', '二'].map(newText) }, undefined)).toMatchObject({
      text: '一',
      more: ['二'],
      kind: 'parts',
    });
    expect(finishDraft({ ...draft, texts: ['', '一'].map(newText) }, undefined)).toEqual({
      title: 't',
      text: '一',
      category: '甲',
    });
    expect(finishDraft({ ...draft, texts: ['', ' '].map(newText) }, undefined)).toBeUndefined();
  });

  test('tags are parted by any comma; too many or too long are not saved', () => {
    expect(readTags('甲，乙、丙;甲,  ')).toEqual(['甲', '乙', '丙']);
    const draft = beginDraft(whole, {});
    expect(finishDraft({ ...draft, tags: '长'.repeat(31) }, 'p')).toBeUndefined();
  });
});

describe('a long list', () => {
  const items = Array.from({ length: 20_000 }, (_, n) => `i${n}`);
  const idOf = (one: string): string => one;
  const list = (onMove = vi.fn(), shown = items) => (
    <SortableWindow items={shown} idOf={idOf} gripLabel={idOf} onMove={onMove} rowHeight={60}>
      {(one, grip) => (
        <p>
          {grip}
          {one}
        </p>
      )}
    </SortableWindow>
  );

  test('has only the rows near what is seen in the document, and says how many there are', () => {
    const view = stage(list(), { trusted: true });
    const rows = view.all('li');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('20000');
    expect(rows[3]?.getAttribute('aria-posinset')).toBe('4');
    expect(view.one('ul').style.height).toBe(`${20_000 * 60}px`);
  });

  test('is moved by keys to the neighbours, also those not drawn, and keeps the focus', () => {
    const onMove = vi.fn();
    const view = stage(list(onMove), { trusted: true });
    const grip = view.named('i3');
    act(() => grip.focus());
    view.key(grip, { key: 'ArrowDown' });
    expect(onMove).toHaveBeenLastCalledWith('i3', 'i5');
    const moved = items.map((id) => (id === 'i3' ? 'i4' : id === 'i4' ? 'i3' : id));
    view.render(list(onMove, moved));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('i3');
    view.key(view.named('i0'), { key: 'ArrowUp' });
    expect(onMove).toHaveBeenCalledTimes(1);
  });
});
