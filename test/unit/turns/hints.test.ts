import { describe, expect, it } from 'vitest';
import { betterHint, isAnswered, refinedHint } from '../../../rules/turns/hints.ts';
import { type ListedWait, queueView, type TurnEvent } from '../../../rules/turns/index.ts';
import { liveChat } from '../../../rules/turns/live-chat.ts';
import { at, b, h, on } from './events.ts';

const minute = (clock: string): ListedWait => ({ ...seen(clock), precision: 'min' });
const seen = (clock: string, length?: number): ListedWait => ({
  platform: 'pdd',
  shop: 'shop',
  buyer: 'buyer',
  since: at(clock),
  precision: 's',
  ...(length !== undefined && { length }),
});
const known = (events: readonly TurnEvent[]) => liveChat(on('pdd', events));

describe('a list that tells of a wait, beside what was read of the conversation', () => {
  const answered = [b('10:04:00', { length: 6 }), h('10:05:20', { length: 4 })];

  it.each<[string, ListedWait, boolean]>([
    ['the minute before our answer', minute('10:04:00'), true],
    ['the minute of our answer: the list shows it, and calls it unread', minute('10:05:00'), true],
    ['the minute after our answer', minute('10:06:00'), false],
    ['a second before our answer', seen('10:05:19'), true],
    ['the second of our answer', seen('10:05:20'), true],
    ['a second after our answer', seen('10:05:21'), false],
    ['a second after our answer, with words as long as ours', seen('10:05:21', 4), true],
    ['a second after our answer, with other words', seen('10:05:21', 5), false],
    ['long after our answer, with words as long as ours', seen('10:05:26', 4), false],
  ])('%s: answered %s', (_, hint, expected) => {
    expect(isAnswered(hint, known(answered))).toBe(expected);
  });

  it('is news of a conversation nobody has read', () => {
    expect(isAnswered(minute('10:04:00'), undefined)).toBe(false);
  });

  it('compares seconds as the platform counts them where the computer is known to be late', () => {
    // Our answer of 10:05:20 was sent at 10:04:20 of the computer, which saw the list change at 10:04:50.
    expect(isAnswered(seen('10:04:50'), known(answered)), 'taken for answered').toBe(true);
    expect(isAnswered(seen('10:04:50'), known(answered), 60_000)).toBe(false);
    expect(isAnswered(seen('10:04:10'), known(answered), 60_000)).toBe(true);
  });

  it('never moves the start of a wait the events know', () => {
    const events = on('pdd', [b('10:04:00'), h('10:05:20'), b('10:06:10')]);
    for (const hint of [minute('10:06:00'), seen('10:06:12'), seen('10:09:00')]) {
      expect(queueView(events, { now: at('10:10:00'), hints: [hint] }).waiting).toMatchObject([
        { since: at('10:06:10'), messages: 1 },
      ]);
    }
  });
});

describe('hints of one conversation', () => {
  it('the one that saw it first counts; a second within the minute of a coarser one is finer', () => {
    const pairs: [ListedWait, ListedWait, ListedWait][] = [
      [seen('10:00:05'), seen('10:00:09'), seen('10:00:05')],
      [minute('10:00:00'), seen('10:00:40'), seen('10:00:40')],
      [minute('10:00:00'), seen('10:01:00'), minute('10:00:00')],
      [minute('10:00:00'), seen('09:59:50'), seen('09:59:50')],
      [minute('10:00:00'), minute('10:01:00'), minute('10:00:00')],
    ];
    for (const [one, other, better] of pairs) {
      expect(betterHint(one, other)).toEqual(better);
      expect(betterHint(other, one)).toEqual(better);
    }
  });
  it('keeps the second a page saw before it was loaded anew, and no older or younger one', () => {
    expect(refinedHint(minute('10:05:00'), at('10:05:45'))).toEqual(seen('10:05:45'));
    for (const other of ['10:04:59', '10:06:00']) {
      expect(refinedHint(minute('10:05:00'), at(other))).toEqual(minute('10:05:00'));
    }
    expect(refinedHint(seen('10:05:10'), at('10:05:45'))).toEqual(seen('10:05:10'));
    expect(refinedHint(minute('10:05:00'), undefined)).toEqual(minute('10:05:00'));
  });
});
