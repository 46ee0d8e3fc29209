import { isCorps } from './corps-address.ts';
import { pathParts, type RegionLevel, regionStem, spellingsOf } from './region-name.ts';
import type { CourierRule, CourierTable } from './table.ts';
import type { ZoneRegion } from './zone-region.ts';

/** A rule of the table, ready to be compared. */
export interface IndexedRule {
  rule: CourierRule;
  /** Place of the courier in `couriers`. */
  courier: number;
  row: number;
  /** How many conditions it names. */
  conditions: number;
}

/** A rule that speaks of the asked region. */
export interface Match {
  entry: IndexedRule;
  /** How special it is; the most special rule whose conditions hold decides. */
  rank: number;
  /** The region of the rule that matched, as the rule writes it; absent for words and the corps anywhere. */
  region?: string;
}

interface Entry {
  entry: IndexedRule;
  region: string;
}

interface Branch {
  rules: Entry[];
  below: Map<string, Branch>;
  /** Every rule further down, collected when first asked for. */
  deeper?: Entry[];
}

export interface TableIndex {
  couriers: readonly string[];
  /** Per courier, its defaults, the ones with more conditions first. */
  defaults: readonly IndexedRule[][];
  byName: Branch;
  byCode: Map<string, Entry[]>;
  /** Rules with words and no region, by the beginning of each word. */
  words: Map<string, { word: string; entry: IndexedRule }[]>;
  /** Rules on the corps that name no region. */
  corps: IndexedRule[];
  hasCorps: boolean;
}

const indexes = new WeakMap<CourierTable, TableIndex>();

/** The table made ready for verdicts, once per table object: tables are replaced, never changed in place. */
export function indexOf(table: CourierTable): TableIndex {
  const known = indexes.get(table);
  if (known) return known;
  const built = build(table);
  indexes.set(table, built);
  return built;
}

const newBranch = (): Branch => ({ rules: [], below: new Map() });

function build(table: CourierTable): TableIndex {
  const couriers: string[] = [];
  const places = new Map<string, number>();
  const index: TableIndex = {
    couriers,
    defaults: [],
    byName: newBranch(),
    byCode: new Map(),
    words: new Map(),
    corps: [],
    hasCorps: false,
  };
  const defaults: IndexedRule[][] = [];
  table.rules.forEach((rule, row) => {
    let courier = places.get(rule.courier);
    if (courier === undefined) {
      courier = couriers.length;
      places.set(rule.courier, courier);
      couriers.push(rule.courier);
      defaults.push([]);
    }
    const entry: IndexedRule = { rule, courier, row, conditions: conditionsOf(rule) };
    if (rule.corps) index.hasCorps = true;
    if (rule.regions.length > 0) for (const region of rule.regions) put(index, table, { entry, region });
    else if (rule.corps) index.corps.push(entry);
    else if (hasWords(rule)) for (const word of rule.keywords ?? []) putWord(index.words, word, entry);
    else defaults[courier]?.push(entry);
  });
  for (const list of defaults) list.sort(byPrecedence);
  return { ...index, defaults };
}

const hasWords = ({ keywords }: CourierRule): boolean => keywords !== undefined && keywords.length > 0;

const conditionsOf = ({ when }: CourierRule): number =>
  when === undefined ? 0 : Object.values(when).filter((value) => value !== undefined).length;

/** More conditions first, then the lower priority, then the earlier row. */
export const byPrecedence = (a: IndexedRule, b: IndexedRule): number =>
  b.conditions - a.conditions || a.rule.priority - b.rule.priority || a.row - b.row;

function put(index: TableIndex, { codes }: CourierTable, entry: Entry): void {
  let branch = index.byName;
  for (const part of pathParts(entry.region)) {
    const known = branch.below.get(part);
    if (known) branch = known;
    else {
      const added = newBranch();
      branch.below.set(part, added);
      branch = added;
    }
  }
  branch.rules.push(entry);
  const code = codes && Object.hasOwn(codes, entry.region) ? codes[entry.region] : undefined;
  if (code === undefined) return;
  const list = index.byCode.get(code);
  if (list) list.push(entry);
  else index.byCode.set(code, [entry]);
}

function putWord(words: TableIndex['words'], word: string, entry: IndexedRule): void {
  const key = word.slice(0, 2);
  const list = words.get(key);
  if (list) list.push({ word, entry });
  else words.set(key, [{ word, entry }]);
}

/*
 * How special a rule is. A region counts by its level; words or the corps make it more special than the region they
 * stand in. A word without a region picks few addresses out of all provinces: it goes before a province and after a
 * city. The corps without a region is the corps of 新疆.
 */
const perLevel = 8;
const withWords = 4;
const withCorps = 4;
const withBoth = 6;
const wordsAnywhere = perLevel + 1;

const specialOf = (rule: CourierRule): number =>
  hasWords(rule) ? (rule.corps ? withBoth : withWords) : rule.corps ? withCorps : 0;

