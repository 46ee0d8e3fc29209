import { regionStem } from './region-name.ts';
import { dependsOnWeight, yuan } from './rule-text.ts';
import { type CourierReach, surchargeFor } from './verdict.ts';
import type { ZoneFacts, ZoneRegion } from './zone-region.ts';

/**
 * What the agent may say to the buyer. Never a promise (A14): days are 一般, the rest is 尽量. Never 超区, which is our
 * word and not the buyer's.
 */

/** The place as one says it to a buyer: 新疆, 杭州市余杭区. */
export function spokenPlace({ province, city, district }: ZoneRegion): string {
  const below = [city === province ? undefined : city, district].filter((part) => part !== undefined);
  if (below.length > 0) return below.join('');
  return province === undefined ? '您那边' : regionStem(province);
}

const daysOf = ({ rule }: CourierReach): string => {
  const { least, most } = rule?.days ?? {};
  if (least !== undefined && most !== undefined && least !== most) return `一般 ${least}-${most} 天左右到`;
  const only = most ?? least;
  return only === undefined ? '' : `一般 ${only} 天左右到`;
};

const withDays = (entry: CourierReach): string => {
  const days = daysOf(entry);
  return days === '' ? '' : `，${days}，具体以物流信息为准`;
};

export const askAddress = (candidates: readonly string[] = []): string => {
  const places = candidates.slice(0, 3).map((path) => path.split('/').filter(Boolean).join(''));
  return places.length > 1
    ? `亲，请问您的地址是${places.join('，还是')}呢？麻烦您确认一下，我帮您核实快递~`
    : '亲，麻烦您把收货地址的省、市、区县发完整一些，我帮您核实一下快递~';
};

export const askDistrict = (where: ZoneRegion): string =>
  `亲，${spokenPlace(where)}各个区县的快递不太一样，麻烦您把区县和乡镇也发一下，我帮您核实一下~`;

export const askHowMany = '亲，请问您一共要拍几件呢？件数不同发的快递不一样，我帮您核实一下~';

export const willCheck = '亲，您的地址我帮您核实一下快递，稍等回复您哦~';

/** Reached, whichever courier it will be. */
export const goesThere = (where: ZoneRegion): string =>
  `亲，${spokenPlace(where)}可以到的，具体快递按仓库安排给您发出哦~`;

export const reachedBy = (entry: CourierReach, where: ZoneRegion): string =>
  `亲，${spokenPlace(where)}可以发${entry.courier}${withDays(entry)}哦~`;

export const slowBy = (entry: CourierReach, where: ZoneRegion): string => {
  const days = daysOf(entry);
  return `亲，${spokenPlace(where)}可以发${entry.courier}，路上会慢一些${days === '' ? '' : `，${days}`}，具体以物流信息为准，麻烦您多等等哦~`;
};

/** The fee a buyer hears: the sum, or from which sum on while the weight is unknown. */
export function feeFor(surcharge: NonNullable<CourierReach['surcharge']>, grams: number | undefined): string {
  const fee = `${yuan(surchargeFor(surcharge, grams))} 元`;
  if (grams !== undefined || !dependsOnWeight(surcharge)) return fee;
  const { firstUnit = 1_000, next = 0, nextUnit = 1_000 } = surcharge;
  return `${fee}起（${firstUnit / 1_000} 公斤以内 ${fee}，超出的每 ${nextUnit / 1_000} 公斤加 ${yuan(next)} 元）`;
}

export const payFee = (entry: CourierReach, where: ZoneRegion, { grams }: ZoneFacts): string =>
  entry.surcharge === undefined
    ? `亲，${spokenPlace(where)}发${entry.courier}需要补一点邮费，具体金额我帮您核实一下，稍等回复您哦~`
    : `亲，${spokenPlace(where)}发${entry.courier}需要您补 ${feeFor(entry.surcharge, grams)}的邮费${withDays(entry)}，您看可以吗？`;

/** B3: from the shop's limit on the manager may let it go free; nobody promises that. */
export const askingManager = (entry: CourierReach, where: ZoneRegion): string =>
  `亲，${spokenPlace(where)}目前只能发${entry.courier}，按规定要补邮费的，我先帮您问一下主管能不能免邮，稍等回复您哦~`;

/** B3: a flash-sale item under the limit. */
export const flashSaleFee = (entry: CourierReach, where: ZoneRegion, { grams }: ZoneFacts): string =>
  entry.surcharge === undefined
    ? payFee(entry, where, grams === undefined ? {} : { grams })
    : `亲，这款是秒杀价，${spokenPlace(where)}只能发${entry.courier}，需要您补 ${feeFor(entry.surcharge, grams)}的邮费，您看可以吗？`;

/** B3: flash-sale items have no courier choice. */
export const noChoice = (best: CourierReach | undefined): string =>
  `亲，这款是秒杀价，快递由仓库统一安排，没办法指定哦${best ? `，${best.courier}可以到您那边` : ''}~`;

/** The wished courier does not go there; what does, and for how much. */
export function insteadOf(wished: string, best: CourierReach | undefined, { grams }: ZoneFacts): string {
  const begin = `亲，不好意思，您的地址${wished}目前送不到`;
  if (!best) return `${begin}，我帮您核实一下其他快递，稍等回复您哦~`;
  const fee = best.surcharge ? `，需要您补 ${feeFor(best.surcharge, grams)}的邮费` : '';
  const slow = best.reach === 'slow' ? '，路上会慢一些' : '';
  return `${begin}，可以给您改发${best.courier}${fee}${slow}，您看可以吗？`;
}

export const notReached = (where: ZoneRegion): string =>
  `亲，很抱歉，${spokenPlace(where)}目前合作的快递送不到，您看方便换一个收货地址吗？`;
