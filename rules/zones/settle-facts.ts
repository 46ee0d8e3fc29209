import { type LocalText, say } from '../language/local-text.ts';
import { courierOf } from './courier-name.ts';
import type { OpenFact, PossibleFacts } from './open-facts.ts';
import { feeText, yuan } from './rule-text.ts';
import type { Match, TableIndex } from './table-index.ts';
import { type CourierReach, type CourierVerdict, decide } from './verdict.ts';

/** One verdict, with what is open about it. */
export interface Settled {
  verdict: CourierVerdict;
  /** True where the unknown facts change whether it is reached at all. */
  undecided: boolean;
  open: OpenFact[];
  notes: LocalText[];
}

/**
 * One verdict out of all the ways the unknown facts may be: what they agree on stands, the rest is open.
 * @param wished the courier the answer will rest on where the table knows it
 */
export function settle(
  index: TableIndex,
  matches: readonly Match[],
  ways: readonly PossibleFacts[] | undefined,
  wished: string | undefined,
): Settled {
  if (!ways) {
    const verdict: CourierVerdict = { couriers: [], overall: 'unknown' };
    const note = say(
      '条件太多，件数、金额、重量填全了才能判断',
      'Too many conditions: give pieces, total and weight',
    );
    return { verdict, undecided: true, open: ['pieces', 'total', 'grams'], notes: [note] };
  }
  const found = ways.map(({ facts, supposed }) => ({
    facts,
    supposed,
    verdict: decide(index, matches, facts),
  }));
  const [first] = found;
  if (!first) return { verdict: { couriers: [], overall: 'unknown' }, undecided: true, open: [], notes: [] };
  if (found.length === 1) return { verdict: first.verdict, undecided: false, open: [], notes: [] };

  const outcomes = found.map((way) => outcomeOf(way.verdict, wished));
  const same = outcomes.every((outcome) => outcome === outcomes[0]);
  const reach = found.every((way) => reachOf(way.verdict, wished) === reachOf(first.verdict, wished));
  const verdict = agreed(found.map((way) => way.verdict));
  if (same) return { verdict: withBest(verdict, first.verdict), undecided: false, open: [], notes: [] };
  const open = first.supposed.filter((fact) => matters(fact, found, outcomes));
  const notes = [dependsText(open), ...waysText(open, found)];
  return {
    verdict: reach ? { ...verdict, overall: first.verdict.overall } : { ...verdict, overall: 'unknown' },
    undecided: !reach,
    open,
    notes,
  };
}

/** What the agent would do: whether it goes, by whom and for how much. */
function outcomeOf(verdict: CourierVerdict, wished: string | undefined): string {
  const used = usedOf(verdict, wished);
  return [verdict.overall, used?.courier, used?.reach, used?.surcharge?.first].join('|');
}

const reachOf = (verdict: CourierVerdict, wished: string | undefined): string =>
  `${verdict.overall}|${wished === undefined ? '' : usedOf(verdict, wished)?.reach}`;

function usedOf(verdict: CourierVerdict, wished: string | undefined): CourierReach | undefined {
  const own = wished === undefined ? undefined : courierOf(verdict, wished);
  return own && own.reach !== 'unknown' ? own : verdict.best;
}

/** Couriers whose answer is the same in every way; the others are unknown until the facts are. */
function agreed(verdicts: readonly CourierVerdict[]): CourierVerdict {
  const [first] = verdicts;
  if (!first) return { couriers: [], overall: 'unknown' };
  const same = (courier: string, of: (reach: CourierReach) => unknown): boolean => {
    const values = verdicts.map((verdict) => {
      const reach = verdict.couriers.find((other) => other.courier === courier);
      return reach && of(reach);
    });
    return values.every((value) => value === values[0]);
  };
  const couriers = first.couriers.map(
    (entry): CourierReach =>
      same(entry.courier, ({ reach }) => reach) && same(entry.courier, ({ surcharge }) => surcharge?.first)
        ? entry
        : { courier: entry.courier, reach: 'unknown' },
  );
  return { couriers, overall: first.overall };
}