const levels: readonly RegionLevel[] = ['province', 'city', 'district', 'town'];

/** Every rule but the defaults that speaks of the region, in no order. A rule may stand in it twice. */
export function matchesOf(index: TableIndex, where: ZoneRegion): Match[] {
  const matches: Match[] = [];
  const corps = index.hasCorps && isCorps(where);
  const take = ({ entry, region }: Entry, depth: number): void => {
    const { rule } = entry;
    if (rule.corps && !corps) return;
    if (hasWords(rule) && !holdsWord(rule, where)) return;
    matches.push({ entry, rank: depth * perLevel + specialOf(rule), region });
  };
  walk(index.byName, where, 0, (branch, depth) => {
    for (const entry of branch.rules) take(entry, depth);
  });
  if (where.code !== undefined && index.byCode.size > 0) {
    for (const { code, depth } of codesOf(where, where.code)) {
      for (const entry of index.byCode.get(code) ?? []) take(entry, depth);
    }
  }
  if (corps) {
    for (const entry of index.corps) {
      if (hasWords(entry.rule) && !holdsWord(entry.rule, where)) continue;
      matches.push({ entry, rank: perLevel + specialOf(entry.rule) });
    }
  }
  if (index.words.size > 0 && where.text !== undefined) {
    for (const entry of wordedRules(index, where, where.text)) matches.push({ entry, rank: wordsAnywhere });
  }
  return matches;
}

/**
 * Follows the names of the region from its province down. A level the rule leaves out is passed over (浙江省/余杭区); a
 * name that fits two levels (河北省/邢台) means the wider one.
 */
function walk(
  branch: Branch,
  where: ZoneRegion,
  from: number,
  visit: (branch: Branch, depth: number) => void,
): void {
  if (branch.below.size === 0) return;
  let taken: Set<Branch> | undefined;
  for (let at = from; at < levels.length; at += 1) {
    const level = levels[at];
    const name = level && where[level];
    if (level !== undefined && name !== undefined) {
      for (const spelling of spellingsOf(level, name)) {
        const found = branch.below.get(spelling);
        if (!found || taken?.has(found)) continue;
        taken ??= new Set();
        taken.add(found);
        visit(found, at + 1);
        walk(found, where, at + 1, visit);
      }
    }
    // Every rule begins with its province.
    if (from === 0) return;
  }
}

/** The codes a rule on this region or one around it may carry. */
function codesOf({ town }: ZoneRegion, code: string): { code: string; depth: number }[] {
  const found: { code: string; depth: number }[] = [];
  const deepest = code.endsWith('0000') ? 2 : code.endsWith('00') ? 4 : 6;
  for (let digits = 2; digits <= deepest; digits += 2) {
    const prefix = code.slice(0, digits);
    found.push({ code: prefix, depth: digits / 2 });
    if (town !== undefined && digits > 2) found.push({ code: `${prefix}/${town}`, depth: 4 });
  }
  return found;
}

/** Names of divisions hold 乡 and 村 too (新乡市): a word of one character is looked for outside of them. */
function textFor(word: string, where: ZoneRegion): string {
  const { text = '' } = where;
  if (word.length > 1) return text;
  let rest = text;
  for (const name of [where.province, where.city, where.district]) {
    if (name === undefined) continue;
    rest = rest.replaceAll(name, ' ').replaceAll(regionStem(name), ' ');
  }
  return rest;
}

const holdsWord = ({ keywords = [] }: CourierRule, where: ZoneRegion): boolean =>
  where.text !== undefined && keywords.some((word) => word !== '' && textFor(word, where).includes(word));

/** Rules with words only, each once; linear in the text, whatever the number of words. */
function wordedRules(index: TableIndex, where: ZoneRegion, text: string): Set<IndexedRule> {
  const found = new Set<IndexedRule>();
  for (let at = 0; at < text.length; at += 1) {
    for (const key of [text.slice(at, at + 2), text.slice(at, at + 1)]) {
      for (const { word, entry } of index.words.get(key) ?? []) {
        if (
          word.length === 1 ? key === word && textFor(word, where).includes(word) : text.startsWith(word, at)
        )
          found.add(entry);
      }
    }
  }
  return found;
}

/**
 * Rules on places inside the region that the address does not name: what it would take a district or a town to know.
 */
export function deeperRules(index: TableIndex, where: ZoneRegion): readonly Entry[] {
  let deepest: { branch: Branch; depth: number } | undefined;
  walk(index.byName, where, 0, (branch, depth) => {
    if (!deepest || depth >= deepest.depth) deepest = { branch, depth };
  });
  return deepest ? collect(deepest.branch) : [];
}

function collect(branch: Branch): Entry[] {
  branch.deeper ??= [...branch.below.values()].flatMap((below) => [...below.rules, ...collect(below)]);
  return branch.deeper;
}
