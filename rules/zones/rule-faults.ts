import { type LocalText, say } from '../language/local-text.ts';
import { pathParts, regionStem } from './region-name.ts';
import type { CourierRule } from './table.ts';

/** What the check of a table may find. */
export type FindingKind =
  | 'unknown-region'
  | 'open-region'
  | 'conflict'
  | 'doubled'
  | 'never-decides'
  | 'gap'
  | 'impossible'
  | 'fee'
  | 'bad-value'
  | 'courier-name'
  | 'doubled-id';

/** What is wrong inside one rule, whatever the others say. */
export interface RuleFault {
  kind: FindingKind;
  level: 'info' | 'warn' | 'stop';
  text: LocalText;
}

const mostFen = 100_000_000;

const isFen = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= mostFen;

export function faultsOfRule(rule: CourierRule): RuleFault[] {
  const name = say(`规则 ${rule.id}`, `Rule ${rule.id}`);
  const faults: RuleFault[] = [];
  const add = (kind: FindingKind, level: RuleFault['level'], zh: string, en: string): void => {
    faults.push({ kind, level, text: say(`${name['zh-CN']}：${zh}`, `${name.en}: ${en}`) });
  };
  if (rule.courier.trim() === '') add('courier-name', 'stop', '没有写快递', 'names no courier');
  if (rule.regions.some((region) => region.trim() === ''))
    add('unknown-region', 'stop', '有一个地区是空的', 'one of its regions is empty');
  for (const region of rule.regions) {
    if (region.split('/').length > 5)
      add('unknown-region', 'stop', `「${region}」写了太多级`, `“${region}” has too many levels`);
  }
  if (rule.keywords?.some((word) => word.trim() === ''))
    add('bad-value', 'stop', '有一个关键词是空的', 'one of its words is empty');
  if (!Number.isFinite(rule.priority)) add('bad-value', 'stop', '优先不是数字', 'its priority is no number');
  conditions(rule, add);
  fees(rule, add);
  const { least, most } = rule.days ?? {};
  if (least !== undefined && most !== undefined && least > most)
    add('bad-value', 'stop', `时效 ${least} 天大于 ${most} 天`, `${least} days are more than ${most}`);
  if (rule.corps && rule.regions.length > 0 && !rule.regions.some(inXinjiang))
    add(
      'impossible',
      'stop',
      '只对兵团生效，可是地区都不在新疆，永远对不上',
      'is for the corps of Xinjiang, but none of its regions lies there',
    );
  return faults;
}

type Add = (kind: FindingKind, level: RuleFault['level'], zh: string, en: string) => void;

const inXinjiang = (region: string): boolean => regionStem(pathParts(region)[0] ?? '') === '新疆';

function conditions({ when = {} }: CourierRule, add: Add): void {
  const ranges = [
    [when.minPieces, when.maxPieces, say('件数', 'pieces')],
    [when.minTotal, when.maxTotal, say('金额', 'total')],
    [when.minGrams, when.maxGrams, say('重量', 'weight')],
  ] as const;
  for (const [min, max, what] of ranges) {
    if (min !== undefined && max !== undefined && min > max)
      add(
        'impossible',
        'stop',
        `${what['zh-CN']}的最少大于最多，永远不会成立`,
        `the least ${what.en} is over the most, it can never hold`,
      );
    for (const value of [min, max]) {
      if (value === undefined || (Number.isInteger(value) && value >= 0)) continue;
      add(
        'bad-value',
        'stop',
        `${what['zh-CN']}「${value}」要是 0 以上的整数${what.en === 'total' ? '（分）' : ''}`,
        `the ${what.en} ${value} is no whole number from 0${what.en === 'total' ? ' (fen)' : ''}`,
      );
    }
  }
  if (when.maxPieces !== undefined && when.maxPieces < 1)
    add('impossible', 'stop', '最多件数小于 1，永远不会成立', 'it allows less than one piece');
}

function fees({ reach, surcharge }: CourierRule, add: Add): void {
  if (reach === 'surcharge' && !surcharge) {
    add('fee', 'warn', '写了加收，没有写多少钱', 'charges extra and names no fee');
    return;
  }
  if (!surcharge) return;
  const { first, firstUnit, next, nextUnit } = surcharge;
  if (reach !== 'surcharge')
    add(
      'fee',
      'warn',
      '写了金额，结果却不是加收，金额不会用上',
      'names a fee but does not charge; the fee is not used',
    );
  for (const fee of [first, next])
    if (fee !== undefined && !isFen(fee))
      add(
        'bad-value',
        'stop',
        `金额「${fee / 100}」不对：不能是负数，最多两位小数`,
        `the fee ${fee / 100} is not allowed: not negative, at most two decimals`,
      );
  for (const grams of [firstUnit, nextUnit])
    if (grams !== undefined && !(Number.isInteger(grams) && grams > 0))
      add('bad-value', 'stop', `重量「${grams}」要大于 0 克`, `the weight ${grams} must be over 0 g`);
  if (next !== undefined && (firstUnit === undefined || nextUnit === undefined))
    add(
      'fee',
      'warn',
      '有续费，没有写首重或续重是多少公斤，续费不会用上',
      'has a fee for further weight but not its units; it is not used',
    );
  if (next === undefined && nextUnit !== undefined)
    add('fee', 'info', '有续重，没有续费', 'has a further weight without a fee');
}
