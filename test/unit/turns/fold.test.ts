import { describe, expect, it } from 'vitest';
import { eventKey, foldTurns, type Turn } from '../../../rules/turns/index.ts';
import { as, at, au, b, chat, end, enter, event, h, leave, offline, on, start, transfer } from './events.ts';

const only = (turns: Turn[]): Turn => {
  expect(turns).toHaveLength(1);
  return turns[0] as Turn;
};
const closings = (turns: Turn[]): unknown[] => turns.map((turn) => turn.closed_by);

describe('F1, F2: the first message opens the turn and is its start', () => {
  it('later messages are appended and move nothing', () => {
    const turn = only(foldTurns([b('10:00:00'), b('10:00:20'), b('10:01:10'), h('10:01:30')]));
    expect(turn).toMatchObject({ t_start: at('10:00:00'), t_reply: at('10:01:30'), reply_kind: 'human' });
    expect(turn.buyer_ts).toEqual([at('10:00:00'), at('10:00:20'), at('10:01:10')]);
  });
  it('a turn nobody answered is open until told what time it is', () => {
    expect(only(foldTurns([b('10:00:00')])).closed_by).toBeUndefined();
    expect(only(foldTurns([b('10:00:00')], { now: at('23:59:59') })).closed_by).toBeUndefined();
    expect(only(foldTurns([b('10:00:00')], { now: at('00:00', 1) })).closed_by).toBe('day_end');
  });
});

describe('F3: automatic and system messages close nothing', () => {
  it('keeps the first of them', () => {
    const turn = only(
      foldTurns([b('10:00:00'), au('10:00:01'), event('system', '10:00:02'), au('10:00:03')]),
    );
    expect(turn).toMatchObject({ t_auto: at('10:00:01') });
    expect(turn.closed_by).toBeUndefined();
  });
  it.each([
    ['pdd', undefined, '10:04:00'],
    ['pdd', true, '10:00:01'],
    ['kuaishou', undefined, '10:04:00'],
    ['jd', undefined, '10:04:00'],
    ['taobao', undefined, '10:00:01'],
    ['taobao', false, '10:04:00'],
    ['doudian', undefined, '10:00:01'],
    ['other', undefined, '10:00:01'],
  ] as const)('on %s with assist_counts %s an assist answer closes at %s', (platform, counts, clock) => {
    const events = on(platform, [b('10:00:00'), as('10:00:01'), h('10:04:00')]);
    const settings = counts === undefined ? {} : { assist_counts: counts };
    expect(only(foldTurns(events, settings)).t_reply).toBe(at(clock));
  });
});

describe('F4, F8: one reply closes, what comes before or after does not', () => {
  it('an agent message without an open turn changes nothing', () => {
    expect(foldTurns([h('09:59:59'), b('10:00:00'), h('10:00:05'), h('10:00:09')])).toMatchObject([
      { t_reply: at('10:00:05') },
    ]);
    expect(foldTurns([h('10:00:00')])).toEqual([]);
  });
  it('a recalled reply leaves the turn closed and marked', () => {
    const turn = only(foldTurns([b('10:00:00'), h('10:00:05', { recalled: true })]));
    expect(turn).toMatchObject({ closed_by: 'reply', recalled: true });
  });
  it('learns of the recall from either reading of the message', () => {
    const readings = [h('10:00:05', { id: 'm' }), h('10:00:05', { id: 'm', recalled: true })];
    for (const order of [readings, [...readings].reverse()]) {
      expect(only(foldTurns([b('10:00:00'), ...order])).recalled).toBe(true);
    }
  });
});

describe('F5: the robot stage', () => {
  const robot = [b('10:00:00'), au('10:00:01'), b('10:00:30'), au('10:00:31')];
  it('opens no turn; the request for a human opens it at its own time', () => {
    const turn = only(foldTurns([...robot, enter('10:05:00'), h('10:05:25')]));
    expect(turn).toMatchObject({ t_start: at('10:05:00'), buyer_ts: [], stage: 'human' });
  });
  it('counts from the first message where the setting says so', () => {
    const turn = only(foldTurns([...robot, enter('10:05:00'), h('10:05:25')], { bot_stage: 'count' }));
    expect(turn).toMatchObject({ t_start: at('10:00:00'), t_reply: at('10:05:25'), stage: 'bot' });
  });
  it('a wait for a person survives the request', () => {
    const events = [b('10:00:00'), h('10:00:10'), b('10:01:00'), enter('10:02:00'), h('10:03:00')];
    expect(foldTurns(events).map((turn) => turn.t_start)).toEqual([at('10:00:00'), at('10:01:00')]);
  });
  it('a chat that only a robot served is marked, one it left unanswered is not', () => {
    expect(only(foldTurns(robot)).stage).toBe('bot');
    expect(only(foldTurns([...robot, b('10:01:00')])).stage).toBe('human');
    expect(only(foldTurns([start('10:00:00', { agent: 'A' }), ...robot])).stage).toBe('human');
    expect(only(foldTurns([...robot, h('09:00:00', { day: 1 })])).stage).toBe('human');
  });
  it('after a closed session the robot receives again', () => {
    const events = [
      b('09:00:00'),
      h('09:00:10'),
      end('09:10:00'),
      b('10:00:00'),
      au('10:00:01'),
      enter('10:05:00'),
      h('10:05:05'),
    ];
    expect(foldTurns(events).map((turn) => turn.t_start)).toEqual([at('09:00:00'), at('10:05:00')]);
  });
});

