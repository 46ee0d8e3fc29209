import { describe, expect, it } from 'vitest';
import { rowsInForce } from '../../../rules/packs/rows-in-force.ts';
import { nextStepAt, queueView, stepOf, type TurnEvent, waitingBuyers } from '../../../rules/turns/index.ts';
import { at, au, b, chat, end, enter, h, leave, on, transfer } from './events.ts';

const now = at('10:10:00');
const names = (events: readonly TurnEvent[], at = now): string[] =>
  waitingBuyers(events, { now: at }).map(({ buyer }) => buyer);

describe('who waits', () => {
  it('is everybody whose last word has no answer, from the first unanswered message', () => {
    const [waiting, ...others] = waitingBuyers(
      on('pdd', [b('10:00:00'), h('10:00:05'), b('10:08:00'), b('10:09:00', { precision: 'min' })]),
      { now, nicks: { 'pdd|shop|buyer': '小王' } },
    );
    expect(others).toEqual([]);
    expect(waiting).toEqual({
      key: 'pdd|shop|buyer',
      platform: 'pdd',
      shop: 'shop',
      buyer: 'buyer',
      nick: '小王',
      since: at('10:08:00'),
      precision: 's',
      messages: 2,
      first: false,
      limits: { soft: 30, warn: 120, breach: 180 },
      failed: false,
    });
  });
  it.each([
    ['answered', [b('10:00:00'), h('10:00:05')], 0],
    ['met by a welcome text only', [b('10:00:00'), au('10:00:01')], 1],
    [
      'handed over unanswered, on Taobao',
      on('taobao', [b('10:00:00'), transfer('10:01:00', { to: 'B' })]),
      1,
    ],
    ['asking for a person', [b('10:00:00'), au('10:00:01'), enter('10:05:00')], 1],
    ['waiting since yesterday', [b('23:00:00', { day: -1 })], 1],
    ['left a 留言', on('jd', [leave('09:00:00')]), 1],
    [
      'writing again in the second of the answer',
      on('jd', [b('10:00:00'), h('10:00:05'), b('10:00:05', { seq: 1 })]),
      1,
    ],
    ['in a session that was closed', on('jd', [b('10:00:00'), end('10:01:00')]), 0],
  ])('a buyer %s: %i entry', (_, events, count) => {
    expect(waitingBuyers(events as TurnEvent[], { now })).toHaveLength(count as number);
  });
  it('keeps the buyer’s own clock over a transfer and over midnight', () => {
    const handed = on('taobao', [
      b('10:00:00', { agent: 'A' }),
      transfer('10:05:00', { agent: 'A', to: 'B' }),
    ]);
    expect(waitingBuyers(handed, { now })[0]?.since).toBe(at('10:00:00'));
    const overnight = [b('23:00:00', { day: -1 }), b('09:00:00')];
    expect(waitingBuyers(overnight, { now })[0]).toMatchObject({ since: at('23:00:00', -1), messages: 2 });
  });
  it('is nobody where nothing was said', () => {
    expect(waitingBuyers([], { now })).toEqual([]);
  });
  it('leaves the queue when the buyer has said nothing for as long as asked for', () => {
    const day = 86_400_000;
    const old = on('pdd', [b('10:00:00', { day: -1 })]);
    expect(waitingBuyers(old, { now, liveFor: day })).toEqual([]);
    const again = [...old, ...on('pdd', [b('10:05:00')])];
    expect(waitingBuyers(again, { now, liveFor: day }), 'asked again').toMatchObject([
      { since: at('10:00:00', -1), messages: 2 },
    ]);
    expect(waitingBuyers(again, { now: at('10:05:01', 1), liveFor: day })).toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    ['jd', true, { soft: 15, warn: 20, breach: 30 }],
    ['jd', false, { soft: 15, warn: 20, breach: 40 }],
    ['doudian', true, { soft: 20, warn: 40, breach: 60 }],
    ['doudian', false, { soft: 20, warn: 40, breach: 180 }],
    ['tmall', true, { soft: 60, warn: 100, breach: 180 }],
    ['xianyu', true, { soft: 60, warn: 120, breach: 180 }],
  ] as const)('%s, first answer %s', (platform, first, limits) => {
    const before = first ? [] : [b('09:00:00'), h('09:00:05')];
    const events = on(platform, [...before, b('10:09:55')]);
    expect(waitingBuyers(events, { now })[0]).toMatchObject({ first, limits });
  });
  it('the agent’s own win', () => {
    const own = { soft: 5, warn: 10, breach: 20 };
    const rows = rowsInForce({
      'PDD-WARN': {
        value: { kind: 'limits', limits: own },
        date: '2026-01-05',
        over: { kind: 'empty' },
      },
    });
    expect(waitingBuyers(on('pdd', [b('10:09:55')]), { now, rows })[0]?.limits).toEqual(own);
  });
});

