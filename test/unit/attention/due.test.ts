import { describe, expect, it, test } from 'vitest';
import type { FromStep } from '../../../rules/attention/attention-settings.ts';
import { type AttentionQuestion, attentionDue } from '../../../rules/attention/due.ts';
import { PAUSE_MS } from '../../../rules/attention/hush.ts';
import type { WaitingBuyer } from '../../../rules/turns/index.ts';
import fc from '../property.ts';
import { at, waits } from './waiting.ts';

const START = at('11:00');
const past = (seconds: number): number => START + seconds * 1_000;

type Settings = AttentionQuestion['settings'];
const settings = (change: Partial<Settings> = {}): Settings => ({
  notify: 'warn',
  sound: 'off',
  quiet: null,
  pausedUntil: 0,
  ...change,
});

/** Asks at each moment in turn, as the background does; answers in short. */
function run(
  moments: readonly { now: number; waiting: readonly WaitingBuyer[]; settings?: Partial<Settings> }[],
): string[] {
  let told: Record<string, number> = {};
  let last: AttentionQuestion['lastLook'];
  return moments.map(({ now, waiting, settings: change }) => {
    const due = attentionDue({ waiting, told, settings: settings(change), now, lastLook: last });
    told = due.told;
    last = { at: now, waiting };
    const shown =
      due.notify.length > 0 ? `${due.notifyStep}: ${due.notify.map(({ buyer }) => buyer).join(' ')}` : '';
    return [shown, due.sound && `♪${due.sound}`].filter(Boolean).join(' ');
  });
}

describe('one buyer on PDD, looked at after 0, 119, 120, 150, 180 and 900 s', () => {
  const seconds = [0, 119, 120, 150, 180, 900];
  const cases: [notify: FromStep, sound: FromStep, said: string[]][] = [
    ['off', 'off', ['', '', '', '', '', '']],
    ['warn', 'off', ['', '', 'warn: a', '', 'breach: a', '']],
    ['breach', 'off', ['', '', '', '', 'breach: a', '']],
    ['off', 'warn', ['', '', '♪warn', '', '♪breach', '']],
    ['off', 'breach', ['', '', '', '', '♪breach', '']],
    ['warn', 'breach', ['', '', 'warn: a', '', 'breach: a ♪breach', '']],
    ['breach', 'warn', ['', '', '♪warn', '', 'breach: a ♪breach', '']],
    ['warn', 'warn', ['', '', 'warn: a ♪warn', '', 'breach: a ♪breach', '']],
  ];
  it.each(cases)('notification from %s, sound from %s', (notify, sound, said) => {
    const waiting = [waits('a', START)];
    expect(run(seconds.map((s) => ({ now: past(s), waiting, settings: { notify, sound } })))).toEqual(said);
  });
});

describe('several buyers', () => {
  test('who reach a step together come as one, the longest wait first, with one sound: that of the worst', () => {
    const waiting = [waits('c', past(60)), waits('a', START), waits('b', past(1))];
    expect(run([{ now: past(185), waiting, settings: { sound: 'warn' } }])).toEqual([
      'breach: a b c ♪breach',
    ]);
  });

  test('who reach it later come alone; the standing notification speaks of all who are past it', () => {
    const waiting = [waits('a', START), waits('b', past(20))];
    const first = attentionDue({ waiting, told: {}, settings: settings(), now: past(120) });
    expect([first.notify, first.standing].map((all) => all.map(({ buyer }) => buyer))).toEqual([
      ['a'],
      ['a'],
    ]);
    const then = attentionDue({ waiting, told: first.told, settings: settings(), now: past(140) });
    expect([then.notify, then.standing].map((all) => all.map(({ buyer }) => buyer))).toEqual([
      ['b'],
      ['a', 'b'],
    ]);
    const answered = attentionDue({
      waiting: waiting.slice(1),
      told: then.told,
      settings: settings(),
      now: past(150),
    });
    expect([answered.notify, answered.standing].map((all) => all.map(({ buyer }) => buyer))).toEqual([
      [],
      ['b'],
    ]);
  });

  test('first seen long overdue are told of once, not once per step they ran past', () => {
    const waiting = [waits('a', START)];
    expect(run([0, 1].map((s) => ({ now: past(4_000 + s), waiting, settings: { sound: 'warn' } })))).toEqual([
      'breach: a ♪breach',
      '',
    ]);
  });
});

