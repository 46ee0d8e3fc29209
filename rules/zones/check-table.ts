import { type LocalText, say } from '../language/local-text.ts';
import { plainCourier } from './courier-name.ts';
import { provinceTiles } from './province-tiles.ts';
import { pathParts, regionStem } from './region-name.ts';
import { type FindingKind, faultsOfRule } from './rule-faults.ts';
import { placeText } from './rule-text.ts';
import type { CourierRule, CourierTable } from './table.ts';
import { byPrecedence, type IndexedRule } from './table-index.ts';
import { covers, overlap, sameConditions, sameOutcome } from './when.ts';

export type { FindingKind };

/** Something in the table an agent should look at. */
export interface TableFinding {
  kind: FindingKind;
  /** `stop`: wrong as it stands · `warn`: two rules or words that probably are a mistake · `info`: worth knowing. */
  level: 'info' | 'warn' | 'stop';
  /** Ids of the rules it is about; of two that contradict each other the winning one first. */
  rules: string[];
  text: LocalText;
}

/** What the lists of divisions know of a region's name (`findRegion`). */
export type RegionCheck = (
  region: string,
) => { ok: true; code: string } | { ok: false; part: string; near?: string[]; open?: string[] };

/**
 * Looks a table over for the editor: regions nobody knows, rules that contradict each other (and which wins), rules
 * that can never decide, provinces no courier speaks of, conditions that cannot hold, fees that are missing or lost.
 * Linear in the regions of the table. A region inside another is no finding: the longer one wins, by design.
 * @param find looks a region up; without it names are not checked
 */
export function checkTable(table: CourierTable, find?: RegionCheck): TableFinding[] {
  const findings: TableFinding[] = [];
  const ids = new Set<string>();
  for (const rule of table.rules) {
    if (ids.has(rule.id)) {
      const text = say(`规则编号「${rule.id}」用了两次`, `The rule id “${rule.id}” is used twice`);
      findings.push({ kind: 'doubled-id', level: 'stop', rules: [rule.id], text });
    }
    ids.add(rule.id);
    for (const fault of faultsOfRule(rule)) findings.push({ ...fault, rules: [rule.id] });
  }
  const keys = regionKeys(table, find, findings);
  findings.push(...courierNames(table.rules), ...contradictions(table.rules, keys), ...gaps(table.rules));
  return findings;
}

/** One text per place, however it is written; regions no list knows are named once each. */
function regionKeys(
  { rules, codes = {} }: CourierTable,
  find: RegionCheck | undefined,
  findings: TableFinding[],
): (region: string) => string {
  const keys = new Map<string, string>();
  const users = new Map<string, string[]>();
  for (const { id, regions } of rules) {
    for (const region of regions) {
      const known = users.get(region);
      if (known) known.push(id);
      else users.set(region, [id]);
    }
  }
  for (const [region, ids] of users) {
    const found = find?.(region);
    if (found?.ok) keys.set(region, found.code);
    else {
      const code = Object.hasOwn(codes, region) ? codes[region] : undefined;
      keys.set(region, code ?? plainPath(region));
    }
    if (!found || found.ok) continue;
    const { open = [], near = [], part } = found;
    findings.push(
      open.length > 0
        ? {
            kind: 'open-region',
            level: 'warn',
            rules: ids,
            text: say(
              `「${region}」有 ${open.length} 个：${open.slice(0, 4).join('、')}，规则对它们都生效；只要其中一个请写全`,
              `“${region}” is ${open.length} places: ${open.slice(0, 4).join(', ')}; the rule holds for all. Write one in full`,
            ),
          }
        : { kind: 'unknown-region', level: 'warn', rules: ids, text: unknownText(region, part, near) },
    );
  }
  return (region) => keys.get(region) ?? region;
}

