import { describe, expect, it } from 'vitest';
import { createClock } from '../../../sandbox/page/clock.ts';
import { chatTruth } from '../../../sandbox/simulator/control.ts';
import { createDesk, waitingSince } from '../../../sandbox/simulator/desk.ts';

const now = Date.UTC(2026, 8, 8, 6);
const open = (seed = '1') => {
  const clock = createClock(now, false);
  return { clock, desk: createDesk({ seed, market: 'pdd', count: 24 }, clock, true) };
};
const aWaiting = (desk: ReturnType<typeof open>['desk']): string => {
  const found = desk.conversations.find((c) => waitingSince(c) !== undefined);
  if (!found) throw new Error('nobody waits');
  return found.buyer.id;
};

describe('the buyer simulator', () => {
  it('repeats a run: equal seeds and equal replies give equal words at equal times', () => {
    const play = (): unknown[] => {
      const { desk } = open('9');
      return Array.from({ length: 40 }, (_, n) => {
        const said = desk.step();
        if (said && n % 3 === 0) desk.agentReplies('亲，您好', { buyerId: said.buyerId });
        return said;
      });
    };
    expect(play()).toEqual(play());
  });

  it('never lets time run back, within a conversation and on the clock', () => {
    const { desk, clock } = open();
    let before = clock.now();
    for (let said = desk.step(), n = 0; said && n < 200; said = desk.step(), n += 1) {
      expect(said.at).toBeGreaterThanOrEqual(before);
      before = said.at;
    }
    for (const { messages } of desk.conversations) {
      const times = messages.map((message) => message.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('keeps the start of a wait through further messages and ends it with the agent’s answer', () => {
    const { desk, clock } = open();
    const id = aWaiting(desk);
    const since = waitingSince(desk.conversation(id));
    clock.advance(30_000);
    desk.buyerWrites(id, '在吗');
    expect(waitingSince(desk.conversation(id))).toBe(since);
    desk.agentReplies('亲，您好', { buyerId: id });
    expect(waitingSince(desk.conversation(id))).toBeUndefined();
  });

  it('does not count the robot as an answer', () => {
    const talked = ['1', '2', '3'].flatMap((seed) => open(seed).desk.conversations);
    const withRobot = talked.filter((c) => c.messages.some((m) => m.from === 'bot'));
    expect(withRobot.length).toBeGreaterThan(0);
    for (const conversation of withRobot) expect(waitingSince(conversation)).toBeDefined();
  });

  it('drops the nudges that an answer has made pointless', () => {
    const { desk } = open();
    const conversation = desk.conversation(aWaiting(desk));
    const nudge = conversation.plan[0];
    expect(nudge?.kind).toBe('nudge');
    desk.agentReplies('亲，您好', { buyerId: conversation.buyer.id });
    for (let said = desk.step(); said; said = desk.step()) {
      if (said.buyerId === conversation.buyer.id) break;
    }
    const last = conversation.messages[conversation.messages.length - 1];
    expect(last?.from).toBe('buyer');
    expect(conversation.plan).not.toContain(nudge);
    expect(last?.text).not.toBe(nudge?.text);
  });

  it('falls silent when everybody waits for an answer', () => {
    const { desk } = open();
    let steps = 0;
    while (desk.step() && steps < 1_000) steps += 1;
    expect(steps).toBeLessThan(1_000);
    expect(desk.step()).toBeUndefined();
  });

  it('says in its truth what waits and what is open, leaving out what the page does not show', () => {
    const { desk } = open();
    const id = aWaiting(desk);
    desk.open(id);
    const truth = chatTruth(desk, {
      time: (_, index) => (index === 0 ? { ms: 1, precision: 's' } : undefined),
    });
    expect(truth.open?.id).toBe(id);
    expect(truth.open?.messages[0]).toHaveProperty('time');
    expect(truth.open?.messages[1]).not.toHaveProperty('time');
    expect(truth.open?.messages[0]).not.toHaveProperty('id');
    expect(truth.conversations.filter((c) => c.waiting)).toHaveLength(8);
  });

  it('gives every message of the desk its own id', () => {
    const { desk } = open();
    for (let n = 0; n < 50; n += 1) desk.buyerWrites(aWaiting(desk), '在吗');
    const ids = desk.conversations.flatMap((c) => c.messages.map((m) => m.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
