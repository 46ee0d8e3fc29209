import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { refundText } from '../orders/order-facts.ts';
import type { OrderState } from '../orders/order-state.ts';
import { clockMs } from '../shipping/dispatch.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, msOfShanghaiDay, shortShanghaiTime } from '../time/shanghai.ts';
import { forbidsUrging, type MemoTouch, memoTouches } from './memo-touch.ts';
import type { UrgingRules } from './urging-rules.ts';

/** Why an order is not urged now. */
export type UrgingHold =
  /** PDD: the platform's own button, no message in the chat (rules.md §9, DUN-PDD). */
  'native' | 'refund' | 'stopped' | 'memo' | 'exhausted' | 'age-unknown' | 'too-young' | 'gap' | 'quiet';

export type UrgingAdvice = {
  /** Touches so far: ours and those the memo tells of. */
  done: number;
  most: number;
  /** Who urged last, when it was somebody else; one person per order. */
  other?: string;
} & (
  | { may: true; step: number; text: string; says: LocalText }
  /** `until`: epoch ms from which this reason no longer holds; absent where waiting does not help. */
  | { may: false; why: UrgingHold; until?: number; says: LocalText }
);

/** A buyer who said no, as the chat was read; it holds for orders placed before it. */
export interface Refusal {
  at: number;
  word: string;
}

export interface UrgingFacts {
  order: Order;
  state?: OrderState;
  refusal?: Refusal;
  /** The agent's own number, to tell touches of others. */
  agent?: string;
}

/**
 * Whether an unpaid order may be urged now, with which words, and if not, why and until when (mission.md A11,
 * rules.md §5). Undefined for an order that is not unpaid. Reasons that do not pass come before those that do.
 */
export function nextTouch(facts: UrgingFacts, rules: UrgingRules, now: number): UrgingAdvice | undefined {
  const { order, state, refusal, agent } = facts;
  if (order.status !== 'unpaid') return undefined;
  const written = order.memo === undefined ? [] : memoTouches(order.memo, now);
  const urges = state?.urges ?? [];
  // The memo of our own touch says what the book knows already.
  const done = Math.max(urges.length, written.length, ...written.map(({ touch }) => touch ?? 0));
  const other = otherAgent(urges, written, agent);
  const base = { done, most: rules.touches, ...(other !== undefined && { other }) };
  const hold = (why: UrgingHold, says: LocalText, until?: number): UrgingAdvice => ({
    ...base,
    may: false,
    why,
    says,
    ...(until !== undefined && { until }),
  });

  if (order.platform === 'pdd') {
    return hold(
      'native',
      say(
        '拼多多不再提供聊天催付，请用后台的「催支付」按钮',
        'PDD no longer allows urging in the chat: use its own 催支付 button',
      ),
    );
  }
  const refund = refundText(order);
  if (refund !== undefined) {
    return hold('refund', say(`页面写着「${refund}」，不催付`, `The page says “${refund}”: no urging`));
  }
  if (state?.urgeStop) {
    return hold('stopped', say(`不再催：${state.urgeStop.why}`, `No more urging: ${state.urgeStop.why}`));
  }
  if (refusal && (order.placedAt === undefined || refusal.at >= order.placedAt)) {
    return hold(
      'stopped',
      say(`买家说了「${refusal.word}」，不再催`, `The buyer said “${refusal.word}”: no more urging`),
    );
  }
  if (order.memo !== undefined && forbidsUrging(order.memo)) {
    return hold('memo', say('备注写着不要催', 'The memo asks not to be urged'));
  }
  if (done >= rules.touches) {
    return hold('exhausted', say(`已催 ${done} 次，不再催`, `Urged ${done} times, which is enough`));
  }
  return inTime(facts, rules, now, { done, written, hold, base });
}