/** No region of this name, and what was probably meant. */
export function unknownText(region: string, part: string, near: readonly string[]): LocalText {
  const where = part === region ? '' : `「${region}」里的`;
  return near.length === 0
    ? say(
        `${where}「${part}」不是认识的省、市、区县，规则不会对上任何地址`,
        `“${part}”${part === region ? '' : ` in “${region}”`} is no province, city or district; no address will match`,
      )
    : say(
        `${where}「${part}」不认识，是不是 ${near.join(' 或 ')}？`,
        `“${part}”${part === region ? '' : ` in “${region}”`} is not known; is it ${near.join(' or ')}?`,
      );
}

const plainPath = (region: string): string =>
  pathParts(region)
    .map((part, at) => (at < 2 ? regionStem(part) : part))
    .join('/');

/** 申通 and 申通快递 would be two couriers with half the rules each. */
function courierNames(rules: readonly CourierRule[]): TableFinding[] {
  const written = new Map<string, Map<string, string[]>>();
  for (const { courier, id } of rules) {
    const plain = plainCourier(courier);
    if (plain === '') continue;
    const names = written.get(plain) ?? new Map<string, string[]>();
    const users = names.get(courier);
    if (users) users.push(id);
    else names.set(courier, [id]);
    written.set(plain, names);
  }
  return [...written.values()].flatMap((names): TableFinding[] => {
    if (names.size < 2) return [];
    const all = [...names.keys()];
    return [
      {
        kind: 'courier-name',
        level: 'warn',
        rules: [...names.values()].flatMap((ids) => ids.slice(0, 1)),
        text: say(
          `「${all.join('」「')}」会被当成 ${all.length} 家快递，请写成一样`,
          `“${all.join('”, “')}” count as ${all.length} couriers; write them alike`,
        ),
      },
    ];
  });
}

/** Rules compared with each of their neighbours at a place; a place with more is compared with the first ones. */
const mostCompared = 40;

interface Standing {
  entry: IndexedRule;
  region: string | undefined;
}

/** Rules of one courier for the same place: which contradict each other, say the same, or never come to decide. */
function contradictions(rules: readonly CourierRule[], keyOf: (region: string) => string): TableFinding[] {
  const groups = new Map<string, Standing[]>();
  const places = new Map<CourierRule, number>();
  rules.forEach((rule, row) => {
    const conditions = Object.values(rule.when ?? {}).filter((value) => value !== undefined).length;
    const entry: IndexedRule = { rule, courier: 0, row, conditions };
    const words = [...new Set(rule.keywords ?? [])].sort().join('\u0001');
    const regions = rule.regions.length > 0 ? [...new Set(rule.regions.map(keyOf))] : [''];
    places.set(rule, regions.length);
    regions.forEach((key) => {
      const group = [rule.courier, key, words, rule.corps === true].join('\u0000');
      const region = rule.regions.find((one) => keyOf(one) === key);
      const list = groups.get(group);
      if (list) list.push({ entry, region });
      else groups.set(group, [{ entry, region }]);
    });
  });

  const findings: TableFinding[] = [];
  const said = new Map<string, { finding: TableFinding; more: number }>();
  /** Per rule, at how many of its places an earlier one always decides. */
  const beaten = new Map<CourierRule, { by: CourierRule; places: number }>();
  const tell = (finding: TableFinding): void => {
    const key = `${finding.kind} ${finding.rules.join(' ')}`;
    const known = said.get(key);
    if (known) known.more += 1;
    else {
      said.set(key, { finding, more: 0 });
      findings.push(finding);
    }
  };
  for (const list of groups.values()) {
    if (list.length < 2) continue;
    const sorted = [...list].sort((one, other) => byPrecedence(one.entry, other.entry));
    sorted.forEach((loser, at) => {
      const { rule } = loser.entry;
      for (const winner of sorted.slice(Math.max(0, at - mostCompared), at)) {
        if (winner.entry.rule === rule) continue;
        const by = winner.entry.rule;
        if (covers(by.when, rule.when)) {
          const known = beaten.get(rule);
          if (known) known.places += 1;
          else beaten.set(rule, { by, places: 1 });
          if (sameConditions(by.when, rule.when)) tell(clash(winner, loser));
          return;
        }
        const equallySpecial = winner.entry.conditions === loser.entry.conditions;
        if (equallySpecial && overlap(by.when, rule.when) && !sameOutcome(by, rule))
          tell(clash(winner, loser));
      }
    });
  }
  for (const [rule, { by, places: lost }] of beaten) {
    if (lost < (places.get(rule) ?? 1) || said.has(`doubled ${by.id} ${rule.id}`)) continue;
    findings.push({
      kind: 'never-decides',
      level: 'warn',
      rules: [rule.id, by.id],
      text: say(
        `规则 ${rule.id}（${rule.courier}）用不上：同样的地方总由规则 ${by.id} 先决定`,
        `Rule ${rule.id} (${rule.courier}) never decides: rule ${by.id} goes first wherever it holds`,
      ),
    });
  }
  return findings.map((finding) => {
    const more = said.get(`${finding.kind} ${finding.rules.join(' ')}`)?.more ?? 0;
    if (more === 0) return finding;
    const { 'zh-CN': zh, en } = finding.text;
    return { ...finding, text: say(`${zh}（另有 ${more} 个地区也是）`, `${en} (and ${more} more regions)`) };
  });
}