describe('queue order', () => {
  const of = (buyer: string, platform: TurnEvent['platform'], clock: string): TurnEvent[] =>
    on(platform, chat({ buyer }, [b(clock)]));
  it('is by time left to the limit, then the failed ones, longest wait first', () => {
    const events = [
      ...of('failed late', 'taobao', '10:06:00'),
      ...of('120 s left', 'taobao', '10:09:00'),
      ...of('25 s left', 'jd', '10:09:55'),
      ...of('failed early', 'taobao', '10:05:00'),
      ...of('60 s left', 'pdd', '10:08:00'),
    ];
    expect(names(events)).toEqual(['25 s left', '60 s left', '120 s left', 'failed early', 'failed late']);
  });
  it('a 拼多多 buyer who was left too long once today has failed already; a Taobao buyer has a new round', () => {
    const events = [b('09:00:00'), h('09:04:00'), b('10:09:00')];
    expect(waitingBuyers(on('pdd', events), { now })[0]?.failed).toBe(true);
    expect(waitingBuyers(on('taobao', events), { now })[0]?.failed).toBe(false);
    expect(
      waitingBuyers(
        on(
          'pdd',
          events.map((e) => ({ ...e, t: e.t - (e.t < at('10:00') ? 86_400_000 : 0) })),
        ),
        { now },
      )[0]?.failed,
    ).toBe(false);
  });
  it('a wait from before the opening counts from its first message inside, where the platform counts messages', () => {
    const early = [b('07:59:50'), b('08:00:05')];
    const failed = (platform: TurnEvent['platform'], clock: string): boolean | undefined =>
      waitingBuyers(on(platform, early), { now: at(clock) })[0]?.failed;
    expect([failed('pdd', '08:03:05'), failed('pdd', '08:03:06')]).toEqual([false, true]);
    expect(failed('taobao', '08:10:00')).toBe(false);
  });
  it('outside the window nothing can fail: longest wait first', () => {
    const night = [...of('later', 'pdd', '23:30:00'), ...of('earlier', 'pdd', '23:10:00')];
    expect(names(night, at('23:50:00'))).toEqual(['earlier', 'later']);
    expect(waitingBuyers(night, { now: at('23:50:00') }).map(({ failed }) => failed)).toEqual([false, false]);
  });
  it('is the same for any order of events', () => {
    const events = [
      ...of('a', 'pdd', '10:08:00'),
      ...of('b', 'pdd', '10:08:00'),
      ...of('c', 'pdd', '10:07:30'),
    ];
    expect(names([...events].reverse())).toEqual(names(events));
  });
});

describe('waits known only from the conversation list', () => {
  const hint = {
    platform: 'pdd' as const,
    shop: 'shop',
    buyer: 'x',
    nick: '小李',
    since: at('10:08:00'),
    precision: 's' as const,
  };
  it('are listed without a number of messages', () => {
    const [waiting] = waitingBuyers([], { now, hints: [hint] });
    expect(waiting).toMatchObject({
      key: 'pdd|shop|x',
      nick: '小李',
      since: at('10:08:00'),
      first: true,
      failed: false,
    });
    expect(waiting).not.toHaveProperty('messages');
  });
  it('give way to what the events know', () => {
    const events = on('pdd', chat({ buyer: 'x' }, [b('10:07:00')]));
    expect(waitingBuyers(events, { now, hints: [hint] })).toMatchObject([
      { since: at('10:07:00'), messages: 1 },
    ]);
  });
  it('are a later answer when the buyer was spoken with today', () => {
    const events = on('pdd', chat({ buyer: 'x' }, [b('09:00:00'), h('09:05:00')]));
    expect(waitingBuyers(events, { now, hints: [hint] })).toMatchObject([{ first: false, failed: true }]);
  });
});

