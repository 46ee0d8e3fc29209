import { isDenied } from './denial.ts';
import type { AllowedWord, WordingHit, WordingLevel, WordingOptions, WordingScope } from './hit.ts';
import { buildMatcher, type Matcher } from './matcher.ts';
import { foldWording, type NormalText, tightenWording } from './normalise.ts';
import { categories, type PatternRule, type WordingRule } from './rule.ts';
import { wordAsRead } from './shop-wording.ts';
import { absoluteRules } from './words/absolute.ts';
import { abuseRules } from './words/abuse.ts';
import { detailRules, ownHosts } from './words/details.ts';
import { medicalRules } from './words/medical.ts';
import { offPlatformRules } from './words/off-platform.ts';
import { paidReviewRules } from './words/paid-review.ts';
import { promiseRules } from './words/promise.ts';
import { shopRules } from './words/shop.ts';

const rules: WordingRule[] = [
  ...abuseRules,
  ...paidReviewRules,
  ...offPlatformRules,
  ...detailRules,
  ...medicalRules,
  ...promiseRules,
  ...absoluteRules,
];
const wordRules = rules.flatMap((rule) =>
  (rule.words ?? []).map((word): [string, WordingRule] => [word, rule]),
);
/** Made at the first check: most pages of the extension import a type from here and never check anything. */
let words: Matcher | undefined;
const patternRules = rules.filter((rule): rule is PatternRule => rule.pattern !== undefined);

interface Found {
  /** Offsets into the tightened text. */
  start: number;
  end: number;
  rule: WordingRule;
  level: WordingLevel;
  suggestion?: string;
}

const order: Record<WordingLevel, number> = { stop: 0, warn: 1, info: 2 };

/** Stretches a pattern covers, found once per pattern and text. */
function stretches(pattern: RegExp, text: string): [number, number][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

const touches = (list: readonly [number, number][], start: number, end: number): boolean =>
  list.some(([from, to]) => from < end && to > start);

const covers = (list: readonly [number, number][], start: number, end: number): boolean =>
  list.some(([from, to]) => from <= start && to >= end);

/** Whether something applies on this marketplace and channel. */
function inScope(scope: WordingScope, { platform, channel = 'chat' }: WordingOptions): boolean {
  if (scope.channels && !scope.channels.includes(channel)) return false;
  return !scope.platforms || (platform !== undefined && scope.platforms.includes(platform));
}

const applies = (rule: WordingRule, options: WordingOptions): boolean =>
  inScope(rule, options) && !rule.not?.includes(options.platform ?? 'other');

/** The rule's level here, or undefined where the shop has turned it off. */
function levelOf(rule: WordingRule, options: WordingOptions): WordingLevel | undefined {
  if (rule.own && rule.level) return rule.level;
  const choice = options.levels?.findLast((one) => one.category === rule.category && inScope(one, options));
  if (choice) return choice.level === 'off' ? undefined : choice.level;
  return rule.level ?? categories[rule.category].level[options.channel ?? 'chat'];
}

/** A link to the marketplace itself; without a marketplace, to any that the product knows. */
function isOwnLink(text: string, platform: WordingOptions['platform']): boolean {
  const host = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/.exec(text)?.[1];
  if (!host) return false;
  const known = platform && platform !== 'other' ? [ownHosts[platform]] : Object.values(ownHosts);
  return known.some((own) => own?.test(host) ?? false);
}

/**
 * Reads a draft for words an agent should not send (rules.md §7, data.md §7, mission.md A14). Runs on the text alone,
 * sends nothing, decides nothing. Hits come in the order of the text and do not overlap: where two rules meet, the
 * stricter stays. Full width, spaces and signs inside words, invisible and traditional characters are seen through;
 * offsets are those of the draft as written.
 */
export function checkWording(draft: string, options: WordingOptions = {}): WordingHit[] {
  if (draft === '') return [];
  const tight = tightenWording(foldWording(draft));
  const { text } = tight;
  const found: Found[] = [];
  const exceptions = new Map<RegExp, [number, number][]>();
  const excepted = (pattern: RegExp, start: number, end: number): boolean => {
    const list = exceptions.get(pattern) ?? stretches(pattern, text);
    exceptions.set(pattern, list);
    return touches(list, start, end);
  };
  const add = (rule: WordingRule, start: number, end: number, suggestion = rule.suggestion): void => {
    if (end <= start || !applies(rule, options)) return;
    if (rule.except && excepted(rule.except, start, end)) return;
    let level = levelOf(rule, options);
    if (!level) return;
    if (rule.denied && isDenied(text, start, end)) {
      if (rule.denied === 'none') return;
      level = 'info';
    }
    found.push({ start, end, rule, level, ...(suggestion !== undefined && { suggestion }) });
  };

  words ??= buildMatcher(wordRules.map(([word]) => word));
  words.each(text, (start, end, word) => {
    const rule = wordRules[word]?.[1];
    if (rule) add(rule, start, end);
  });
  const shop = shopRules(options.shopWords);
  shop.literals.matcher.each(text, (start, end, word) => {
    const rule = shop.literals.rules[word];
    if (rule) add(rule, start, end);
  });
  for (const rule of [...patternRules, ...shop.patterns]) {
    if (!applies(rule, options)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const part = match.groups?.hit ?? match.groups?.hit2 ?? match.groups?.hit3;
      const start = match.index + (part === undefined ? 0 : match[0].lastIndexOf(part));
      const end = start + (part ?? match[0]).length;
      if (rule.category === 'off-platform' && isOwnLink(match[0], options.platform)) continue;
      add(rule, start, end, rule.rewrite ? rule.rewrite(text.slice(start, end)) : rule.suggestion);
    }
  }
  const allowed = (options.allowed ?? []).filter((one) => typeof one === 'string' || inScope(one, options));
  return report(tight, ownFirst(dropAllowed(text, found, allowed)));
}

function dropAllowed(text: string, found: Found[], allowed: readonly (AllowedWord | string)[]): Found[] {
  if (found.length === 0 || allowed.length === 0) return found;
  const spared = allowed
    .map((one) => wordAsRead(typeof one === 'string' ? one : one.word))
    .filter(Boolean)
    .flatMap((word) => {
      const list: [number, number][] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        list.push([at, at + word.length]);
      return list;
    });
  return found.filter(({ start, end }) => !covers(spared, start, end));
}

/** Where the shop has given a word a level, what the built-in rules say of the same place does not count. */
function ownFirst(found: Found[]): Found[] {
  const own = found
    .filter(({ rule }) => rule.own && rule.level)
    .map(({ start, end }): [number, number] => [start, end]);
  if (own.length === 0) return found;
  return found.filter(({ rule, start, end }) => rule.own || !covers(own, start, end));
}

/** Of overlapping places the stricter, then the longer stays; back to offsets of the draft. */
function report(tight: NormalText, found: Found[]): WordingHit[] {
  const ranked = [...found].sort(
    (a, b) => order[a.level] - order[b.level] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Found[] = [];
  const taken = new Uint8Array(tight.text.length);
  for (const place of ranked) {
    if (taken.subarray(place.start, place.end).includes(1)) continue;
    taken.fill(1, place.start, place.end);
    kept.push(place);
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, rule, level, suggestion }) => ({
      start: tight.starts[start] ?? 0,
      end: tight.ends[end - 1] ?? 0,
      category: rule.category,
      level,
      reason: categories[rule.category].says['zh-CN'],
      says: categories[rule.category].says,
      source: categories[rule.category].source,
      ...(suggestion !== undefined && { suggestion }),
    }));
}
