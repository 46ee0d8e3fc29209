import { shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { EventType, TurnEvent } from '../../../rules/turns/index.ts';

/** What the reference says of a turn. */
export interface ReferenceTurn {
  buyer: string;
  t_start: number;
  buyer_ts: number[];
  t_auto?: number;
  t_reply?: number;
  reply_kind?: EventType;
  closed_by?: 'reply' | 'day_end';
  late_reply?: number;
  stage: 'bot' | 'human';
}

/**
 * The fold again, slow and in plain sentences, for one platform without session or transfer events and with every
 * event at an instant of its own. It asks of each message "what does the list say about it" and never keeps a state.
 */
export function referenceFold(
  events: readonly TurnEvent[],
  effective: readonly EventType[],
  now: number,
): ReferenceTurn[] {
  const turns: ReferenceTurn[] = [];
  for (const buyer of new Set(events.map((event) => event.buyer))) {
    const own = events.filter((event) => event.buyer === buyer).sort((x, y) => x.t - y.t);
    for (const day of new Set(own.map((event) => shanghaiDay(event.t)))) {
      turns.push(...turnsOfDay(own, day, effective, now).map((turn) => ({ ...turn, buyer })));
    }
  }
  return turns.sort((x, y) => x.t_start - y.t_start || (x.buyer < y.buyer ? -1 : 1));
}

function turnsOfDay(
  own: readonly TurnEvent[],
  day: string,
  effective: readonly EventType[],
  now: number,
): Omit<ReferenceTurn, 'buyer'>[] {
  const today = own.filter((event) => shanghaiDay(event.t) === day);
  const opening = (event: TurnEvent): boolean => event.type === 'buyer' || event.type === 'enter_human';
  const person = (event: TurnEvent): boolean => event.type === 'human' || event.type === 'assist';
  const firstEnter = today.find((event) => event.type === 'enter_human');
  const robotUntil =
    firstEnter && !today.some((event) => person(event) && event.t < firstEnter.t)
      ? firstEnter.t
      : Number.NEGATIVE_INFINITY;

  // The chat of this day lasts until the buyer opens the next one: a morning answer is still of last night's chat.
  const nextOpening =
    own.find((event) => opening(event) && shanghaiDay(event.t) > day)?.t ?? Number.POSITIVE_INFINITY;
  const fromFirst = today.find(opening)?.t ?? Number.POSITIVE_INFINITY;
  const chat = own.filter((event) => event.t >= fromFirst && event.t < nextOpening);
  const lastAsk = chat.filter((event) => event.type === 'buyer').at(-1);
  const robotOnly =
    lastAsk !== undefined &&
    !firstEnter &&
    !chat.some(person) &&
    !today.some(person) &&
    chat.some((event) => event.type === 'auto' && event.t > lastAsk.t);

  const replies = today.filter((event) => effective.includes(event.type));
  const asks = today.filter((event) => opening(event) && event.t >= robotUntil);
  const answersBefore = (t: number): number => replies.filter((reply) => reply.t < t).length;
  const groups = new Map<number, TurnEvent[]>();
  for (const ask of asks) {
    const group = groups.get(answersBefore(ask.t)) ?? [];
    groups.set(answersBefore(ask.t), [...group, ask]);
  }
  return [...groups].map(([index, group]) => {
    const start = group[0]?.t ?? 0;
    const reply = replies[index];
    const endsBefore = reply?.t ?? Number.POSITIVE_INFINITY;
    const auto = today.find(
      (event) =>
        ['auto', 'system', 'assist'].includes(event.type) &&
        !effective.includes(event.type) &&
        event.t > start &&
        event.t < endsBefore,
    );
    const late = own.find((event) => effective.includes(event.type) && shanghaiDay(event.t) > day);
    const dayIsOver = own.some((event) => shanghaiDay(event.t) > day) || shanghaiDay(now) > day;
    return {
      t_start: start,
      buyer_ts: group.filter((event) => event.type === 'buyer').map((event) => event.t),
      ...(auto && { t_auto: auto.t }),
      ...(reply && { t_reply: reply.t, reply_kind: reply.type, closed_by: 'reply' as const }),
      ...(!reply && dayIsOver && { closed_by: 'day_end' as const }),
      ...(!reply && late && { late_reply: late.t }),
      stage: robotOnly ? ('bot' as const) : ('human' as const),
    };
  });
}
