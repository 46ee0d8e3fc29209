// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatFact, MessageFact } from '../../../content/site-map/facts.ts';
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

/** A chat whose messages show nothing of who wrote them but a name, glued to the time (markets.md §7). */
const chatPage = {
  kind: 'chat',
  account: '.account',
  buyer: '.who',
  messages: {
    root: '#list',
    item: '.msg',
    nick: { css: '.before', pattern: '^(.+?)(?:20\\d\\d-)?(?:1[0-2]|[1-9])-\\d{1,2} \\d{1,2}:\\d{2}' },
    time: { css: '.before', pattern: '((?:20\\d\\d-)?(?:1[0-2]|[1-9])-\\d{1,2} \\d{1,2}:\\d{2}:\\d{2})$' },
    text: '.body',
    side: { system: '.system' },
  },
  editor: 'textarea',
};
const message = (nick: string, text: string, time = '2-22 18:55:20'): string =>
  `<div class="msg"><p class="before">${nick}${time}</p><p class="body">${text}</p></div>`;
const chatHtml = ({ account = '小禾家的店', buyer = '阿布', messages = '' }): string =>
  `<header><b class="account">${account}</b><b class="who">${buyer}</b></header>
   <div id="list">${messages}</div><textarea></textarea>`;

let page: WatchedPage;
const map = () => mapOf([chatPage], 'kuaishou', { revision: 1 });
async function open(html: string): Promise<void> {
  document.body.innerHTML = html;
  page = watch([map()]);
  await page.settle();
}
const messages = (): MessageFact[] => {
  const fact = page.readings().find((reading) => reading.kind === 'chat')?.fact;
  if (!fact) throw new Error('no chat');
  return (fact as ChatFact).messages;
};
const sides = (): (string | undefined)[] => messages().map((one) => one.side);
const put = (css: string, text: string): void => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  found.textContent = text;
};

afterEach(() => page.stop());

describe('the side of a message that only shows its writer’s name', () => {
  it('is the agent’s for the account’s name, the buyer’s for the open buyer’s, absent for anybody else’s', async () => {
    await open(
      chatHtml({
        messages: message('阿布', '在吗') + message('小禾家的店', '在的') + message('阿布布', '我也问'),
      }),
    );
    expect(sides()).toEqual(['buyer', 'agent', undefined]);
    expect(messages().map((one) => [one.nick, one.text])).toEqual([
      ['阿布', '在吗'],
      ['小禾家的店', '在的'],
      ['阿布布', '我也问'],
    ]);
  });

  it('is read though the name is glued to a time without a year, and ends in digits itself', async () => {
    await open(chatHtml({ buyer: '团子妈2', messages: message('团子妈2', '在吗', '2-22 18:55:20') }));
    expect(messages()[0]).toMatchObject({
      side: 'buyer',
      time: { ms: Date.parse('2026-02-22T18:55:20+08:00'), precision: 's' },
    });
  });

  it.each<[string, string, string, string, string | undefined]>([
    ['equal after NFKC and trimming', '小禾家的店', ' Ａ布７ ', 'A布7', 'buyer'],
    ['in another case is another name', '小禾家的店', 'abu', 'Abu', undefined],
    ['masked on the message decides nothing', '小禾家的店', '阿*', '阿*', undefined],
    ['masked in the header decides nothing', '小禾家的店', '阿**', '阿布', undefined],
    ['that both account and buyer bear decides nothing', '阿布', '阿布', '阿布', undefined],
    ['without an account still tells the buyer', '', '阿布', '阿布', 'buyer'],
  ])('a name %s', async (_, account, buyer, nick, side) => {
    await open(chatHtml({ account, buyer, messages: message(nick, '在吗') }));
    expect(sides()).toEqual([side]);
  });

  it('is what a selector says, where one matches', async () => {
    const html = message('阿布', '订单已支付').replace('class="msg"', 'class="msg system"');
    await open(chatHtml({ messages: html }));
    expect(sides()).toEqual(['system']);
  });

  it('is decided for messages already read once the account’s name can be read, without reading them again', async () => {
    await open(chatHtml({ account: '', messages: message('阿布', '在吗') + message('小禾家的店', '在的') }));
    expect(sides()).toEqual(['buyer', undefined]);
    const [first] = messages();
    page.rowReads();
    put('.account', '小禾家的店');
    await page.settle();
    expect(sides()).toEqual(['buyer', 'agent']);
    expect(page.rowReads()).toBe(0);
    expect(messages()[0]).toBe(first);
  });

  it('follows the buyer’s name when another conversation is opened before its messages come', async () => {
    await open(chatHtml({ messages: message('阿布', '在吗') + message('小禾家的店', '在的') }));
    put('.who', '豆包');
    await page.settle();
    expect(sides()).toEqual([undefined, 'agent']);
    document.querySelector('#list')?.replaceChildren();
    document.querySelector('#list')?.insertAdjacentHTML('beforeend', message('豆包', '多久到'));
    await page.settle();
    expect(sides()).toEqual(['buyer']);
  });

  it('keeps the same list and reading while nothing changes it', async () => {
    await open(chatHtml({ messages: message('阿布', '在吗') + message('小禾家的店', '在的') }));
    const before = page.calls.length;
    document.querySelector('header')?.append(document.createElement('i'));
    await page.settle();
    expect(page.calls).toHaveLength(before);
  });
});
