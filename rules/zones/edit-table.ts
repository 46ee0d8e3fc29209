import { regionStem } from './region-name.ts';
import type { CourierRule, CourierTable } from './table.ts';

/** Changes of a courier table, each from rules to rules; none ever leaves a rule that lost its regions as a default. */

/** An id no rule of this table has; it only has to be unique inside the table. */
export function nextRuleId(rules: readonly CourierRule[]): string {
  const ids = new Set(rules.map((rule) => rule.id));
  let n = rules.length + 1;
  while (ids.has(`rule-${n}`)) n += 1;
  return `rule-${n}`;
}

/** Puts a rule in the place of the one with its id, or at the end. */
export function putRule(rules: readonly CourierRule[], rule: CourierRule): CourierRule[] {
  return rules.some(({ id }) => id === rule.id)
    ? rules.map((other) => (other.id === rule.id ? rule : other))
    : [...rules, rule];
}

export const withoutRule = (rules: readonly CourierRule[], id: string): CourierRule[] =>
  rules.filter((rule) => rule.id !== id);

/** The rule once more, right behind the first, with an id of its own. */
export function copyRule(rules: readonly CourierRule[], id: string): CourierRule[] {
  const at = rules.findIndex((rule) => rule.id === id);
  const rule = rules[at];
  if (!rule) return [...rules];
  return rules.toSpliced(at + 1, 0, { ...rule, id: nextRuleId(rules) });
}

const sameProvince = (region: string, province: string): boolean =>
  !region.includes('/') && regionStem(region) === regionStem(province);

/** The rule without these provinces; undefined where it named nothing else. */
function withoutProvinces(rule: CourierRule, provinces: readonly string[]): CourierRule | undefined {
  const regions = rule.regions.filter((region) => !provinces.some((name) => sameProvince(region, name)));
  if (regions.length === rule.regions.length) return rule;
  return regions.length === 0 ? undefined : { ...rule, regions };
}

/** Whether the rule speaks of whole regions: neither words nor the corps narrow it. */
const isWhole = (rule: CourierRule): boolean => (rule.keywords ?? []).length === 0 && rule.corps !== true;

/** What an agent sets for whole provinces of one courier. */
type ProvinceSetting = Omit<CourierRule, 'id' | 'regions' | 'keywords' | 'corps'>;

/**
 * Sets one thing for whole provinces of one courier. Without a condition it replaces all that courier's rules for
 * them; with one it stands beside those with other conditions and replaces those with the same. Rules for places
 * inside the provinces, for words and for the corps stay.
 */
export function setProvinces(
  rules: readonly CourierRule[],
  provinces: readonly string[],
  setting: ProvinceSetting,
): CourierRule[] {
  if (provinces.length === 0) return [...rules];
  const condition = conditionKey(setting);
  const kept = rules.flatMap((rule) => {
    const replaced =
      rule.courier === setting.courier &&
      isWhole(rule) &&
      (condition === '' || conditionKey(rule) === condition);
    return replaced ? (withoutProvinces(rule, provinces) ?? []) : [rule];
  });
  return [...kept, { ...setting, id: nextRuleId(rules), regions: [...provinces] }];
}

/** How many rules `setProvinces` would take back or narrow. */
export function replacedRules(
  rules: readonly CourierRule[],
  provinces: readonly string[],
  setting: ProvinceSetting,
): number {
  const after = new Set(setProvinces(rules, provinces, setting));
  return rules.filter((rule) => !after.has(rule)).length;
}

/** The same condition, however its parts are ordered; empty without any. */
function conditionKey({ when }: Pick<CourierRule, 'when'>): string {
  return Object.entries(when ?? {})
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/**
 * Gives one province of a rule for several a rule of its own; the others keep the old one. A courier's default stays
 * as it is, since the longer match wins.
 */
export function splitProvince(
  rules: readonly CourierRule[],
  id: string,
  province: string,
  changed: CourierRule,
): CourierRule[] {
  const own: CourierRule = { ...changed, id: nextRuleId(rules), regions: [province] };
  const at = rules.findIndex((rule) => rule.id === id);
  const old = rules[at];
  if (!old) return [...rules, own];
  const rest = withoutProvinces(old, [province]);
  // Beside the old one: a place in the table is what decides between equals.
  return rest ? rules.toSpliced(at, 1, rest, own) : rules.toSpliced(at, 1, { ...own, id: old.id });
}

/** In the order in which couriers are chosen where several reach: the lower priority first, then the earlier row. */
export function byPriority(rules: readonly CourierRule[]): CourierRule[] {
  return rules
    .map((rule, at) => ({ rule, at }))
    .sort((one, other) => one.rule.priority - other.rule.priority || one.at - other.at)
    .map(({ rule }) => rule);
}

/**
 * Moves a rule before another in the order of priority, behind the last without `before`; its priority follows.
 * @param shown the rules among which it is moved, in the order of priority
 */
export function moveRule(
  rules: readonly CourierRule[],
  id: string,
  before: string | undefined,
  shown: readonly CourierRule[] = byPriority(rules),
): CourierRule[] {
  const moved = rules.find((rule) => rule.id === id);
  const others = shown.filter((rule) => rule.id !== id);
  const at = before === undefined ? others.length : others.findIndex((rule) => rule.id === before);
  const [previous, next] = [others[at - 1], others[at]];
  const beside = previous ?? next;
  if (!moved || id === before || at < 0 || !beside) return [...rules];
  const rest = withoutRule(rules, id);
  // Rules of one priority are taken in their order in the table.
  const place = rest.indexOf(beside) + (previous ? 1 : 0);
  return rest.toSpliced(place, 0, { ...moved, priority: beside.priority });
}

/** Turns the table into the shop's own. */
export const ownTable = (table: CourierTable, patch: Partial<CourierTable>): CourierTable => ({
  ...table,
  example: false,
  ...patch,
});
