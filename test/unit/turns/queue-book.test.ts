import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS, MINUTE_MS } from '../../../rules/time/shanghai.ts';
import {
  CLOSABLE_AFTER_MS,
  createQueueBook,
  type ListedWait,
  queueView,
  type TurnEvent,
} from '../../../rules/turns/index.ts';
import { conversations } from '../metrics/conversations.ts';
import { as, at, au, b, chat, end, h, on, seeded, transfer } from './events.ts';

const platforms: Platform[] = ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];
const keyOf = (buyer: string, platform: Platform = 'pdd', shop = 'shop'): string =>
  `${platform}|${shop}|${buyer}`;

describe('a queue that is kept message by message', () => {
  it.each(platforms)('%s: says at every moment what all events say', (platform) => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = seeded(seed);
      const events = conversations(platform, random).sort((one, other) => one.t - other.t);
      const book = createQueueBook();
      const seen: TurnEvent[] = [];
      const hints: ListedWait[] = [];
      for (const event of events) {
        seen.push(event);
        const of = seen.filter(({ buyer }) => buyer === event.buyer);
        book.put(keyOf(event.buyer, platform, event.shop), of);
        if (random() < 0.2) {
          const buyer = `b${Math.floor(random() * 6)}`;
          const since = event.t + Math.floor((random() - 0.5) * 600_000);
          hints.push({ platform, shop: 's', buyer, since, precision: random() < 0.5 ? 'min' : 's' });
        }
        const now = event.t + Math.floor(random() ** 3 * DAY_MS);
        const options = { now, hints, liveFor: DAY_MS };
        expect(book.view(options), `seed ${seed} at ${now}`).toEqual(queueView(seen, options));
      }
    }
  });

  it('reads the events of one conversation for one message, and those of none for a look, however many there are', () => {
    const book = createQueueBook();
    let read = 0;
    const watched = (buyer: string, answered: boolean): TurnEvent[] => {
      const events = Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? b('10:00:00', { id: `${buyer}-${n}`, platform: 'pdd', buyer })
          : h('10:00:00', { id: `${buyer}-${n}`, platform: 'pdd', buyer }),
      ).map((event, n) => ({ ...event, t: event.t + n * 1_000 }));
      if (!answered) events.pop();
      return new Proxy(events, {
        get(list, name, receiver) {
          if (name === 'length' || name === Symbol.iterator || typeof name === 'string') read += 1;
          return Reflect.get(list, name, receiver);
        },
      });
    };
    // 40,000 recent events; a tenth of the conversations waits.
    for (let i = 0; i < 2_000; i += 1) book.put(keyOf(`b${i}`), watched(`b${i}`, i % 10 !== 0));
    expect(read).toBeGreaterThan(40_000);

    read = 0;
    for (let minute = 0; minute < 20; minute += 1) {
      const view = book.view({ now: at('10:05:00') + minute * MINUTE_MS });
      expect(view.waiting).toHaveLength(200);
    }
    expect(read, 'a look reads no events').toBe(0);

    const one = watched('b7', false);
    book.put(keyOf('b7'), one);
    const forOne = read;
    expect(forOne).toBeGreaterThan(0);
    expect(forOne, 'one conversation of twenty messages').toBeLessThan(20 * 20);
    expect(book.view({ now: at('10:30:00') }).waiting).toHaveLength(201);
    expect(read).toBe(forOne);
  });

  it('forgets a conversation of which nothing is known any more', () => {
    const book = createQueueBook();
    book.put(keyOf('x'), on('pdd', chat({ buyer: 'x' }, [b('10:00:00')])));
    book.put(keyOf('x'), []);
    expect(book.view({ now: at('10:01:00') })).toEqual({
      waiting: [],
      lastWords: [],
      closable: [],
      counts: { lastWords: 0, closable: 0 },
    });
  });
});

