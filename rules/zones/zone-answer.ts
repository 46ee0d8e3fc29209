import type { Inference, RegionField } from '../address/parsed-address.ts';
import { type LocalText, say } from '../language/local-text.ts';
import { courierOf } from './courier-name.ts';
import { howRead } from './how-read.ts';
import { type OpenFact, possibleFacts } from './open-facts.ts';
import { feeText, ruleText, shortPath, yuan } from './rule-text.ts';
import { settle } from './settle-facts.ts';
import type { CourierTable } from './table.ts';
import { deeperRules, indexOf, matchesOf, type TableIndex } from './table-index.ts';
import { type CourierReach, type CourierVerdict, refusesByName, surchargeFor } from './verdict.ts';
import * as phrases from './zone-phrase.ts';
import type { ZoneFacts, ZoneRegion } from './zone-region.ts';

/** Below this a region is doubtful and no verdict rests on it (data.md §5). */
export const doubtful = 0.6;

/** A region as an address was read; a `Region` of rules/address is one. */
export interface ZoneWhere extends ZoneRegion {
  /** Absent: the region is certain (picked, not read). */
  confidence?: number;
  inferred?: readonly RegionField[];
  reasons?: readonly Inference[];
  /** Full paths the text leaves open. */
  candidates?: readonly string[];
}

export interface ZoneQuestion extends ZoneFacts {
  /** The courier the buyer or the page names. */
  wished?: string;
  /** B3: the total in fen from which the manager is asked about a flash sale's fee. */
  askManagerFrom?: number;
}

/** What the shop's table says of an address and an order, and how to tell the buyer. */
export interface ZoneAnswer {
  verdict: CourierVerdict;
  /** A few words for a chip: 可到·申通, 加收¥18, 超区·圆通不到, 范围未知. */
  label: LocalText;
  /** `info` is no trouble, or nothing known; `warn` costs somebody something; `stop` is out of zone. */
  level: 'info' | 'warn' | 'stop';
  /** The rule that decided first, then what else speaks, then how the region was read. */
  reasons: LocalText[];
  /** For the buyer, Chinese; to be looked over, never sent by itself. */
  phrase?: string;
  /** What the table says of the wished courier; absent without a wish or where the table does not know it. */
  wished?: CourierReach;
  /** What the answer rests on: the wished courier where the table knows whether it goes there, else the best. */
  used?: CourierReach;
  /** Facts nobody knows yet that the outcome depends on. */
  open: OpenFact[];
}

/**
 * Answers "does it go there, by whom, for how much" (mission.md B1–B3) and names the rule that decided. Nothing is
 * called out of zone without a rule of the shop (data.md §10); where an unknown fact would change the outcome, the
 * answer says so and decides nothing.
 */
export function zoneAnswer(where: ZoneWhere, table: CourierTable, question: ZoneQuestion = {}): ZoneAnswer {
  const example = table.example ? [say('依据示例店铺的快递表', 'By the example shop’s courier table')] : [];
  if (where.province === undefined || (where.confidence ?? 1) < doubtful) return unreadable(where);
  const index = indexOf(table);
  const matches = matchesOf(index, where);
  const ways = possibleFacts(index, matches, question);
  const settled = settle(index, matches, ways, question.wished);
  const { verdict, open } = settled;
  const how = howRead(where);
  const wished = question.wished === undefined ? undefined : courierOf(verdict, question.wished);
  const used = wished && wished.reach !== 'unknown' ? wished : verdict.best;
  const rest = {
    verdict,
    ...(wished ? { wished } : {}),
    ...(used ? { used } : {}),
  };
  const tail = [...settled.notes, ...flashNotes(verdict, used, question), how, ...example];

  if (settled.undecided) {
    return {
      ...rest,
      label: say('范围未知', 'Zone unknown'),
      level: 'info',
      reasons: tail,
      phrase: open.includes('pieces') ? phrases.askHowMany : phrases.willCheck,
      open,
    };
  }
  const inside = insideRules(index, where, verdict, used);
  if (inside) {
    const { count, place } = inside;
    const place1 = shortPath(place);
    const note = say(
      `地址没有写到区县，${place1}${count > 1 ? `等 ${count} 处` : ''}另有规则`,
      `The district is not known; ${place1}${count > 1 ? ` and ${count - 1} more have` : ' has'} rules of their own`,
    );
    const decided = used ? [ruleText(used, question.grams)] : [];
    return {
      ...rest,
      label: say('要看区县', 'Depends on district'),
      level: 'info',
      reasons: [note, ...decided, ...tail],
      phrase: phrases.askDistrict(where),
      open: [...open, 'district'],
    };
  }
  return { ...rest, ...worded(where, verdict, question, { wished, used, tail, open }), open };
}