function withBest(verdict: CourierVerdict, first: CourierVerdict): CourierVerdict {
  const { best } = first;
  return { ...verdict, overall: first.overall, ...(best ? { best } : {}) };
}

type Way = PossibleFacts & { verdict: CourierVerdict };

/** Whether the outcome changes with this fact while the others stay. */
function matters(
  fact: PossibleFacts['supposed'][number],
  found: readonly Way[],
  outcomes: readonly string[],
): boolean {
  const byRest = new Map<string, string>();
  return found.some(({ facts, supposed }, at) => {
    const rest = supposed.map((other) => (other === fact ? '' : String(facts[other]))).join('|');
    const outcome = outcomes[at] ?? '';
    const known = byRest.get(rest);
    byRest.set(rest, outcome);
    return known !== undefined && known !== outcome;
  });
}

const factNames: Record<OpenFact, LocalText> = {
  pieces: say('件数', 'the pieces'),
  total: say('订单金额', 'the total'),
  grams: say('重量', 'the weight'),
  flashSale: say('是不是秒杀款', 'whether it is a flash sale'),
  district: say('区县', 'the district'),
};

function dependsText(open: readonly OpenFact[]): LocalText {
  const zh = open.map((fact) => factNames[fact]['zh-CN']).join('、');
  const en = open.map((fact) => factNames[fact].en).join(', ');
  return say(`还不知道${zh}，快递取决于${zh}`, `The courier depends on ${en}, not known yet`);
}

/** With one fact open, what each stretch of it leads to: 1 件：申通可到；2 件起：没有快递到. */
function waysText(open: readonly OpenFact[], found: readonly Way[]): LocalText[] {
  const [fact, ...others] = open;
  if (fact === undefined || fact === 'district' || others.length > 0) return [];
  const seen = new Set<unknown>();
  const ways = found.filter(({ facts }) => !seen.has(facts[fact]) && seen.add(facts[fact]));
  return ways.slice(0, 4).map(({ facts, verdict }, at) => {
    const next = ways[at + 1]?.facts[fact];
    const when = stretchText(fact, facts[fact], typeof next === 'number' ? next - 1 : undefined);
    const end = briefly(verdict);
    return say(`${when['zh-CN']}：${end['zh-CN']}`, `${when.en}: ${end.en}`);
  });
}

function stretchText(
  fact: PossibleFacts['supposed'][number],
  from: number | boolean | undefined,
  to: number | undefined,
): LocalText {
  if (typeof from !== 'number')
    return from ? say('秒杀款', 'Flash sale') : say('不是秒杀款', 'Not a flash sale');
  const units = { pieces: [' 件', ' pc'], total: ['', ''], grams: [' 克', ' g'], flashSale: ['', ''] }[fact];
  const print = (value: number): string => (fact === 'total' ? `¥${yuan(value)}` : String(value));
  const [zh, en] = units;
  if (to === undefined) return say(`${print(from)}${zh}起`, `From ${print(from)}${en}`);
  if (to === from) return say(`${print(from)}${zh}`, `${print(from)}${en}`);
  return say(`${print(from)}–${print(to)}${zh}`, `${print(from)}–${print(to)}${en}`);
}

function briefly({ best, overall }: CourierVerdict): LocalText {
  if (!best)
    return overall === 'no'
      ? say('没有快递到', 'no courier goes')
      : say('表里没有写', 'the table says nothing');
  const fee = best.surcharge && feeText(best.surcharge);
  if (best.reach === 'surcharge')
    return say(
      `${best.courier}加收${fee ? ` ${fee['zh-CN']}` : ''}`,
      `${best.courier}, ${fee ? fee.en : 'a'} surcharge`,
    );
  return best.reach === 'slow'
    ? say(`${best.courier}可到，较慢`, `${best.courier}, slow`)
    : say(`${best.courier}可到`, best.courier);
}