/** Two rules for one place: the winning one first. */
function clash(winner: Standing, loser: Standing): TableFinding {
  const first = winner.entry.rule;
  const second = loser.entry.rule;
  const place = placeText(second, loser.region);
  const ids = [first.id, second.id];
  if (sameOutcome(first, second) && sameConditions(first.when, second.when))
    return {
      kind: 'doubled',
      level: 'info',
      rules: ids,
      text: say(
        `${second.courier} ${place['zh-CN']}写了两次，意思一样（规则 ${ids.join('、')}）`,
        `${second.courier}, ${place.en}: written twice, alike (rules ${ids.join(', ')})`,
      ),
    };
  const why =
    first.priority === second.priority
      ? say('它在前面', 'it stands first')
      : say(
          `优先 ${first.priority} 小于 ${second.priority}`,
          `priority ${first.priority} is under ${second.priority}`,
        );
  return {
    kind: 'conflict',
    level: 'warn',
    rules: ids,
    text: say(
      `${second.courier} ${place['zh-CN']}有两条互相矛盾的规则，按规则 ${first.id} 算（${why['zh-CN']}），${second.id} 不算`,
      `${second.courier}, ${place.en}: two rules contradict each other; ${first.id} decides (${why.en}), not ${second.id}`,
    ),
  };
}

/** Provinces no rule of any courier speaks of: addresses there stay unknown. */
function gaps(rules: readonly CourierRule[]): TableFinding[] {
  if (rules.length === 0 || rules.some(isDefault)) return [];
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const rule of rules) {
    for (const region of rule.regions) {
      const path = pathParts(region);
      const stem = regionStem(path[0] ?? '');
      if (path.length === 1 && !rule.keywords?.length && !rule.corps) whole.add(stem);
      else parts.add(stem);
    }
  }
  const silent = provinceTiles.filter(({ name }) => !whole.has(regionStem(name)));
  const none = silent.filter(({ name }) => !parts.has(regionStem(name))).map(({ short }) => short);
  const some = silent.filter(({ name }) => parts.has(regionStem(name))).map(({ short }) => short);
  const texts: LocalText[] = [];
  if (none.length > 0)
    texts.push(
      say(
        `${none.length} 个省没有任何规则，那里的地址会显示「范围未知」：${none.join('、')}`,
        `${none.length} provinces have no rule, addresses there stay unknown: ${none.join(', ')}`,
      ),
    );
  if (some.length > 0)
    texts.push(
      say(
        `这些省只写了一部分地方，其余的会显示「范围未知」：${some.join('、')}`,
        `Only parts of these provinces have rules, the rest stays unknown: ${some.join(', ')}`,
      ),
    );
  return texts.map((text) => ({ kind: 'gap', level: 'info', rules: [], text }));
}

const isDefault = ({ regions, keywords, corps }: CourierRule): boolean =>
  regions.length === 0 && !keywords?.length && !corps;
