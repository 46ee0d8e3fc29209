import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import PinyinMatch from 'pinyin-match';
import { match as pinyinProMatch } from 'pinyin-pro';
import type { SearchablePhrase } from '../../rules/phrases/phrase.ts';
import { pinyinKeys } from '../../rules/phrases/pinyin-keys.ts';
import { indexPhrases, searchPhrases } from '../../rules/phrases/search.ts';
import { labelledLibrary } from '../fixtures/phrase-queries/library.ts';
import { type QueryKind, queryKinds } from '../fixtures/phrase-queries/queries.ts';

/** A way of searching: ids of what it lists first, best first. */
interface Method {
  name: string;
  search(query: string): string[];
  /** Runs per query when timed: the slow ones less often. */
  runs: number;
}

const listed = 20;

/** What the dock does, and the peers as their documentation sets them up for a list of titles. */
function methodsFor(phrases: readonly SearchablePhrase[]): Method[] {
  const index = indexPhrases(phrases.map((phrase) => ({ ...phrase, keys: pinyinKeys(phrase.title) })));
  const fuse = new Fuse(phrases, { keys: ['code', 'title'] });
  // uFuzzy knows no pinyin: it gets what an application would keep for it, initials and syllables beside the title.
  const spelled = phrases.map(({ title, code = '' }) => {
    const keys = pinyinKeys(title);
    const part = (take: (readings: string[]) => string): string => keys.map(take).join('');
    const initials = part(([first = '']) => first.charAt(0));
    return `${code} ${title} ${initials} ${part(([first = '']) => first)}`.toLowerCase();
  });
  const ufuzzy = new uFuzzy({ unicode: true, interSplit: '[^\\p{L}\\d]+', intraSplit: '\\p{Ll}\\p{Lu}' });
  const idsOf = (found: readonly SearchablePhrase[]): string[] => found.slice(0, listed).map(({ id }) => id);
  return [
    {
      name: 'ours',
      runs: 7,
      search: (query) => searchPhrases(index, query, { limit: listed }).map(({ id }) => id),
    },
    {
      name: 'fuse.js',
      runs: 4,
      search: (query) => fuse.search(query, { limit: listed }).map(({ item }) => item.id),
    },
    {
      name: 'uFuzzy',
      runs: 7,
      search: (query) => {
        const [found, info, order] = ufuzzy.search(spelled, query, 1, 1e5);
        const rows = info && order ? order.map((at) => info.idx[at] ?? -1) : (found ?? []);
        return rows.slice(0, listed).map((at) => phrases[at]?.id ?? '');
      },
    },
    {
      name: 'pinyin-match',
      runs: 3,
      search: (query) => idsOf(phrases.filter(({ title }) => PinyinMatch.match(title, query))),
    },
    {
      name: 'pinyin-pro match',
      runs: 3,
      search: (query) =>
        idsOf(phrases.filter(({ title }) => pinyinProMatch(title, query, { continuous: true, v: true }))),
    },
  ];
}

const labelled = Object.entries(queryKinds).flatMap(([kind, rows]) =>
  rows.map(([query, title]) => ({ kind: kind as QueryKind, query, title: title as string })),
);

/** How often the phrase wanted stands first, and among the first three; `miss` lists what ours leaves unanswered. */
export interface PhraseRateRow {
  name: string;
  phrases: number;
  queries: number;
  /** Percent. */
  top1: number;
  top3: number;
}

function rates(filler: number): PhraseRateRow[] {
  const phrases = labelledLibrary(filler);
  const titleOf = new Map(phrases.map(({ id, title }) => [id, title]));
  const rows: PhraseRateRow[] = [];
  for (const method of methodsFor(phrases)) {
    const places = labelled.map(({ kind, query, title }) => ({
      kind,
      query,
      title,
      place: method.search(query).findIndex((id) => titleOf.get(id) === title),
    }));
    const percent = (asked: typeof places, below: number): number =>
      Math.round((1000 * asked.filter(({ place }) => place >= 0 && place < below).length) / asked.length) /
      10;
    const row = (name: string, asked: typeof places): PhraseRateRow => ({
      name,
      phrases: phrases.length,
      queries: asked.length,
      top1: percent(asked, 1),
      top3: percent(asked, 3),
    });
    rows.push(row(method.name, places));
    if (method.name !== 'ours') continue;
    for (const kind of Object.keys(queryKinds))
      rows.push(
        row(
          `ours, ${kind}`,
          places.filter((asked) => asked.kind === kind),
        ),
      );
    const missed = places.filter(({ place }) => place < 0 || place > 2);
    if (missed.length > 0)
      console.log(
        `not among the first three of ${phrases.length}: ${missed
          .map(({ query, title, place }) => `${query} → ${title} (${place < 0 ? 'not listed' : place + 1})`)
          .join(', ')}`,
      );
  }
  return rows;
}

/**
 * The labelled queries (test/fixtures/phrase-queries) over the starter library alone and among a thousand more:
 * top-1 and top-3 rates of ours and of the peers, in one run.
 */
export function benchPhraseRates(): PhraseRateRow[] {
  return [...rates(0), ...rates(1000)];
}

/** Times of one query over all labelled queries, ms: compare ratios, not milliseconds. */
export interface PhraseTimeRow {
  name: string;
  phrases: number;
  medianMs: number;
  p95Ms: number;
  worstMs: number;
  /** `medianMs` and `p95Ms` as a multiple of ours over the same queries. */
  ratioToOurs: number;
  ratioP95: number;
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

function times(size: number): PhraseTimeRow[] {
  const ours = new Map<string, number>();
  return methodsFor(labelledLibrary(size)).map(({ name, runs, search }) => {
    // The slow peers would take minutes over every query: they are asked every seventh, and compared on those.
    const asked = labelled.filter((_, place) => runs > 5 || place % 7 === 0);
    for (const { query } of asked.slice(0, 5)) search(query);
    const each = asked.map(({ query }): [string, number] => [query, fastest(runs, () => search(query))]);
    if (ours.size === 0) for (const [query, time] of each) ours.set(query, time);
    const own = each.map(([query]) => ours.get(query) ?? 0);
    const found = each.map(([, time]) => time);
    return {
      name,
      phrases: size,
      medianMs: at(found, 0.5),
      p95Ms: at(found, 0.95),
      worstMs: Math.max(...found),
      ratioToOurs: at(found, 0.5) / at(own, 0.5),
      ratioP95: at(found, 0.95) / at(own, 0.95),
    };
  });
}

/** The fastest of a few runs: what other work on the machine adds is not the method's. */
function fastest(runs: number, search: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    search();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/**
 * Time of one query: ours reads titles, codes, categories and texts and marks what matched, the others titles (and
 * codes) only, which is less work.
 */
export function benchPhraseTimes(): PhraseTimeRow[] {
  return [...times(5_000), ...times(20_000)];
}
