import { provinceTiles } from './province-tiles.ts';
import { regionStem } from './region-name.ts';
import type { CourierRule, CourierTable, Reach } from './table.ts';
import { type CourierReach, type CourierVerdict, courierVerdict } from './verdict.ts';
import type { ZoneFacts } from './zone-region.ts';

/** What the table says of a whole province, before anything deeper is known of an address. */
export interface ProvinceOutlook {
  /**
   * The verdict for one piece, and one more from every number of pieces at which a rule sets in. Facts other than the
   * pieces (total, flash sale, weight) are unknown here.
   */
  steps: { pieces: number; verdict: CourierVerdict }[];
  /** Rules that name the province or a place in it, in the order of the table. */
  rules: CourierRule[];
  /** Rules for a part of the province (a place in it, words, the corps) that say something else than the whole. */
  deeper: CourierRule[];
  /** Couriers whose answer changes with another fact of the order (total, flash sale, weight). */
  conditional: ReadonlySet<string>;
}

/** `unwritten`: no rule of the shop speaks of it; `unknown`: a rule says that it is not sure. */
export type TileReach = Reach | 'unwritten';

/** One part of a tile: what holds from that many pieces on. */
export interface TilePart {
  pieces: number;
  reach: TileReach;
  /** Fen of the first unit; only with `surcharge`. */
  surcharge?: number;
}

export interface TileView {
  /** More than one where the number of pieces decides. */
  parts: TilePart[];
  /** How many rules for a part of the province say something else. */
  deeper: number;
  conditional: boolean;
}

const outlooks = new WeakMap<CourierTable, Map<string, ProvinceOutlook>>();

/** The outlook of all 34 divisions by official name; worked out once per table. */
export function provinceOutlooks(table: CourierTable): ReadonlyMap<string, ProvinceOutlook> {
  const known = outlooks.get(table);
  if (known) return known;
  const byProvince = new Map<string, CourierRule[]>();
  const everywhere: CourierRule[] = [];
  for (const rule of table.rules) {
    if (rule.regions.length === 0) {
      if (speaksOfWhole(rule)) everywhere.push(rule);
      continue;
    }
    for (const stem of new Set(rule.regions.map(provinceStem))) {
      const list = byProvince.get(stem);
      if (list) list.push(rule);
      else byProvince.set(stem, [rule]);
    }
  }
  const found = new Map(
    provinceTiles.map(({ name }) => [
      name,
      outlookOf(table, name, byProvince.get(regionStem(name)) ?? [], everywhere),
    ]),
  );
  outlooks.set(table, found);
  return found;
}

const provinceStem = (region: string): string => regionStem(region.split('/')[0] ?? '');
const speaksOfWhole = (rule: CourierRule): boolean =>
  (rule.keywords ?? []).length === 0 && rule.corps !== true;
/** Whether the rule names this province itself, not only places in it. */
export const namesProvince = (rule: CourierRule, province: string): boolean =>
  rule.regions.some(
    (region) => region.split('/').length === 1 && regionStem(region) === regionStem(province),
  );

function outlookOf(
  table: CourierTable,
  province: string,
  rules: CourierRule[],
  everywhere: readonly CourierRule[],
): ProvinceOutlook {
  const whole = [
    ...rules.filter((rule) => speaksOfWhole(rule) && namesProvince(rule, province)),
    ...everywhere,
  ];
  const ask = (facts: ZoneFacts): CourierVerdict => courierVerdict(table, { province }, facts);
  const steps = pieceSteps(whole).map((pieces) => ({ pieces, verdict: ask({ pieces }) }));
  const conditional = new Set<string>();
  for (const rule of whole) {
    const facts = factsFor(rule);
    if (!facts || conditional.has(rule.courier)) continue;
    const plain = reachOf(ask({ pieces: facts.pieces ?? 1 }), rule.courier);
    const told = reachOf(ask(facts), rule.courier);
    if (plain?.reach !== told?.reach || plain?.surcharge?.first !== told?.surcharge?.first)
      conditional.add(rule.courier);
  }
  const deeper = rules.filter((rule) => {
    if (namesProvince(rule, province) && speaksOfWhole(rule)) return false;
    return !steps.some(({ verdict }) => {
      const said = reachOf(verdict, rule.courier);
      return said?.rule && said.reach === rule.reach && said.surcharge?.first === rule.surcharge?.first;
    });
  });
  return { steps, rules, deeper, conditional };
}

export const reachOf = (verdict: CourierVerdict, courier: string): CourierReach | undefined =>
  verdict.couriers.find((entry) => entry.courier === courier);

/** One piece, and every number at which a rule begins or stops to hold. */
function pieceSteps(rules: readonly CourierRule[]): number[] {
  const steps = new Set([1]);
  for (const { when } of rules) {
    if (when?.minPieces !== undefined) steps.add(Math.max(1, when.minPieces));
    if (when?.maxPieces !== undefined) steps.add(Math.max(1, when.maxPieces + 1));
  }
  return [...steps].sort((one, other) => one - other);
}

/** An order the rule holds for; undefined where it asks for nothing but pieces. */
function factsFor({ when }: CourierRule): ZoneFacts | undefined {
  if (!when) return undefined;
  const { minPieces, maxPieces, minTotal, maxTotal, flashSale, minGrams, maxGrams } = when;
  const total = minTotal ?? maxTotal;
  const grams = minGrams ?? maxGrams;
  if (total === undefined && grams === undefined && flashSale === undefined) return undefined;
  return {
    pieces: minPieces ?? Math.min(1, maxPieces ?? 1),
    ...(total !== undefined && { total }),
    ...(grams !== undefined && { grams }),
    ...(flashSale !== undefined && { flashSale }),
  };
}

/** What a tile shows: of one courier, or the best over all of them. */
export function tileView(outlook: ProvinceOutlook, courier?: string): TileView {
  const parts: TilePart[] = [];
  for (const { pieces, verdict } of outlook.steps) {
    const part = {
      pieces,
      ...(courier === undefined ? bestOf(verdict) : writtenOf(reachOf(verdict, courier))),
    };
    const last = parts.at(-1);
    if (last?.reach !== part.reach || last.surcharge !== part.surcharge) parts.push(part);
  }
  const own = (rule: CourierRule): boolean => courier === undefined || rule.courier === courier;
  return {
    parts,
    deeper: outlook.deeper.filter(own).length,
    conditional: courier === undefined ? outlook.conditional.size > 0 : outlook.conditional.has(courier),
  };
}

const writtenOf = (entry: CourierReach | undefined): Omit<TilePart, 'pieces'> => {
  if (!entry?.rule) return { reach: 'unwritten' };
  return { reach: entry.reach, ...(entry.surcharge && { surcharge: entry.surcharge.first }) };
};

function bestOf(verdict: CourierVerdict): Omit<TilePart, 'pieces'> {
  if (verdict.best) return writtenOf(verdict.best);
  if (verdict.overall === 'no') return { reach: 'no' };
  return { reach: verdict.couriers.some(({ rule }) => rule?.reach === 'unknown') ? 'unknown' : 'unwritten' };
}