function unreadable(where: ZoneWhere): ZoneAnswer {
  const { candidates = [], district } = where;
  const reason =
    candidates.length === 0
      ? say('地址里读不出省市', 'No province or city can be read from the address')
      : say(
          `只写了「${district ?? ''}」，可能是 ${candidates.slice(0, 4).join('、')}`,
          `Only “${district ?? ''}”: may be ${candidates.slice(0, 4).join(', ')}`,
        );
  return {
    verdict: { couriers: [], overall: 'unknown' },
    label: say('范围未知', 'Zone unknown'),
    level: 'info',
    reasons: [reason],
    phrase: phrases.askAddress(candidates),
    open: [],
  };
}

/** Rules inside a region that the address leaves open, where they would change the answer. */
function insideRules(
  index: TableIndex,
  where: ZoneWhere,
  verdict: CourierVerdict,
  used: CourierReach | undefined,
): { count: number; place: string } | undefined {
  if (where.district !== undefined || where.town !== undefined) return undefined;
  const places = new Set<string>();
  for (const { entry, region } of deeperRules(index, where)) {
    if (entry.rule.corps || entry.rule.keywords?.length) continue;
    const { courier, reach } = entry.rule;
    const now = verdict.couriers.find((other) => other.courier === courier);
    const counts = used ? courier === used.courier : reach !== 'no';
    if (counts && now?.reach !== reach) places.add(region);
  }
  const [place] = places;
  return place === undefined ? undefined : { count: places.size, place };
}

interface Facts {
  wished: CourierReach | undefined;
  used: CourierReach | undefined;
  tail: LocalText[];
  open: OpenFact[];
}