/** The reasons that pass with time. */
function inTime(
  { order, state }: UrgingFacts,
  rules: UrgingRules,
  now: number,
  known: {
    done: number;
    written: readonly MemoTouch[];
    hold: (why: UrgingHold, says: LocalText, until?: number) => UrgingAdvice;
    base: { done: number; most: number; other?: string };
  },
): UrgingAdvice {
  const { done, written, hold, base } = known;
  const { placedAt } = order;
  const step = rules.steps[Math.min(done, rules.steps.length - 1)];
  if (!step) return hold('exhausted', say('店铺没有写催付话术', 'The shop has no words for urging'));
  if (placedAt === undefined || placedAt > now) {
    return hold('age-unknown', say('没读到下单时间', 'The time of the order was not read'));
  }
  // A day named in the memo may have been at any hour of it: the gap counts from its end or from now, whichever is first.
  const lastWritten = written.map(({ day }) => (day === undefined ? 0 : Math.min(day + DAY_MS, now)));
  const last = Math.max(0, ...(state?.urges ?? []).map(({ at }) => at));
  const unknownHour = Math.max(0, ...lastWritten) > last;
  const due = placedAt + step.afterMinutes * MINUTE_MS;
  const free = last === 0 ? 0 : last + rules.gapMinutes * MINUTE_MS;
  if (now < due) {
    return hold(
      'too-young',
      say(`${span(due - now, 'zh')}后可以催`, `May be urged in ${span(due - now, 'en')}`),
      awake(Math.max(due, free), rules),
    );
  }
  if (now < free) {
    return hold(
      'gap',
      say(
        `刚催过，${span(free - now, 'zh')}后再催`,
        `Urged a moment ago; again in ${span(free - now, 'en')}`,
      ),
      awake(free, rules),
    );
  }
  const morning = awake(now, rules);
  if (morning > now) {
    return hold(
      'quiet',
      say(
        `${rules.quiet.from}–${rules.quiet.to} 不催，${shortShanghaiTime(morning)} 后可以`,
        `Quiet from ${rules.quiet.from} to ${rules.quiet.to}; from ${shortShanghaiTime(morning)} on`,
      ),
      morning,
    );
  }
  const count = `${done + 1}/${rules.touches}`;
  return {
    ...base,
    may: true,
    step: Math.min(done, rules.steps.length - 1),
    text: step.text,
    says: unknownHour
      ? say(
          `可以催第 ${count} 次；备注里有人催过，先看时间`,
          `Touch ${count}; the memo tells of one, check when`,
        )
      : say(`可以催第 ${count} 次`, `Touch ${count} may be made`),
  };
}

/** `at`, or the end of the quiet hours it falls into. The end itself is no longer quiet. */
export function awake(at: number, { quiet }: Pick<UrgingRules, 'quiet'>): number {
  const from = clockMs(quiet.from);
  const to = clockMs(quiet.to);
  if (from === undefined || to === undefined || from === to) return at;
  const clock = msOfShanghaiDay(at);
  const asleep = from < to ? clock >= from && clock < to : clock >= from || clock < to;
  if (!asleep) return at;
  return at - clock + to + (from > to && clock >= from ? DAY_MS : 0);
}

/**
 * The word that ends the urging, where a buyer's message holds one. 不取消 is the opposite; 不合适能退款吗 asks about the
 * time after buying, while 可以取消吗 is a wish.
 */
export function stopWordIn(text: string, { stopWords }: Pick<UrgingRules, 'stopWords'>): string | undefined {
  return stopWords.find((word) => {
    if (word === '') return false;
    const at = text.indexOf(word);
    if (at < 0 || /(?:不|没|没有|别|勿)$/.test(text.slice(0, at))) return false;
    return !(word.includes('退') && /[吗么?？]|能不能|可不可以|怎么|如何/.test(text));
  });
}

function otherAgent(
  urges: NonNullable<OrderState['urges']>,
  written: readonly MemoTouch[],
  agent: string | undefined,
): string | undefined {
  const last = urges.at(-1)?.by ?? written.at(-1)?.by;
  return last !== undefined && agent !== undefined && agent !== '' && last !== agent ? last : undefined;
}

function span(ms: number, language: 'zh' | 'en'): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  const hours = Math.floor(ms / HOUR_MS);
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`;
  return language === 'zh'
    ? `${hours} 小时 ${minutes - hours * 60} 分`
    : `${hours} h ${minutes - hours * 60} min`;
}
