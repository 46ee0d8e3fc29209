// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatFact } from '../../../content/site-map/facts.ts';
import kuaishou from '../../../content/sites/kuaishou.json' with { type: 'json' };
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

/** Kuaishou's own locators on a page of this test: names glued to times without a year (markets.md §7). */
const [entry] = kuaishou.pages;
const { root: _, ...messagesAt } = entry?.messages ?? {};
const map = () =>
  mapOf([{ ...entry, when: undefined, messages: messagesAt }], 'kuaishou', { revision: kuaishou.revision });

const said = (before: string, text = '在吗'): string =>
  `<div class="kwaishop-cs-LayoutDefaultWrapper_msgMain"><div class="kwaishop-cs-LayoutDefaultWrapper_beforeMsgBody">${before}</div>
   <div class="kwaishop-cs-LayoutDefaultWrapper_msgBody">${text}</div></div>`;
const row = (name: string): string =>
  `<div class="SessionBaseCard"><span class="SessionBaseCard-topHeadName">${name}</span></div>`;
const pageOf = (rows: readonly string[], messages: readonly string[], account = '小禾家的店'): string =>
  `<header>${account && `<span>当前账号：</span><b>${account}</b>`}</header><aside>${rows.map(row).join('')}</aside>
   <main>${messages.map((one) => said(one)).join('')}</main><div class="ql-editor" contenteditable="true"></div>`;

let page: WatchedPage;
async function open(html: string): Promise<ChatFact> {
  document.body.innerHTML = html;
  page = watch([map()]);
  await page.settle();
  return chat();
}
function chat(): ChatFact {
  const fact = page.readings().find((reading) => reading.kind === 'chat')?.fact;
  if (!fact) throw new Error('no chat');
  return fact as ChatFact;
}
const told = ({ messages }: ChatFact): string[] =>
  messages.map(({ nick, time, side }) => {
    const shown = time && new Date(time.ms + 8 * 3_600_000).toISOString().slice(0, 10);
    return `${nick ?? '?'} ${shown ?? '?'} ${side ?? '?'}`;
  });
afterEach(() => page.stop());

// The harness' clock stands at 2026-09-08: January and February are this year's, November and December last year's.
describe('a name glued to a time without a year', () => {
  it.each<[string, string[], string[], string[]]>([
    ['that can be read in one way is read', ['橘子'], ['橘子2-22 18:55:20'], ['橘子 2026-02-22 buyer']],
    ['may end in figures', ['橘子2019'], ['橘子20192-22 18:55:20'], ['橘子2019 2026-02-22 buyer']],
    [
      'of a month with two figures belongs to the name in the list',
      ['橘子'],
      ['橘子12-22 18:55:20'],
      ['橘子 2025-12-22 buyer'],
    ],
    [
      'leaves the figure with the name that has it',
      ['橘子1'],
      ['橘子12-22 18:55:20'],
      ['橘子1 2026-02-22 buyer'],
    ],
    ['with a year is told by it', ['橘子'], ['橘子2025-12-22 18:55:20'], ['橘子 2025-12-22 buyer']],
    [
      'is decided by what the same writer wrote before',
      [],
      ['阿布3-1 09:00:00', '阿布12-22 18:55:20'],
      ['阿布 2026-03-01 ?', '阿布 2025-12-22 ?'],
    ],
    ['that both names fit stays untold', ['橘子', '橘子1'], ['橘子12-22 18:55:20'], ['? ? ?']],
    [
      'of a buyer named like the shop and a figure stays untold, too',
      ['小禾家的店1'],
      ['小禾家的店12-22 18:55:20'],
      ['? ? ?'],
    ],
    ['of nobody the page names stays untold', [], ['橘子12-22 18:55:20'], ['? ? ?']],
  ])('%s', async (_name, rows, messages, expected) => {
    expect(told(await open(pageOf(rows, messages)))).toEqual(expected);
  });

  it('is told as soon as the list comes that holds the name, and only then is that row read again', async () => {
    await open(pageOf([], ['小禾家的店3-1 09:00:00', '橘子12-22 18:55:20']));
    expect(told(chat())).toEqual(['小禾家的店 2026-03-01 agent', '? ? ?']);
    page.rowReads();
    document.querySelector('aside')?.insertAdjacentHTML('beforeend', row('橘子1'));
    await page.settle();
    expect(told(chat())).toEqual(['小禾家的店 2026-03-01 agent', '橘子1 2026-02-22 buyer']);
    expect(page.rowReads()).toBe(2);
    expect([chat().buyer, chat().conversationKey]).toEqual(['橘子1', '橘子1']);
  });
});

describe('who talks, where the page names the buyer on the messages only', () => {
  const talk = ['橘子3-1 09:00:00', '小禾家的店3-1 09:01:00'];
  it.each<[string, string[], string[], string, string[], string | undefined]>([
    ['the writer in the list is the buyer', ['橘子', '阿布'], talk, '小禾家的店', ['buyer', 'agent'], '橘子'],
    [
      'without the account’s name the only other writer is the shop',
      ['橘子', '阿布'],
      talk,
      '',
      ['buyer', 'agent'],
      '橘子',
    ],
    [
      'without the account’s name a third writer leaves the others untold',
      ['橘子'],
      [...talk, '小助手3-1 09:02:00'],
      '',
      ['buyer', '?', '?'],
      '橘子',
    ],
    [
      'somebody who is neither is nobody’s side',
      ['橘子'],
      [...talk, '小助手3-1 09:02:00'],
      '小禾家的店',
      ['buyer', 'agent', '?'],
      '橘子',
    ],
    ['nobody in the list: the shop is still told', ['阿布'], talk, '小禾家的店', ['?', 'agent'], undefined],
    [
      'two writers in the list',
      ['橘子', '阿布'],
      [...talk, '阿布3-1 09:02:00'],
      '小禾家的店',
      ['?', 'agent', '?'],
      undefined,
    ],
    [
      'a buyer with the account’s own name tells nothing apart',
      ['小禾家的店'],
      ['小禾家的店3-1 09:00:00', '小禾家的店3-1 09:01:00'],
      '小禾家的店',
      ['?', '?'],
      undefined,
    ],
    ['a masked name is nobody', ['橘*'], ['橘*3-1 09:00:00'], '小禾家的店', ['?'], undefined],
  ])('%s', async (_name, rows, messages, account, sides, buyer) => {
    const fact = await open(pageOf(rows, messages, account));
    expect(fact.messages.map((one) => one.side ?? '?')).toEqual(sides);
    expect(fact.buyer).toBe(buyer);
  });

  it('follows the messages when another conversation is filled in', async () => {
    await open(pageOf(['橘子', '阿布'], talk));
    const befores = document.querySelectorAll('[class*="beforeMsgBody"]');
    if (befores[0]) befores[0].textContent = '阿布3-2 10:00:00';
    await page.settle();
    expect([chat().buyer, chat().messages.map((one) => one.side)]).toEqual(['阿布', ['buyer', 'agent']]);
  });
});

describe('a message list that is not told from the page around it', () => {
  it('is not broken because nobody has written yet', async () => {
    await open(pageOf(['橘子'], []));
    await page.pass(30_000);
    expect(page.readings()[0]?.health.broken).toEqual([]);
  });
});