describe('F6: transfers', () => {
  const events = [
    b('15:00:00', { agent: 'A' }),
    transfer('15:00:40', { agent: 'A', to: 'B' }),
    h('15:01:00', { agent: 'B' }),
  ];
  it('the clock goes on and the receiver owns the turn', () => {
    const turn = only(foldTurns(events));
    expect(turn).toMatchObject({
      t_start: at('15:00:00'),
      agent: 'B',
      t_assigned: at('15:00:40'),
      reply_agent: 'B',
    });
  });
  it('on Taobao the sender keeps an unreplied round and the receiver gets a new one', () => {
    expect(foldTurns(on('taobao', events))).toMatchObject([
      { agent: 'A', closed_by: 'transfer' },
      {
        agent: 'B',
        t_start: at('15:00:40'),
        t_first: at('15:00:00'),
        t_reply: at('15:01:00'),
        transferred: true,
      },
    ]);
  });
  it('a transfer with nothing open opens nothing', () => {
    const answered = [b('15:00:00'), h('15:00:10'), transfer('15:00:40', { to: 'B' }), h('15:01:00')];
    expect(only(foldTurns(on('taobao', answered))).t_reply).toBe(at('15:00:10'));
  });
  it('on Taobao an account is not answered for by a colleague it did not hand over to', () => {
    const colleague = [
      b('15:00:00', { agent: 'A' }),
      h('15:01:00', { agent: 'B' }),
      h('15:02:00', { agent: 'A' }),
    ];
    expect(only(foldTurns(on('taobao', colleague))).t_reply).toBe(at('15:02:00'));
    expect(only(foldTurns(on('pdd', colleague))).t_reply).toBe(at('15:01:00'));
  });
  it('accounts that are not known answer for every turn', () => {
    const unknown = [b('15:00:00'), h('15:01:00', { agent: 'B' })];
    expect(only(foldTurns(on('taobao', unknown))).t_reply).toBe(at('15:01:00'));
  });
});

describe('F7: the end of the day', () => {
  const overnight = [b('21:00:00'), h('08:05:00', { day: 1 })];
  it('closes for scoring and keeps the late reply', () => {
    const turn = only(foldTurns(overnight));
    expect(turn).toMatchObject({ closed_by: 'day_end', late_reply: { t: at('08:05:00', 1), kind: 'human' } });
    expect(turn.t_reply).toBeUndefined();
  });
  it('a message of the next day opens a turn of that day, and one reply answers both', () => {
    const events = [b('23:59:59'), b('00:00:00', { day: 1 }), h('00:00:30', { day: 1 })];
    expect(foldTurns(events)).toMatchObject([
      { closed_by: 'day_end', late_reply: { t: at('00:00:30', 1) }, first: true },
      { t_start: at('00:00:00', 1), t_reply: at('00:00:30', 1), first: true },
    ]);
  });
  it('the live timer runs on', () => {
    expect(only(foldTurns(overnight, { day_end: 'run' })).t_reply).toBe(at('08:05:00', 1));
  });
});

