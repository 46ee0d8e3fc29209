import { describe, expect, test } from 'vitest';
import { checkWording, hitId, viewHits, withSuggestion } from '../../../rules/wording/index.ts';
import { chosenLevel, levelBelow, withLevel } from '../../../rules/wording/level-choices.ts';

describe('a hit as it is shown', () => {
  test('the word stands between what is around it, in one line, cut at both sides', () => {
    const text = '一二三四五六七八九\n保证今天下午两点之前发出';
    const [view] = viewHits(text, checkWording(text));
    expect(view).toMatchObject({ before: '…四五六七八九 ', word: '保证', after: '今天下午两点之…' });
  });

  test('the strictest first, and what stands behind does not change a hit’s id', () => {
    const text = '保证好，加微信';
    expect(viewHits(text, checkWording(text)).map(({ level }) => level)).toEqual(['stop', 'warn']);
    const ids = (draft: string): string[] => checkWording(draft).map((hit) => hitId(draft, hit));
    expect(ids(`${text}聊`)).toEqual(ids(text));
  });

  test('no better word is offered where there is nothing to put', () => {
    const found = checkWording('亲亲', { shopWords: [{ word: '亲亲', suggestion: '' }] });
    expect(viewHits('亲亲', found)[0]?.suggestion).toBeUndefined();
  });
});

test('a suggestion takes exactly the place of its hit', () => {
  const text = '保证书在包里，保 证今天发';
  const [hit] = checkWording(text);
  expect(hit && withSuggestion(text, hit)).toBe('保证书在包里，尽量今天发');
});

describe('levels of the shop', () => {
  const cell = { category: 'absolute', channel: 'chat', platform: undefined } as const;
  const onPdd = { ...cell, platform: 'pdd' } as const;

  test('a cell follows what is above it until it has a choice of its own', () => {
    expect(levelBelow([], cell)).toBe('warn');
    const general = withLevel([], cell, 'stop');
    expect(chosenLevel(general, cell)).toBe('stop');
    expect(chosenLevel(general, onPdd)).toBeUndefined();
    expect(levelBelow(general, onPdd)).toBe('stop');
    expect(withLevel(general, cell, undefined)).toEqual([]);
  });

  test('the choice for one marketplace wins in whatever order they were made', () => {
    const one = withLevel(withLevel([], onPdd, 'off'), cell, 'stop');
    const other = withLevel(withLevel([], cell, 'stop'), onPdd, 'off');
    for (const levels of [one, other]) {
      expect(checkWording('顶级', { levels, platform: 'pdd' })).toEqual([]);
      expect(checkWording('顶级', { levels, platform: 'jd' })).toMatchObject([{ level: 'stop' }]);
      expect(checkWording('顶级', { levels, platform: 'jd', channel: 'reply' })).toMatchObject([
        { level: 'warn' },
      ]);
    }
  });
});