/** Label, level, reasons and phrase of a verdict that stands. */
function worded(
  where: ZoneWhere,
  verdict: CourierVerdict,
  question: ZoneQuestion,
  { wished, used, tail, open }: Facts,
): Pick<ZoneAnswer, 'label' | 'level' | 'reasons' | 'phrase'> {
  const { grams } = question;
  const silent = verdict.couriers.filter(({ reach }) => reach === 'unknown').map(({ courier }) => courier);
  if (wished?.reach === 'no' && wished.rule) {
    return {
      label: say(`超区·${wished.courier}不到`, `Out of zone: ${wished.courier}`),
      level: 'stop',
      reasons: [ruleText(wished), ...(verdict.best ? [ruleText(verdict.best, grams)] : []), ...tail],
      phrase: question.flashSale
        ? phrases.noChoice(verdict.best)
        : phrases.insteadOf(wished.courier, verdict.best, question),
    };
  }
  if (verdict.overall === 'no') {
    const refused = verdict.couriers.filter(({ reach }) => reach === 'no');
    const byName = refused.filter(({ rule }) => rule && refusesByName(rule));
    const named = (byName.length > 0 ? byName : refused).map(({ courier }) => courier);
    return {
      label: say(
        `超区·${named.length > 2 ? '都' : named.join('')}不到`,
        `Out of zone: ${named.length > 2 ? 'every courier' : named.join(', ')}`,
      ),
      level: 'stop',
      reasons: [
        ...[...byName, ...refused.filter((entry) => !byName.includes(entry))].map((entry) => ruleText(entry)),
        ...silentText(silent),
        ...tail,
      ],
      phrase: silent.length > 0 ? phrases.willCheck : phrases.notReached(where),
    };
  }
  if (!used) {
    if (verdict.overall !== 'unknown')
      return {
        label: verdict.overall === 'surcharge' ? say('要加收', 'Surcharge') : say('可到', 'Reached'),
        level: verdict.overall === 'surcharge' ? 'warn' : 'info',
        reasons: tail,
        phrase:
          verdict.overall === 'surcharge' || open.includes('flashSale')
            ? phrases.willCheck
            : phrases.goesThere(where),
      };
    return {
      label: say('范围未知', 'Zone unknown'),
      level: 'info',
      reasons: [
        ...verdict.couriers.filter(({ rule }) => rule).map((entry) => ruleText(entry)),
        say('快递表里没有写这个地区', 'The courier table says nothing about this region'),
        ...tail,
      ],
      phrase: phrases.willCheck,
    };
  }
  const reasons = [ruleText(used, grams), ...tail];
  if (used.reach === 'surcharge') {
    const fee = used.surcharge && feeText(used.surcharge, grams);
    const sum = used.surcharge && yuan(surchargeFor(used.surcharge, grams));
    return {
      label: fee
        ? say(`加收¥${sum}${fee['zh-CN'].endsWith('起') ? '起' : ''}`, `+${fee.en}`)
        : say('要加收', 'Surcharge'),
      level: 'warn',
      reasons,
      phrase: feePhrase(where, verdict, used, question),
    };
  }
  const slow = used.reach === 'slow';
  return {
    label: slow
      ? say(`较慢·${used.courier}`, `Slow: ${used.courier}`)
      : say(`可到·${used.courier}`, `Reached: ${used.courier}`),
    level: slow ? 'warn' : 'info',
    reasons,
    phrase:
      question.flashSale && question.wished !== undefined
        ? phrases.noChoice(verdict.best)
        : slow
          ? phrases.slowBy(used, where)
          : phrases.reachedBy(used, where),
  };
}

const silentText = (couriers: string[]): LocalText[] =>
  couriers.length === 0
    ? []
    : [say(`${couriers.join('、')}：表里没有写`, `${couriers.join(', ')}: the table says nothing`)];

/** B3 applies where only couriers that charge reach: the post alone, for a flash-sale item. */
function flashCase(
  verdict: CourierVerdict,
  used: CourierReach | undefined,
  { flashSale, total, askManagerFrom }: ZoneQuestion,
): 'buyer-pays' | 'ask-manager' | undefined {
  if (!flashSale || used?.reach !== 'surcharge' || total === undefined || askManagerFrom === undefined)
    return undefined;
  if (verdict.couriers.some(({ reach }) => reach === 'reaches')) return undefined;
  return total < askManagerFrom ? 'buyer-pays' : 'ask-manager';
}

function feePhrase(
  where: ZoneWhere,
  verdict: CourierVerdict,
  used: CourierReach,
  question: ZoneQuestion,
): string {
  switch (flashCase(verdict, used, question)) {
    case 'ask-manager':
      return phrases.askingManager(used, where);
    case 'buyer-pays':
      return phrases.flashSaleFee(used, where, question);
    default:
      return phrases.payFee(used, where, question);
  }
}

/** B3 in words, unless the rule that decided says it by its own note. */
function flashNotes(
  verdict: CourierVerdict,
  used: CourierReach | undefined,
  question: ZoneQuestion,
): LocalText[] {
  const found = flashCase(verdict, used, question);
  const noWish =
    question.flashSale && question.wished !== undefined
      ? [say('秒杀款不能指定快递', 'Flash-sale items have no courier choice')]
      : [];
  if (!found || used?.rule?.when?.flashSale !== undefined) return noWish;
  const limit = yuan(question.askManagerFrom ?? 0);
  return [
    ...noWish,
    found === 'buyer-pays'
      ? say(`秒杀款不满 ¥${limit}，由买家补邮费`, `Flash sale under ¥${limit}: the buyer adds the fee`)
      : say(
          `秒杀款满 ¥${limit}，问主管能否免邮费`,
          `Flash sale from ¥${limit}: ask the manager whether it can be free`,
        ),
  ];
}