describe('held back', () => {
  const waiting = [waits('a', START), waits('b', past(60)), waits('late', past(1_900))];
  it.each<[string, Partial<Settings>, number]>([
    ['by a pause', { pausedUntil: START + PAUSE_MS }, 900],
    ['by quiet hours', { quiet: { from: 10 * 60, to: 11 * 60 + 15 } }, 900],
  ])('%s nothing is told, and at its end all who still wait past a step, as one', (_, hush, end) => {
    const look = (s: number, change: Partial<Settings> = hush) => ({
      now: past(s),
      waiting: waiting.filter(({ since }) => since <= past(s)),
      settings: { sound: 'warn', ...change } as Partial<Settings>,
    });
    expect(
      run([look(120), look(180), look(end - 1), look(end), look(end + 1), look(2_019), look(2_020)]),
    ).toEqual(['', '', '', 'breach: a b ♪breach', '', '', 'warn: late ♪warn']);
  });

  test('and ended early: at once', () => {
    const one = [waits('a', START)];
    const paused = { pausedUntil: START + PAUSE_MS };
    expect(
      run([
        { now: past(130), waiting: one, settings: paused },
        { now: past(140), waiting: one, settings: { pausedUntil: 0 } },
      ]),
    ).toEqual(['', 'warn: a']);
  });

  test('of who was answered meanwhile nothing is told afterwards', () => {
    const paused = { pausedUntil: START + PAUSE_MS };
    expect(
      run([
        { now: past(200), waiting: [waits('a', START)], settings: paused },
        { now: past(901), waiting: [], settings: paused },
      ]),
    ).toEqual(['', '']);
  });

  test('who was told before it began is not told again after it', () => {
    const one = [waits('a', START)];
    expect(
      run([
        { now: past(125), waiting: one },
        { now: past(126), waiting: one, settings: { pausedUntil: past(170) } },
        { now: past(171), waiting: one },
        { now: past(180), waiting: one },
      ]),
    ).toEqual(['warn: a', '', '', 'breach: a']);
  });

  test('says why and until when', () => {
    const due = attentionDue({
      waiting: [],
      told: {},
      settings: settings({ pausedUntil: past(60) }),
      now: START,
    });
    expect(due.hush).toEqual({ why: 'paused', until: past(60) });
  });
});

describe('the same wait', () => {
  const again = (since: number, now: number, then: Partial<WaitingBuyer> = {}): string =>
    run([
      { now: past(130), waiting: [waits('a', START)] },
      { now, waiting: [waits('a', since, then)] },
    ])[1] ?? '';
  it.each<[string, number, number, string]>([
    ['begun earlier than a list showed', past(-300), past(131), 'breach: a'],
    ['of which a page now knows the second', past(23), past(150), ''],
    ['begun anew after an answer', past(131), past(252), 'warn: a'],
    ['begun anew soon after, within the minute the first began in', past(131), past(251), 'warn: a'],
  ])('%s', (_, since, now, said) => {
    expect(again(since, now)).toBe(said);
  });

  test('begun earlier and at the same step is told once', () => {
    expect(again(past(-40), past(135))).toBe('');
  });

  test('whose limit the agent raised is told of at the new one; lowered, it is not told of again', () => {
    const raised = { limits: { soft: 30, warn: 300, breach: 600 } };
    const lowered = { limits: { soft: 10, warn: 20, breach: 600 } };
    expect(
      run([
        { now: past(125), waiting: [waits('a', START)] },
        { now: past(130), waiting: [waits('a', START, raised)] },
        { now: past(300), waiting: [waits('a', START, raised)] },
        { now: past(301), waiting: [waits('a', START, lowered)] },
      ]),
    ).toEqual(['warn: a', '', 'warn: a', '']);
  });

  test('that a page tells of again after it was loaded anew is told once', () => {
    const one = [waits('a', START)];
    expect(
      run([
        { now: past(125), waiting: one },
        { now: past(126), waiting: [] },
        { now: past(130), waiting: one },
      ]),
    ).toEqual(['warn: a', '', '']);
  });

  test('answered after a quick word and asked again is told of anew', () => {
    const quick = { limits: { soft: 5, warn: 20, breach: 600 } };
    expect(
      run([
        { now: past(20), waiting: [waits('a', START, quick)] },
        { now: past(25), waiting: [] },
        { now: past(61), waiting: [waits('a', past(40), quick)] },
      ]),
    ).toEqual(['warn: a', '', 'warn: a']);
  });
});

