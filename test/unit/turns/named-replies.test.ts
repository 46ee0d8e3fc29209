import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../rules/metrics/index.ts';
import { foldTurns, uniqueEvents } from '../../../rules/turns/index.ts';
import { at, b, h, on } from './events.ts';

const MIDNIGHT = at('23:59:59') + 1_000;

/** Pages name who replied and never whom the buyer wrote to: what that does to rounds that accounts split (F6, E10). */
const figures = (events: Parameters<typeof computeFigures>[0], agent?: string) => {
  const found = computeFigures(events, {
    platform: 'taobao',
    from: at('00:00:00'),
    to: MIDNIGHT,
    now: MIDNIGHT,
    ...(agent !== undefined && { agent }),
  });
  return (id: string) => {
    const one = found.find((figure) => figure.id === id);
    return one && [one.numerator, one.denominator];
  };
};

describe('names on replies and none on questions', () => {
  it('close the same rounds as replies without names', () => {
    const named = on('taobao', [
      b('10:00:00'),
      h('10:00:30', { agent: 'A' }),
      b('10:05:00'),
      b('10:05:20'),
      h('10:06:00', { agent: 'B' }),
      b('10:10:00'),
    ]);
    const unnamed = named.map(({ agent: _, ...event }) => event);
    const shape = (events: typeof named) =>
      foldTurns(events).map(({ t_start, t_reply, closed_by }) => [t_start, t_reply, closed_by]);
    expect(shape(named)).toEqual(shape(unnamed));
    for (const id of ['TB-AVG', 'TB-3M', 'TB-RR']) expect(figures(named)(id)).toEqual(figures(unnamed)(id));
  });

  it('give each round to the account that answered it, and an open one to the last that did', () => {
    const events = on('taobao', [
      b('10:00:00'),
      h('10:00:30', { agent: 'A' }),
      b('10:05:00'),
      h('10:09:00', { agent: 'B' }),
      b('11:00:00'),
    ]);
    expect(foldTurns(events).map(({ agent, reply_agent }) => [agent, reply_agent])).toEqual([
      [undefined, 'A'],
      ['A', 'B'],
      ['B', undefined],
    ]);
    expect(figures(events, 'A')('TB-3M')).toEqual([1, 1]);
    expect(figures(events, 'B')('TB-3M')).toEqual([0, 2]);
  });

  it('stay with a message that another page read without a name', () => {
    const named = h('10:00:30', { id: 'm2', agent: 'A' });
    const bare = h('10:00:30', { id: 'm2' });
    for (const pair of [
      [named, bare],
      [bare, named],
    ]) {
      expect(uniqueEvents(on('taobao', pair)).map(({ agent }) => agent)).toEqual(['A']);
    }
  });
});
