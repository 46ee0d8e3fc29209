import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import { regionStem } from './region-name.ts';
import type { CourierRule } from './table.ts';
import { type CourierReach, surchargeFor } from './verdict.ts';

/** Whole yuan without decimals: agents say 18, not 18.00. */
export const yuan = (fen: number): string => formatFen(fen).replace(/\.00$/, '');

/** 1 公斤, 500 克. */
const weight = (grams: number): LocalText =>
  grams % 500 === 0 && grams >= 1_000
    ? say(`${grams / 1_000} 公斤`, `${grams / 1_000} kg`)
    : say(`${grams} 克`, `${grams} g`);

const range = (
  min: number | undefined,
  max: number | undefined,
  print: (value: number) => LocalText,
): LocalText | undefined => {
  if (min !== undefined && max !== undefined)
    return min === max
      ? print(min)
      : say(`${print(min)['zh-CN']}到${print(max)['zh-CN']}`, `${print(min).en} to ${print(max).en}`);
  if (min !== undefined) return say(`${print(min)['zh-CN']}起`, `from ${print(min).en}`);
  if (max !== undefined) return say(`最多${print(max)['zh-CN']}`, `up to ${print(max).en}`);
  return undefined;
};

/** The conditions of a rule in words, one entry each. */
export function conditionTexts({ when = {} }: Pick<CourierRule, 'when'>): LocalText[] {
  const texts = [
    range(when.minPieces, when.maxPieces, (pieces) => say(`${pieces} 件`, `${pieces} pc`)),
    range(when.minTotal, when.maxTotal, (fen) => say(` ¥${yuan(fen)}`, `¥${yuan(fen)}`)),
    range(when.minGrams, when.maxGrams, (grams) => weight(grams)),
    when.flashSale === undefined
      ? undefined
      : when.flashSale
        ? say('秒杀款', 'flash sale')
        : say('不是秒杀款', 'not flash sale'),
  ];
  return texts.flatMap((text) => (text ? [say(text['zh-CN'].trim(), text.en)] : []));
}

/** The fee of a rule as agents say it: exact with a weight, else from the first unit on. */
export function feeText(surcharge: NonNullable<CourierRule['surcharge']>, grams?: number): LocalText {
  const fee = `¥${yuan(surchargeFor(surcharge, grams))}`;
  return dependsOnWeight(surcharge) && grams === undefined ? say(`${fee} 起`, `from ${fee}`) : say(fee, fee);
}

/** Whether heavier parcels cost more by the rule. */
export const dependsOnWeight = ({
  firstUnit,
  next,
  nextUnit,
}: NonNullable<CourierRule['surcharge']>): boolean =>
  firstUnit !== undefined && next !== undefined && next > 0 && nextUnit !== undefined && nextUnit > 0;

/** How a fee is made up: 首重 1 公斤 ¥18，续重每 1 公斤 ¥8; undefined where the rule names a fee and no weights. */
export function feeBasis({
  first,
  firstUnit,
  next,
  nextUnit,
}: NonNullable<CourierRule['surcharge']>): LocalText | undefined {
  if (firstUnit === undefined) return undefined;
  const unit = weight(firstUnit);
  const base = say(`首重 ${unit['zh-CN']} ¥${yuan(first)}`, `¥${yuan(first)} for the first ${unit.en}`);
  if (next === undefined || nextUnit === undefined) return base;
  const step = weight(nextUnit);
  return say(
    `${base['zh-CN']}，续重每 ${step['zh-CN']} ¥${yuan(next)}`,
    `${base.en}, ¥${yuan(next)} per further ${step.en}`,
  );
}

/** 3–7 天; undefined where the rule names no days. */
export function daysText({ days }: Pick<CourierRule, 'days'>): LocalText | undefined {
  const { least, most } = days ?? {};
  if (least !== undefined && most !== undefined && least !== most)
    return say(`${least}–${most} 天`, `${least}–${most} days`);
  const only = most ?? least;
  return only === undefined ? undefined : say(`${only} 天`, `${only} days`);
}

/** Where a rule stands, shortly: 新疆, 杭州市余杭区, words, 兵团, everywhere else. */
export function placeText(rule: CourierRule, region: string | undefined): LocalText {
  const place = region === undefined ? [] : [shortPath(region)];
  const words = rule.keywords?.length ? [`「${rule.keywords.slice(0, 3).join('」「')}」`] : [];
  const corps = rule.corps ? ['兵团'] : [];
  const parts = [...place, ...corps, ...words];
  return parts.length === 0
    ? say('其余地区', 'everywhere else')
    : say(parts.join(' '), parts.join(' ').replace('兵团', 'corps'));
}

/** 浙江省/杭州市/余杭区 → 杭州市余杭区, 新疆维吾尔自治区 → 新疆. */
export function shortPath(region: string): string {
  const parts = region.split('/').map((part) => part.trim());
  const [province = ''] = parts;
  const below = parts.slice(1).filter((part) => part !== '' && part !== province);
  return below.length === 0 ? regionStem(province) : below.join('');
}

/** Said of a rule before: the orders of a page rest on a few rules, and each says the same of all of them. */
const said = new WeakMap<CourierRule, Map<string, LocalText>>();

/** One courier's answer and the rule it rests on. */
export function ruleText(entry: CourierReach, grams?: number): LocalText {
  const { courier, rule, region = '' } = entry;
  if (!rule) return say(`${courier}：表里没有写`, `${courier}: the table says nothing`);
  const key = grams === undefined ? region : `${region} ${grams}`;
  const known = said.get(rule);
  const found = known?.get(key);
  if (found) return found;
  const text = textOf(entry, rule, grams);
  if (known && known.size < 200) known.set(key, text);
  else said.set(rule, new Map([[key, text]]));
  return text;
}

function textOf(
  { courier, reach, region, surcharge }: CourierReach,
  rule: CourierRule,
  grams: number | undefined,
): LocalText {
  const note = rule.note === undefined ? '' : `：${rule.note}`;
  const place = placeText(rule, region);
  const conditions = conditionTexts(rule);
  const days = daysText(rule);
  const zh = [place['zh-CN'], ...conditions.map((text) => text['zh-CN'])].join('，');
  const en = [place.en, ...conditions.map((text) => text.en)].join(', ');
  const by = say(`（规则 ${rule.id}：${zh}）`, ` (rule ${rule.id}: ${en})`);
  const fee = surcharge && feeText(surcharge, grams);
  const basis = surcharge && feeBasis(surcharge);
  const saysZh: Record<typeof reach, string> = {
    reaches: '可到',
    surcharge: `要加收${fee ? ` ${fee['zh-CN']}` : ''}${basis ? `（${basis['zh-CN']}）` : ''}`,
    slow: '较慢',
    no: '不到',
    unknown: '不确定能不能到',
  };
  const saysEn: Record<typeof reach, string> = {
    reaches: 'goes there',
    surcharge: `charges ${fee ? fee.en : 'extra'}${basis ? ` (${basis.en})` : ''}`,
    slow: 'is slow',
    no: 'does not go there',
    unknown: 'may or may not go there',
  };
  return say(
    `${courier}${saysZh[reach]}${days ? `，${days['zh-CN']}` : ''}${note}${by['zh-CN']}`,
    `${courier} ${saysEn[reach]}${days ? `, ${days.en}` : ''}${by.en}`,
  );
}
