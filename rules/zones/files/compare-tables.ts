import type { CourierRule, CourierTable } from '../table.ts';
import { sameConditions } from '../when.ts';
import type { RuleRow } from './read-courier-table.ts';

/** `replace`: the file is the whole table; `add`: rules the file does not speak of stay. */
export type TableMode = 'replace' | 'add';

export interface TableDifference {
  /** The file's row; absent for a rule the file lacks. */
  row?: number;
  mark: 'added' | 'changed' | 'removed';
  rule: CourierRule;
  was?: CourierRule;
}

export interface ComparedTables {
  /** What the table becomes. */
  table: CourierTable;
  differences: TableDifference[];
  same: number;
}

/**
 * What becomes of the present rules when those of a file are put in place: nothing is changed here. A rule of the file
 * is a present one where the ids are equal, or where it speaks of the same courier, places, words and conditions.
 */
export function compareTables(
  present: CourierTable,
  incoming: readonly RuleRow[],
  mode: TableMode,
  name = present.name,
): ComparedTables {
  const byId = new Map(present.rules.map((rule) => [rule.id, rule]));
  const bySubject = new Map<string, CourierRule>();
  for (const rule of present.rules) {
    const key = subjectOf(rule);
    if (!bySubject.has(key)) bySubject.set(key, rule);
  }
  const taken = new Set<CourierRule>();
  const matched = incoming.map(({ row, rule }) => {
    const own = rule.id === undefined ? bySubject.get(subjectOf(rule)) : byId.get(rule.id);
    const was = own && !taken.has(own) ? own : undefined;
    if (was) taken.add(was);
    return { row, rule, was };
  });
  const newId = idMaker([
    ...present.rules.map(({ id }) => id),
    ...incoming.flatMap(({ rule }) => rule.id ?? []),
  ]);
  const differences: TableDifference[] = [];
  const placed = new Map<CourierRule, CourierRule>();
  const fresh: CourierRule[] = [];
  let same = 0;
  for (const { row, rule, was } of matched) {
    const kept: CourierRule = { ...rule, id: rule.id ?? was?.id ?? newId() };
    if (was) placed.set(was, kept);
    fresh.push(kept);
    if (!was) differences.push({ row, mark: 'added', rule: kept });
    else if (sameRule(was, kept)) same += 1;
    else differences.push({ row, mark: 'changed', rule: kept, was });
  }
  const rules: CourierRule[] = [];
  if (mode === 'replace') {
    for (const rule of present.rules) if (!taken.has(rule)) differences.push({ mark: 'removed', rule });
    rules.push(...fresh);
  } else {
    const spoken = new Spoken(fresh);
    for (const rule of present.rules) {
      const replaced = placed.get(rule);
      if (replaced) {
        rules.push(replaced);
        continue;
      }
      const left = spoken.without(rule);
      if (!left) differences.push({ mark: 'removed', rule });
      else {
        rules.push(left);
        if (left === rule) same += 1;
        else differences.push({ mark: 'changed', rule: left, was: rule });
      }
    }
    const kept = new Set(placed.values());
    rules.push(...fresh.filter((rule) => !kept.has(rule)));
  }
  return { table: { name, example: false, rules }, differences, same };
}

/** What a rule speaks of, whatever it says. */
function subjectOf({ courier, regions, keywords = [], corps, when = {} }: Omit<CourierRule, 'id'>): string {
  const conditions = Object.entries(when)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([courier, [...regions].sort(), [...keywords].sort(), corps === true, conditions]);
}

/** Places the file speaks of anew: a present rule of the same courier and conditions no longer does. */
class Spoken {
  readonly #byScope = new Map<string, { rule: CourierRule; regions: Set<string> }[]>();

  constructor(rules: readonly CourierRule[]) {
    for (const rule of rules) {
      const list = this.#byScope.get(this.#scope(rule)) ?? [];
      list.push({ rule, regions: new Set(rule.regions) });
      this.#byScope.set(this.#scope(rule), list);
    }
  }

  #scope({ courier, keywords = [], corps }: CourierRule): string {
    return JSON.stringify([courier, [...keywords].sort(), corps === true]);
  }

  /** The rule without those places; undefined where none is left. A rule that lost its places is never a default. */
  without(rule: CourierRule): CourierRule | undefined {
    const spoken = (this.#byScope.get(this.#scope(rule)) ?? []).filter((one) =>
      sameConditions(one.rule.when, rule.when),
    );
    if (spoken.length === 0) return rule;
    if (rule.regions.length === 0) return spoken.some(({ regions }) => regions.size === 0) ? undefined : rule;
    const regions = rule.regions.filter((region) => !spoken.some((one) => one.regions.has(region)));
    if (regions.length === rule.regions.length) return rule;
    return regions.length === 0 ? undefined : { ...rule, regions };
  }
}

function idMaker(ids: readonly string[]): () => string {
  const known = new Set(ids);
  let n = known.size;
  return () => {
    do n += 1;
    while (known.has(`rule-${n}`));
    known.add(`rule-${n}`);
    return `rule-${n}`;
  };
}

/** Equal in everything, whatever the order of the keys; a value that is undefined is one that is absent. */
export const sameRule = (one: CourierRule, other: CourierRule): boolean => plain(one) === plain(other);

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