describe('F9: one message, one event', () => {
  it('two tabs and two agents make one turn', () => {
    const events = [b('10:00:00', { id: '1' }), h('10:00:10', { id: '2', agent: 'A' })];
    expect(foldTurns([...events, ...chat({ agent: 'B' }, events)])).toHaveLength(1);
  });
  it('without ids, conversation, side, time and length decide', () => {
    const same = [b('10:00:00', { length: 4 }), b('10:00:00', { length: 4 })];
    expect(only(foldTurns(same)).buyer_ts).toHaveLength(1);
    expect(only(foldTurns([...same, b('10:00:00', { length: 5 })])).buyer_ts).toHaveLength(2);
    expect(foldTurns([...same, b('10:00:00', { length: 4, buyer: 'other' })])).toHaveLength(2);
  });
  it('a reading with an id and one without are the same message, two ids are two', () => {
    const withId = b('10:00:00', { id: '1', length: 4 });
    expect(only(foldTurns([b('10:00:00', { length: 4 }), withId])).buyer_ts).toHaveLength(1);
    expect(only(foldTurns([withId, b('10:00:00', { id: '2', length: 4 })])).buyer_ts).toHaveLength(2);
  });
  it('the finer of two readings gives the time', () => {
    const readings = [b('10:00', { id: '1', precision: 'min' }), b('10:00:25', { id: '1', precision: 's' })];
    for (const order of [readings, [...readings].reverse()]) {
      expect(only(foldTurns(order))).toMatchObject({ t_start: at('10:00:25'), precision: 's' });
    }
  });
  it('the key is equal for two readings of one message and differs for two messages', () => {
    expect(eventKey(b('10:00:00', { id: '1', agent: 'A' }))).toBe(
      eventKey(b('10:00:07', { id: '1', agent: 'B' })),
    );
    expect(eventKey(b('10:00:00', { length: 3 }))).toBe(eventKey(b('10:00:00', { length: 3, agent: 'B' })));
    const keys = [
      b('10:00:00', { length: 3 }),
      b('10:00:00', { length: 4 }),
      b('10:00:01', { length: 3 }),
      h('10:00:00', { length: 3 }),
      b('10:00:00', { length: 3, buyer: 'other' }),
      b('10:00:00', { length: 3, shop: 'other' }),
      b('10:00:00', { length: 3, id: '1' }),
      b('10:00:00', { length: 3, platform: 'pdd' }),
    ].map(eventKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('order', () => {
  it('minute labels keep the order in which the page showed them', () => {
    const reading = chat({ precision: 'min' }, [
      b('09:59'),
      h('10:00', { id: '1' }),
      b('10:00', { id: '2' }),
    ]);
    expect(closings(foldTurns(reading))).toEqual(['reply', undefined]);
  });
  it('a question stands before an answer of the same second', () => {
    expect(closings(foldTurns([as('10:00:01'), b('10:00:01')]))).toEqual(['reply']);
  });
  it.each<[string, ReturnType<typeof b>[], (string | undefined)[]]>([
    [
      'after the answer: it waits',
      [b('10:00:00'), h('10:00:01'), b('10:00:01', { seq: 1 })],
      ['reply', undefined],
    ],
    ['before it: it is answered', [b('10:00:01'), h('10:00:01', { seq: 1 })], ['reply']],
    [
      'after it, and answered once more',
      [b('10:00:00'), h('10:00:01'), b('10:00:01', { seq: 1 }), h('10:00:01', { seq: 2 })],
      ['reply', 'reply'],
    ],
    ['before it, loaded later', [h('10:00:01'), b('10:00:01', { seq: -1 })], ['reply']],
    [
      'by the minute',
      [b('10:00'), h('10:00', { seq: 1 }), b('10:00', { seq: 2 })].map((one) => ({
        ...one,
        precision: 'min' as const,
      })),
      ['reply', undefined],
    ],
  ])('where the page tells the order inside a second, a question counts as shown: %s', (_, said, closed) => {
    // Ids: without them two messages of one second and length are one (F9).
    const events = said.map((one, i) => ({ ...one, id: `m${i}` }));
    expect(closings(foldTurns(events))).toEqual(closed);
    expect(closings(foldTurns([...events].reverse()))).toEqual(closed);
  });
  it('what is no message keeps its place beside those of the same second', () => {
    const events = on('jd', [b('10:00:00'), end('10:00:05'), b('10:00:05', { seq: 1 }), start('10:00:05')]);
    expect(closings(foldTurns(events))).toEqual(closings(foldTurns([...events].reverse())));
  });
});

describe('sessions and 留言', () => {
  it('a closed session leaves its open turn unreplied', () => {
    const turns = foldTurns(on('jd', [b('10:00:00'), end('10:00:20'), h('10:01:00')]));
    expect(turns).toMatchObject([{ closed_by: 'session_end', late_reply: { t: at('10:01:00') } }]);
  });
  it.each([
    ['a 留言', [b('12:00:00'), leave('12:00:00'), b('12:00:40'), h('13:00:00')], 2],
    ['a 留言 on its own', [leave('12:00:00'), h('13:00:00')], 1],
    ['all agents offline', [offline('12:00:00'), b('12:00:00'), b('12:00:40'), h('13:00:00')], 2],
    ['all agents offline, told after the question', [b('12:00:00'), offline('12:00:01'), h('13:00:00')], 1],
  ])('%s is one turn with a late reply', (_, events, messages) => {
    const turn = only(foldTurns(on('jd', events)));
    expect(turn).toMatchObject({ closed_by: 'leave_msg', late_reply: { t: at('13:00:00') } });
    expect(turn.buyer_ts).toHaveLength(messages);
  });
  it('a 留言 stays one when the day ends or the session is closed over it', () => {
    const overnight = [b('22:00:00'), leave('22:00:00'), h('08:00:00', { day: 1 })];
    expect(foldTurns(on('jd', overnight))).toMatchObject([
      { closed_by: 'leave_msg', late_reply: { t: at('08:00:00', 1) } },
    ]);
    expect(closings(foldTurns(on('jd', [leave('12:00:00'), end('12:10:00')])))).toEqual(['leave_msg']);
  });
  it('once somebody has answered, people are there again', () => {
    const events = [offline('12:00:00'), b('12:00:00'), h('13:00:00'), b('13:01:00'), h('13:01:10')];
    expect(closings(foldTurns(on('jd', events)))).toEqual(['leave_msg', 'reply']);
  });
  it('where the platform keeps sessions, an answer belongs to its own', () => {
    const events = [
      b('10:00:00', { session: '1' }),
      b('10:01:00', { session: '2' }),
      h('10:02:00', { session: '2' }),
    ];
    expect(closings(foldTurns(on('doudian', events)))).toEqual([undefined, 'reply']);
    expect(only(foldTurns(on('pdd', events))).buyer_ts).toHaveLength(2);
  });
});