describe('conversations that can be closed', () => {
  const silent = (seconds: number): number => at('10:02:00') + CLOSABLE_AFTER_MS + seconds * 1_000;
  const closable = (events: readonly TurnEvent[], now = silent(0), more = {}) =>
    queueView(on('pdd', events), { now, ...more }).closable.map(({ key, since }) => [key, since]);
  const answered = [b('10:00:00'), h('10:02:00')];

  it('are those in which ours is the last word, once it got no answer for some minutes', () => {
    expect(closable(answered, silent(-1))).toEqual([]);
    expect(closable(answered)).toEqual([[keyOf('buyer'), at('10:02:00')]]);
  });
  it.each<[string, TurnEvent[], number]>([
    ['the buyer spoke again', [...answered, b('10:02:30')], 0],
    ['an assistant of ours spoke', [b('10:00:00'), as('10:02:00')], 0],
    ['only a robot received the buyer', [b('10:00:00'), au('10:00:01')], 0],
    ['a notice of the platform came after our word', [...answered, { ...au('10:02:01'), type: 'system' }], 1],
    ['the session was closed', [...answered, end('10:02:30')], 0],
    ['it was handed to a colleague', [...answered, transfer('10:02:30', { to: 'B' })], 0],
    ['the colleague answered', [...answered, transfer('10:01:30', { to: 'B' })], 1],
    ['we wrote first', [h('10:02:00')], 1],
  ])('%s', (_, events, count) => {
    // 拼多多 counts people alone: an assistant's answer leaves the buyer waiting.
    expect(closable(events)).toHaveLength(count);
  });
  it('are today’s', () => {
    expect(closable([b('23:00:00'), h('23:30:00')], at('23:59:00'))).toHaveLength(1);
    expect(closable([b('23:00:00'), h('23:30:00')], at('00:00:00', 1))).toEqual([]);
  });
  it('are not those with something left to do, or unread in a list', () => {
    expect(closable(answered, silent(0), { openMatters: new Set([keyOf('buyer')]) })).toEqual([]);
    const place = { platform: 'pdd' as const, shop: 'shop', buyer: 'buyer' };
    const unread = { ...place, since: at('10:04:00'), precision: 's' as const };
    expect(closable(answered, silent(0), { hints: [unread] })).toEqual([]);
    const stale = { ...place, since: at('10:01:00'), precision: 's' as const };
    expect(closable(answered, silent(0), { hints: [stale] })).toHaveLength(1);
  });
  it('stand with the one silent for longest first; no more than can be worked off, all of them counted', () => {
    const events = Array.from({ length: 260 }, (_, n) =>
      chat({ buyer: `b${n}` }, [
        { ...b('09:00:00'), t: at('09:00:00') - n * 1_000 },
        { ...h('09:01:00'), t: at('09:01:00') - n * 1_000 },
      ]),
    ).flat();
    const openMatters = new Set([keyOf('b259'), keyOf('b0'), keyOf('nobody')]);
    const view = queueView(on('pdd', events), { now: at('10:00:00'), openMatters });
    expect(view.counts.closable).toBe(258);
    expect(view.closable).toHaveLength(200);
    expect(view.closable[0]?.buyer).toBe('b258');
    expect(view.closable.every(({ since }, i, all) => since >= (all[i - 1]?.since ?? 0))).toBe(true);
  });
});

describe('when the queue changes without any message', () => {
  it('no list differs between now and the instant named, and one does then', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(1_000 + seed);
      const platform = platforms[seed % platforms.length] ?? 'pdd';
      const events = conversations(platform, random);
      const book = createQueueBook();
      for (const buyer of new Set(events.map((event) => event.buyer))) {
        book.put(
          keyOf(buyer, platform, 's'),
          events.filter((event) => event.buyer === buyer),
        );
      }
      let now = events[Math.floor(random() * events.length)]?.t ?? 0;
      for (let step = 0; step < 12; step += 1) {
        const view = (t: number) => book.view({ now: t, liveFor: DAY_MS });
        const present = view(now);
        const next = Math.min(
          present.waitingChangesAt ?? Number.POSITIVE_INFINITY,
          present.quietChangesAt ?? Number.POSITIVE_INFINITY,
        );
        if (!Number.isFinite(next)) {
          expect(lists(view(now + 3 * DAY_MS))).toEqual(lists(present));
          break;
        }
        expect(next).toBeGreaterThan(now);
        expect(lists(view(next - 1)), `seed ${seed} at ${now}`).toEqual(lists(present));
        now = next;
      }
    }
  });
});

const lists = ({ waiting, lastWords, closable, counts }: ReturnType<typeof queueView>) => ({
  waiting,
  lastWords,
  closable,
  counts,
});
