// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { rowNotes } from '../../../content/marks/row-notes.ts';
import type { ChatFact } from '../../../content/site-map/facts.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import type { WaitingBuyer } from '../../../rules/turns/queue.ts';
import type { QuietChat } from '../../../storage/schemas/queue.ts';

const noon = shanghaiEpoch(2026, 3, 5, 12, 0, 0) ?? Number.NaN;
const waits = (buyer: string, patch: Partial<WaitingBuyer> = {}): WaitingBuyer => ({
  key: `pdd|s|${buyer}`,
  platform: 'pdd',
  shop: 's',
  buyer,
  since: noon,
  precision: 's',
  first: false,
  limits: { soft: 30, warn: 120, breach: 180 },
  failed: false,
  ...patch,
});
const chat = (...keys: string[]): ChatFact => ({
  kind: 'chat',
  conversations: keys.map((key) => ({ key, active: false, element: document.createElement('li') })),
  messages: [],
  orders: [],
});
const closable = (buyer: string): QuietChat => ({
  key: `pdd|s|${buyer}`,
  platform: 'pdd',
  shop: 's',
  buyer,
  since: noon,
});
const wait = (patch: Partial<WaitingBuyer> = {}) => {
  const [note] = rowNotes(chat('a'), { waiting: [waits('a', patch)], closable: [] }, 'pdd|s', 'zh-CN');
  if (!note?.clock) throw new Error('no clock');
  return note.clock;
};

describe('what stands on the rows of a conversation list', () => {
  it('is a clock where the buyer waits, in every group the buyer stands in, and a word where the chat can be closed', () => {
    const fact = chat('a', 'b', 'c', 'a');
    const notes = rowNotes(fact, { waiting: [waits('a')], closable: [closable('c')] }, 'pdd|s', 'zh-CN');
    expect(notes.map(({ id, clock, word }) => [id, clock !== undefined, word])).toEqual([
      ['a', true, undefined],
      ['c', false, '可关闭'],
      ['a', true, undefined],
    ]);
    expect(notes.map(({ host }) => fact.conversations.findIndex(({ element }) => element === host))).toEqual([
      0, 2, 3,
    ]);
  });

  it('is nothing of another shop, another marketplace, or a page that is not read', () => {
    const queue = { waiting: [waits('a'), waits('b', { key: 'jd|s|b', platform: 'jd' })], closable: [] };
    expect(rowNotes(chat('a', 'b'), queue, 'pdd|other', 'zh-CN')).toEqual([]);
    expect(rowNotes(chat('b'), queue, 'pdd|s', 'zh-CN')).toEqual([]);
    expect(rowNotes(undefined, queue, 'pdd|s', 'zh-CN')).toEqual([]);
  });

  it.each([
    [9, '00:09', '00:09'],
    [179, '02:59', '02:59'],
    [180, '超时 00:00', '+00:00'],
    [4_000, '超时 1:03:40', '+1:03:40'],
  ])('says after %i s what the dock says, or less where the row has no room', (seconds, long, short) => {
    const clock = wait();
    expect(clock.say(noon + seconds * 1_000, false)).toBe(long);
    expect(clock.say(noon + seconds * 1_000, true)).toBe(short);
  });

  it('is marked where the page shows minutes only, and grey out of hours', () => {
    expect(wait({ precision: 'min' }).say(noon + 61_000, false)).toBe('≈01:01');
    expect(wait().outside).toBe(false);
    expect(wait({ since: noon - 5 * 3_600_000 }).outside).toBe(true);
  });
});
