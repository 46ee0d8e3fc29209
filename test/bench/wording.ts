import AhoCorasick from 'ahocorasick';
import FastScanner from 'fastscan';
import { checkWording, type ShopWord } from '../../rules/wording/index.ts';
import { buildMatcher } from '../../rules/wording/matcher.ts';
import { breaches, innocent } from '../fixtures/wording/cases.ts';

/** A draft of 500 characters, and 5,000 words to look for in it (issue "Phrases", 6): one frame is 16 ms. */
const draftLength = 500;
const wordCounts = [600, 5_000, 20_000] as const;

/** Words of two to five characters as shops write them: cut from sentences, mixed so that few of them stand in a draft. */
function wordsOf(count: number): string[] {
  const letters = [...new Set([...innocent, ...Object.values(breaches).flat()].join(''))].filter((letter) =>
    /\p{Script=Han}/u.test(letter),
  );
  let seed = 20_26;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >>> 8) % below;
  };
  const words = new Set<string>();
  while (words.size < count) {
    const length = 2 + random(4);
    words.add(Array.from({ length }, () => letters[random(letters.length)] ?? '').join(''));
  }
  return [...words];
}

const draft = innocent.join('，').slice(0, draftLength);
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A tree of Maps, walked anew from every place: what there was before the automaton. */
interface Node {
  next: Map<string, Node>;
  word?: true;
}
function treeOf(words: readonly string[]): Node {
  const root: Node = { next: new Map() };
  for (const word of words) {
    let node = root;
    for (const unit of word) {
      const next: Node = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    node.word = true;
  }
  return root;
}

interface Method {
  name: string;
  prepare(words: readonly string[]): (text: string) => number;
}

/** Ours beside two packages (mint-filter, a third, asks for a later Node) and three ways anybody would write. */
const methods: Method[] = [
  {
    name: 'ours (automaton)',
    prepare(words) {
      const matcher = buildMatcher(words);
      return (text) => {
        let found = 0;
        matcher.each(text, () => {
          found += 1;
        });
        return found;
      };
    },
  },
  {
    name: 'fastscan',
    prepare(words) {
      const scanner = new FastScanner(words);
      return (text) => scanner.search(text).length;
    },
  },
  {
    name: 'ahocorasick',
    prepare(words) {
      const automaton = new AhoCorasick(words);
      return (text) => automaton.search(text).reduce((sum, [, found]) => sum + found.length, 0);
    },
  },
  {
    name: 'tree of Maps',
    prepare(words) {
      const root = treeOf(words);
      return (text) => {
        let found = 0;
        for (let start = 0; start < text.length; start += 1) {
          let node = root.next.get(text.charAt(start));
          for (let at = start + 1; node; at += 1) {
            if (node.word) found += 1;
            node = at < text.length ? node.next.get(text.charAt(at)) : undefined;
          }
        }
        return found;
      };
    },
  },
  {
    name: 'indexOf per word',
    prepare: (words) => (text) => {
      let found = 0;
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found += 1;
      }
      return found;
    },
  },
  {
    // Finds no word that overlaps one before it: less than the others do.
    name: 'one RegExp',
    prepare(words) {
      const pattern = new RegExp(words.map(escaped).join('|'), 'gu');
      return (text) => [...text.matchAll(pattern)].length;
    },
  },
];

export interface MatcherRow {
  name: string;
  words: number;
  found: number;
  buildMs: number;
  draftMs: number;
  ratioToOurs: number;
}

/** Time of one look over the draft, and of making ready; the fastest of some runs. */
export function benchWordMatchers(): MatcherRow[] {
  return wordCounts.flatMap((count) => {
    const words = wordsOf(count);
    // Some that do stand in the draft, so that finding is part of it.
    for (let at = 0; at < 50; at += 1) words[at * 7] = draft.slice(at * 9, at * 9 + 3);
    let ours = 0;
    return methods.map(({ name, prepare }): MatcherRow => {
      let buildMs = Number.POSITIVE_INFINITY;
      let find = prepare(words);
      for (let run = 0; run < 3; run += 1) {
        const start = performance.now();
        find = prepare(words);
        buildMs = Math.min(buildMs, performance.now() - start);
      }
      const found = find(draft);
      const draftMs = fastest(() => find(draft));
      if (ours === 0) ours = draftMs;
      return { name, words: count, found, buildMs, draftMs, ratioToOurs: draftMs / ours };
    });
  });
}

export interface CheckRow {
  name: string;
  characters: number;
  medianMs: number;
  p95Ms: number;
  /** The slowest draft as a share of a frame of 16 ms. */
  ratioOfFrame: number;
}

/** The whole check as an editor asks for it: folding, the built-in rules, the shop's words, the hits. */
export function benchWordingCheck(): CheckRow[] {
  const sentences = [...innocent, ...Object.values(breaches).flat()];
  const long = Array.from({ length: 40 }, (_, at) =>
    [...sentences.slice(at * 11), ...sentences].join('，').slice(0, draftLength),
  );
  const shopWords: ShopWord[] = wordsOf(5_000).map((word) => ({ word, suggestion: '亲' }));
  const row = (name: string, texts: readonly string[], words?: ShopWord[]): CheckRow => {
    const options = words ? { shopWords: words } : {};
    for (const text of texts) checkWording(text, options);
    const times = texts
      .map((text) => fastest(() => checkWording(text, options), 5))
      .sort((one, other) => one - other);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      name,
      characters: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length),
      medianMs: at(0.5),
      p95Ms: at(0.95),
      ratioOfFrame: at(1) / 16,
    };
  };
  return [
    row('one message', sentences),
    row('a long draft', long),
    row('a long draft, 5,000 words of the shop', long, shopWords),
  ];
}

/** The fastest of a few runs: what other work on the machine adds is not the method's. */
function fastest(work: () => unknown, runs = 15): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
