import { commonBad, commonGood, lexicon } from './lexicon.ts';
import type { Polarity } from './polarity.ts';
import { polarityOf } from './polarity.ts';
import type { FoundReason, ReasonId } from './reason.ts';
import { reasonIds, reasonLabels } from './reason.ts';

export interface ReviewToRead {
  text: string;
  /** Stars, 1–5. */
  rating?: number;
  /** The page's own word for it, such as 好评 or 差评; trusted after the stars. */
  verdict?: string;
}

export interface ReviewReading {
  polarity: Polarity;
  /** What the buyer complains of. */
  reasons: FoundReason[];
  /** What the buyer praises; a good review is answered with it. */
  praised: FoundReason[];
}

interface Matchers {
  topics: RegExp;
  bad: RegExp;
  good: RegExp;
  faults: RegExp;
  certain: RegExp;
  praise: RegExp;
  notAbout?: RegExp;
}

const anyOf = (sources: readonly string[]): RegExp => new RegExp(`(?:${sources.join('|')})`, 'gi');

const matchers = new Map<ReasonId, Matchers>(
  reasonIds.map((id) => {
    const words = lexicon[id];
    return [
      id,
      {
        topics: anyOf(words.topics),
        bad: anyOf([...words.bad, ...commonBad]),
        good: anyOf([...words.good, ...commonGood]),
        faults: anyOf(words.faults),
        certain: anyOf(words.certain),
        praise: anyOf(words.praise),
        ...(words.notAbout && { notAbout: anyOf(words.notAbout) }),
      },
    ];
  }),
);

const badWord = anyOf(commonBad);
const goodWord = anyOf(commonGood);

/** How far an opinion may stand behind its topic (质量真的是非常差), and before it (很差的质量); characters. */
const reachBehind = 8;
const reachBefore = 3;

/**
 * Negation before a word inside its clause: 不起球, 没有一点色差, 不是质量问题. Words that merely begin like a
 * negation (不但, 没想到, 没几天) are none.
 */
const negation =
  /(?:不(?!错|少|但|仅|光|止|得不|过|料|到|知|小心|说|管|论|敢|想|懂|久|愧|好意思|同|一样|满)|没(?!想到|几|多久|用|穿|洗|办法|过|戴|开|等|两|法|人)|无(?!语|奈|论|良)|未(?!必)|毫无|并非)[^不没无，]{0,4}$/;

/** Doubts, fears and wishes are about what may be, not about what was: 不知道好不好, 担心会起球. */
const supposed = /不知道?|不晓得|担心|害怕|生怕|好不好|合不合适|会不会|希望|以为/;

interface Clause {
  start: number;
  text: string;
}

/**
 * Reads a review: its polarity by stars, then the page's words, then the text (data.md §6), what it complains of and
 * what it praises, with the words that say so. A reason is only ever taken from words that are there.
 */
export function readReview(review: ReviewToRead): ReviewReading {
  const reasons = new Map<ReasonId, [number, number][]>();
  const praised = new Map<ReasonId, [number, number][]>();
  let bad = 0;
  let good = 0;
  for (const clause of clausesOf(review.text)) {
    if (supposed.test(clause.text)) continue;
    for (const [id, words] of matchers) {
      if (words.notAbout && matchesOf(words.notAbout, clause).length > 0) continue;
      add(reasons, id, complaints(words, clause), clause);
      if (!reasons.has(id)) add(praised, id, praises(words, clause), clause);
    }
    bad += opinions(badWord, clause, false) + opinions(goodWord, clause, true);
    good += opinions(goodWord, clause, false);
  }
  for (const id of reasons.keys()) praised.delete(id);
  return {
    polarity: polarityOf(review, {
      complains: reasons.size > 0 || bad > 0,
      praises: praised.size > 0 || good > 0,
    }),
    reasons: listed(reasons),
    praised: listed(praised),
  };
}

function clausesOf(text: string): Clause[] {
  return [...text.matchAll(/[^，。！？；,!?;~～…\n\r、.]+/g)].map((match) => ({
    start: match.index,
    text: match[0],
  }));
}

function matchesOf(pattern: RegExp, clause: Clause): { start: number; end: number }[] {
  return [...clause.text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function negated(clause: Clause, at: number): boolean {
  const before = clause.text.slice(0, at);
  const found = negation.exec(before);
  if (!found) return false;
  // 不是不好, 不会没有: two negations are none.
  return !/(?:不是|不会|不能|并非)$/.test(before.slice(0, found.index));
}

function opinions(pattern: RegExp, clause: Clause, wantNegated: boolean): number {
  return matchesOf(pattern, clause).filter((match) => negated(clause, match.start) === wantNegated).length;
}

function complaints(words: Matchers, clause: Clause): { start: number; end: number }[] {
  const faults = matchesOf(words.faults, clause).filter((match) => !negated(clause, match.start));
  return [
    ...matchesOf(words.certain, clause),
    ...faults,
    ...aboutTopics(words, clause, words.bad, false),
    ...aboutTopics(words, clause, words.good, true),
  ];
}

function praises(words: Matchers, clause: Clause): { start: number; end: number }[] {
  return [
    ...matchesOf(words.praise, clause).filter((match) => !negated(clause, match.start)),
    ...aboutTopics(words, clause, words.good, false),
  ];
}

/** Topic and opinion where the opinion stands near a topic and is, or is not, negated. */
function aboutTopics(words: Matchers, clause: Clause, opinion: RegExp, wantNegated: boolean) {
  const topics = matchesOf(words.topics, clause);
  if (topics.length === 0) return [];
  return matchesOf(opinion, clause).flatMap((found) => {
    if (negated(clause, found.start) !== wantNegated) return [];
    const topic = topics.find(
      ({ start, end }) =>
        (found.start >= end && found.start - end <= reachBehind) ||
        (found.end <= start && start - found.end <= reachBefore),
    );
    return topic ? [topic, found] : [];
  });
}

function add(
  into: Map<ReasonId, [number, number][]>,
  id: ReasonId,
  found: { start: number; end: number }[],
  clause: Clause,
): void {
  if (found.length === 0) return;
  const ranges = into.get(id) ?? [];
  for (const { start, end } of found) ranges.push([clause.start + start, clause.start + end]);
  into.set(id, ranges);
}

function listed(found: Map<ReasonId, [number, number][]>): FoundReason[] {
  return reasonIds.flatMap((id) => {
    const ranges = found.get(id);
    return ranges ? [{ id, label: reasonLabels[id], matched: merged(ranges) }] : [];
  });
}

/** In reading order, without overlaps. */
function merged(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
