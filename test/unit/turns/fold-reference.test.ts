import { describe, expect, it } from 'vitest';
import { type EventType, foldTurns, type TurnEvent } from '../../../rules/turns/index.ts';
import { at, seeded, shuffled } from './events.ts';
import { type ReferenceTurn, referenceFold } from './reference-fold.ts';

const DAYS = 3;
const SECONDS = DAYS * 86_400;
const kinds: readonly EventType[] = [
  'buyer',
  'buyer',
  'buyer',
  'human',
  'human',
  'assist',
  'auto',
  'system',
  'enter_human',
];

/** Conversations of three days; every event at a second of its own, most of them close to the one before. */
function conversations(random: () => number): TurnEvent[] {
  const used = new Set<number>();
  const events: TurnEvent[] = [];
  for (const buyer of ['甲', '乙', '丙']) {
    let second = Math.floor(random() * SECONDS);
    const length = 1 + Math.floor(random() * 14);
    for (let i = 0; i < length; i += 1) {
      second = (second + 1 + Math.floor(random() ** 3 * 30_000)) % SECONDS;
      while (used.has(second)) second = (second + 1) % SECONDS;
      used.add(second);
      const type = kinds[Math.floor(random() * kinds.length)] ?? 'buyer';
      const id = random() < 0.5 ? { id: `m${events.length}` } : {};
      events.push({
        t: at('00:00') + second * 1_000,
        platform: 'other',
        shop: 's',
        buyer,
        type,
        length: Math.floor(random() * 40),
        ...id,
      });
    }
  }
  return events;
}

const plain = (turns: ReturnType<typeof foldTurns>): ReferenceTurn[] =>
  turns
    .map((turn) => ({
      buyer: turn.buyer,
      t_start: turn.t_start,
      buyer_ts: turn.buyer_ts,
      ...(turn.t_auto !== undefined && { t_auto: turn.t_auto }),
      ...(turn.t_reply !== undefined && { t_reply: turn.t_reply }),
      ...(turn.reply_kind && { reply_kind: turn.reply_kind }),
      ...(turn.closed_by && { closed_by: turn.closed_by as 'reply' | 'day_end' }),
      ...(turn.late_reply && { late_reply: turn.late_reply.t }),
      stage: turn.stage,
    }))
    .sort((x, y) => x.t_start - y.t_start || (x.buyer < y.buyer ? -1 : 1));

/** What two tabs would hand over: some events twice, the second time perhaps without the page's id. */
function seenTwice(events: readonly TurnEvent[], random: () => number): TurnEvent[] {
  const again = events
    .filter(() => random() < 0.4)
    .map((event) => {
      const { id: _, ...withoutId } = event;
      return random() < 0.5 ? event : withoutId;
    });
  return shuffled([...events, ...again], random);
}

describe('the fold agrees with a slow reference', () => {
  const settings: [string, EventType[]][] = [
    ['human and assist', ['human', 'assist']],
    ['human only', ['human']],
  ];
  it.each(settings)('on 1500 seeded sets of conversations, %s', (_, effective) => {
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const random = seeded(seed);
      const events = conversations(random);
      const now = at('00:00', Math.floor(random() * (DAYS + 1)));
      const folded = foldTurns(seenTwice(events, random), {
        effective: effective as ('human' | 'assist')[],
        now,
      });
      expect(plain(folded), `seed ${seed}`).toEqual(referenceFold(events, effective, now));
    }
  });
});
