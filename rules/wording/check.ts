import type { WordingHit, WordingLevel, WordingOptions } from './hit.ts';
import { foldWording, type NormalText, tightenWording } from './normalise.ts';
import { categories, type PatternRule, type WordingRule } from './rule.ts';
import { buildTrie, eachLongest } from './trie.ts';
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
const trie = buildTrie(
  rules.flatMap((rule) => (rule.words ?? []).map((word): [string, WordingRule] => [word, rule])),
);
const patternRules = rules.filter((rule): rule is PatternRule => rule.pattern !== undefined);

/**
 * A clause that denies, forbids or warns of what follows. The first character must not be doubled into a question
 * (能不能, 要不要, 是不是), which asks for it instead.
 */
const denial =
  /(?:(?<!能)不能|(?<!可)不可|不可以|(?<!允)不允许|不支持|(?<!要)不要|不用|不需要|(?<!会)不会|不得|不参与|不接受|不提供|不做|不搞|不存在|不属于|(?<!是)不是|不具有|不具备|不含|不敢|不走|不建议|不提倡|不鼓励|谈不上|称不上|没有|无法|禁止|严禁|请勿|切勿|勿|别|拒绝|谨防|警惕|防止|避免|杜绝|从不|从来不|并非|非)$/u;

const clauseEnd = /[,，。!！?？;；\n]/;

function denied(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < 10 && !clauseEnd.test(text.charAt(from - 1))) from -= 1;
  for (let end = start; end > from; end -= 1) if (denial.test(text.slice(from, end))) return true;
  return false;
}

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

/** Whether the rule applies on this marketplace and channel. */
function applies(rule: WordingRule, options: WordingOptions): boolean {
  const { platform, channel = 'chat' } = options;
  if (rule.channel && rule.channel !== channel) return false;
  if (rule.only && !(platform && rule.only.includes(platform))) return false;
  return !rule.not?.includes(platform ?? 'other');
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
    let level = rule.level ?? categories[rule.category].level[options.channel ?? 'chat'];
    if (rule.denied && denied(text, start)) {
      if (rule.denied === 'none') return;
      level = 'info';
    }
    found.push({ start, end, rule, level, ...(suggestion !== undefined && { suggestion }) });
  };

  eachLongest(trie, text, (start, end, rule) => add(rule, start, end));
  for (const rule of [...patternRules, ...shopRules(options.shopWords)]) {
    if (!applies(rule, options)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const part = match.groups?.hit ?? match.groups?.hit2 ?? match.groups?.hit3;
      const start = match.index + (part === undefined ? 0 : match[0].lastIndexOf(part));
      const end = start + (part ?? match[0]).length;
      if (rule.category === 'off-platform' && isOwnLink(match[0], options.platform)) continue;
      add(rule, start, end, rule.rewrite ? rule.rewrite(text.slice(start, end)) : rule.suggestion);
    }
  }
  return report(tight, dropAllowed(text, found, options.allowed ?? []));
}

function dropAllowed(text: string, found: Found[], allowed: readonly string[]): Found[] {
  const spared = allowed
    .map((word) => tightenWording(foldWording(word)).text.trim())
    .filter(Boolean)
    .flatMap((word) => {
      const list: [number, number][] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        list.push([at, at + word.length]);
      return list;
    });
  return found.filter(({ start, end }) => !covers(spared, start, end));
}

/** Of overlapping places the stricter, then the longer, then the shop's own stays; back to offsets of the draft. */
function report(tight: NormalText, found: Found[]): WordingHit[] {
  const ranked = [...found].sort(
    (a, b) => order[a.level] - order[b.level] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Found[] = [];
  for (const place of ranked)
    if (!kept.some((other) => other.start < place.end && other.end > place.start)) kept.push(place);
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