describe('steps', () => {
  const limits = { soft: 30, warn: 120, breach: 180 };
  const waiting = { since: at('10:00:00'), limits };
  it.each([
    ['10:00:29', 'fresh'],
    ['10:00:30', 'soft'],
    ['10:02:00', 'warn'],
    ['10:02:59', 'warn'],
    ['10:03:00', 'breach'],
    ['10:30:00', 'breach'],
    ['09:59:00', 'fresh'],
  ])('at %s: %s', (clock, step) => {
    expect(stepOf(waiting, at(clock))).toBe(step);
  });
  it('the next change is the earliest of all', () => {
    const other = { since: at('10:01:35'), limits };
    expect(nextStepAt([waiting, other], at('10:01:50'))).toBe(at('10:02:00'));
    expect(nextStepAt([waiting, other], at('10:02:00'))).toBe(at('10:02:05'));
    expect(nextStepAt([waiting], at('10:03:00'))).toBeUndefined();
    expect(nextStepAt([], at('10:03:00'))).toBeUndefined();
  });
  it('no step changes between now and the next change', () => {
    for (let t = at('10:00:00'); t < at('10:04:00'); t += 1_000) {
      const next = nextStepAt([waiting], t);
      if (next === undefined) continue;
      expect(stepOf(waiting, next - 1)).toBe(stepOf(waiting, t));
      expect(stepOf(waiting, next)).not.toBe(stepOf(waiting, t));
    }
  });
});

describe('the last word', () => {
  const words = (events: readonly TurnEvent[], clock = '10:10:00', day = 0) =>
    queueView(events, { now: at(clock, day), liveFor: 86_400_000 }).lastWords;

  it.each([
    ['taobao', 1],
    ['tmall', 1],
    ['1688', 1],
    ['pdd', 1],
    ['jd', 0],
    ['doudian', 0],
    ['other', 0],
  ] as const)('%s: %i nag', (platform, count) => {
    const events = on(platform, [b('10:00:00'), h('10:00:30'), b('10:01:00'), b('10:01:10'), au('10:01:11')]);
    expect(words(events)).toHaveLength(count);
    if (count)
      expect(words(events)[0]).toMatchObject({ key: `${platform}|shop|buyer`, since: at('10:01:00') });
  });
  it('is the seller’s after an emoji', () => {
    expect(words(on('taobao', [b('10:00:00'), b('10:01:00'), h('10:02:00')]))).toEqual([]);
  });
  it('stays the buyer’s in a session that was closed, where no clock runs any more', () => {
    const events = on('taobao', [b('10:00:00'), end('10:01:00')]);
    expect(waitingBuyers(events, { now })).toEqual([]);
    expect(words(events)).toHaveLength(1);
    expect(words([...events, ...on('taobao', [h('10:02:00')])])).toEqual([]);
  });
  it('is today’s: midnight ends it, a word after midnight brings it back', () => {
    const events = on('taobao', [b('23:50:00', { day: -1 })]);
    expect(words(events, '23:59:59', -1)).toHaveLength(1);
    expect(words(events, '00:00:00')).toEqual([]);
    expect(words([...events, ...on('taobao', [b('00:00:01')])], '00:00:02')).toMatchObject([
      { since: at('23:50:00', -1) },
    ]);
  });
  it('is known from a conversation list too', () => {
    const hints = [
      { platform: 'pdd' as const, shop: 'shop', buyer: 'x', since: at('10:08:00'), precision: 's' as const },
      { platform: 'jd' as const, shop: 'shop', buyer: 'y', since: at('10:08:00'), precision: 's' as const },
    ];
    expect(queueView([], { now, hints }).lastWords.map(({ key }) => key)).toEqual(['pdd|shop|x']);
  });
  it('lists the oldest first and no more than can be worked off, but counts them all', () => {
    const events = Array.from({ length: 230 }, (_, n) =>
      on('pdd', chat({ buyer: `b${n}` }, [{ ...b('10:00:00'), t: at('10:00:00') - n * 1_000 }])),
    ).flat();
    const view = queueView(events, { now });
    expect(view.lastWords).toHaveLength(200);
    expect(view.lastWords[0]?.buyer).toBe('b229');
    expect(view.counts.lastWords).toBe(230);
  });
});
