// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { messageRows } from '../../../content/picker/message-rows.ts';
import { deriveActive, deriveSides } from '../../../content/picker/sides.ts';
import { openMarket, pointAt } from './market-page.ts';

const NOW = Date.parse('2026-09-09T12:00:00+08:00');

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the two sides of a chat', () => {
  it.each([
    [
      'a class of the message',
      '<p class="msg me">a</p><p class="msg you">b</p><p class="msg me">c</p>',
      '.you',
      '.me',
    ],
    [
      'an attribute',
      '<p data-from="shop">a</p><p data-from="user">b</p>',
      '[data-from="user"]',
      '[data-from="shop"]',
    ],
    [
      'what is inside it',
      '<p><i class="seller-face"></i>a</p><p><i class="buyer-face"></i>b</p>',
      '.buyer-face',
      '.seller-face',
    ],
    [
      'the stem of a hashed class',
      '<p><b class="bubbleRight--x7Kd2">a</b></p><p><b class="bubbleLeft--q9Zk1">b</b></p>',
      '[class*="bubbleLeft--"]',
      '[class*="bubbleRight--"]',
    ],
    [
      'the way it is drawn, where nothing else tells',
      '<p style="flex-direction:row-reverse">a</p><p style="flex-direction:row; text-align:left">b</p>',
      '[style*="left"]',
      '[style*="row-reverse"]',
    ],
  ])('are told by %s', (_, html, buyer, agent) => {
    document.body.innerHTML = html;
    const items = [...document.querySelectorAll('p')];
    const [ours, theirs] = items;
    if (!ours || !theirs) throw new Error('no messages');
    const sides = deriveSides(theirs, ours, items, false);
    expect({ buyer: sides?.buyer, agent: sides?.agent }).toEqual({ buyer, agent });
    expect(sides?.told).toBe(items.length);
  });

  it('are not told where nothing differs', () => {
    document.body.innerHTML = '<p class="m">a</p><p class="m">b</p>';
    const [a, b] = [...document.querySelectorAll('p')];
    expect(a && b && deriveSides(a, b, [a, b], false)).toBeUndefined();
  });
});

describe('messages from one of each side', () => {
  it('finds all of them, also the notices, with the text of both', () => {
    openMarket('yunzhan-chat');
    const found = messageRows(pointAt('老板在吗'), pointAt('请问有什么可以帮您'), false, NOW);
    expect(found?.items).toHaveLength(7);
    expect(found?.locator[0]).toEqual({ css: '[data-mid]' });
    expect(found?.text?.locator[0]).toEqual({ css: '.bubble' });
    expect(found?.sides).toEqual({ buyer: '.align-start', agent: '.align-end', told: 6, of: 7 });
  });

  it('gives each side an alternative of its own where they are drawn differently', () => {
    document.body.innerHTML =
      '<div id="log"><div><span class="their-text">hello there</span></div><div><em class="our-text">hi to you</em></div></div>';
    const found = messageRows(pointAt('hello there'), pointAt('hi to you'), false, NOW);
    expect(found?.items).toHaveLength(2);
    expect(JSON.stringify(found?.text?.locator)).toContain('.their-text');
    expect(JSON.stringify(found?.text?.locator)).toContain('.our-text');
  });
});

describe('the open conversation', () => {
  it.each([
    ['<li class="c is-current">a</li><li class="c">b</li><li class="c">c</li>', '.is-current'],
    ['<li aria-selected="true">a</li><li aria-selected="false">b</li>', '[aria-selected="true"]'],
    ['<li class="c vip">a</li><li class="c">b</li>', undefined],
  ])('%s → %s', (html, wanted) => {
    document.body.innerHTML = `<ul>${html}</ul>`;
    expect(deriveActive([...document.querySelectorAll('li')])).toBe(wanted);
  });
});