describe('slept past', () => {
  const one = [waits('a', START)];
  it.each<[string, AttentionQuestion['lastLook'], number, boolean]>([
    ['nothing is known of the look before', undefined, 7_200, false],
    ['looked at in time', { at: past(100), waiting: one }, 121, false],
    ['an alarm that rang half a minute late', { at: past(100), waiting: one }, 155, false],
    ['the computer slept for two hours', { at: past(100), waiting: one }, 7_200, true],
    ['a page tells of an old wait for the first time', { at: past(100), waiting: [] }, 7_200, false],
    ['the limits were lowered', { at: past(7_199), waiting: one }, 7_200, false],
  ])('%s: %s', (_, lastLook, seconds, slept) => {
    const due = attentionDue({ waiting: one, told: {}, settings: settings(), now: past(seconds), lastLook });
    expect(due.sleptPast).toBe(slept);
  });
});

describe('the record', () => {
  test('forgets a wait after a day, and of those who went keeps no more than the newest 300', () => {
    let told: Record<string, number> = {};
    for (let n = 0; n < 350; n += 1) {
      const waiting = [waits(`b${n}`, past(n))];
      told = attentionDue({ waiting, told, settings: settings(), now: past(n + 130) }).told;
    }
    expect(Object.keys(told).length).toBe(301);
    expect(Object.keys(told).some((key) => key.includes('|b349|'))).toBe(true);
    expect(Object.keys(told).some((key) => key.includes('|b0|'))).toBe(false);
    expect(attentionDue({ waiting: [], told, settings: settings(), now: past(90_000) }).told).toEqual({});
  });

  test('reads keys whatever a buyer is called', () => {
    const strange = waits('a|5|warn\n|x', START);
    expect(run([125, 126].map((s) => ({ now: past(s), waiting: [strange] })))).toEqual([
      `warn: ${strange.buyer}`,
      '',
    ]);
  });

  test('drops what it cannot read', () => {
    expect(
      attentionDue({ waiting: [], told: { nonsense: START }, settings: settings(), now: START }).told,
    ).toEqual({});
  });
});

test('whatever happens, no buyer is told of twice for one step of a wait', () => {
  const buyers = ['a', 'b', 'c'];
  const moment = fc.record({
    wait: fc.integer({ min: 1, max: 400 }),
    asks: fc.subarray(buyers),
    answered: fc.subarray(buyers),
    hidden: fc.subarray(buyers),
    pause: fc.constantFrom('none', 'begin', 'end'),
  });
  const rule = fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
    let now = START;
    let told: Record<string, number> = {};
    let pausedUntil = 0;
    const since = new Map<string, number>();
    const seen = new Set<string>();
    for (const { wait, asks, answered, hidden, pause } of moments) {
      now += wait * 1_000;
      for (const buyer of answered) since.delete(buyer);
      for (const buyer of asks) if (!since.has(buyer)) since.set(buyer, now);
      if (pause === 'begin') pausedUntil = now + PAUSE_MS;
      if (pause === 'end') pausedUntil = 0;
      const waiting = [...since]
        .filter(([buyer]) => !hidden.includes(buyer))
        .map(([buyer, t]) => waits(buyer, t));
      const due = attentionDue({ waiting, told, settings: settings({ pausedUntil }), now });
      told = due.told;
      for (const buyer of due.notify) {
        const step = now - buyer.since >= 180_000 ? 'breach' : 'warn';
        const key = `${buyer.key}|${buyer.since}|${step}`;
        expect(seen.has(key), key).toBe(false);
        seen.add(key);
      }
      if (pausedUntil > now) expect(due.notify).toEqual([]);
      // And nobody is forgotten: who is past a step and seen has been told of, unless things are held back.
      if (pausedUntil <= now) {
        for (const { key, since: t } of waiting)
          if (now - t >= 120_000)
            expect(Object.keys(told).some((one) => one.startsWith(`${key}|${t}|`))).toBe(true);
      }
    }
  });
  fc.assert(rule);
});
