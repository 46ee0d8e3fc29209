import { formatFen } from '../money/money.ts';
import type { Order } from '../orders/order.ts';
import type { ShopPack } from '../packs/shop.ts';
import { type CompensationBand, compensationBand } from '../price/compensation.ts';
import { bagCodesOf } from '../returns/bag-code.ts';
import type { Told } from './walk.ts';

/** Names texts of a guide may use beside those of phrases: what the shop's own numbers and the tracking say. */
export const guideValueNames = ['补偿范围', '可退原因', '袋上编码', '最新物流', '停滞天数', '备注'] as const;
export type GuideValueName = (typeof guideValueNames)[number];
export type GuideValues = Partial<Record<GuideValueName, string>>;

/** What is known of them; the rest is asked where a text needs it. */
export function guideValues(
  order: Order | undefined,
  told: Told,
  shop: Pick<ShopPack, 'pricing' | 'returns'>,
): GuideValues {
  const band = toldBand(told, shop.pricing.compensation);
  const { acceptedReasons } = shop.returns;
  const days = told.facts.idleDays;
  const known: [GuideValueName, string | undefined][] = [
    [
      '补偿范围',
      band?.next === 'compensate' ? `${formatFen(band.least)}–${formatFen(band.most)}` : undefined,
    ],
    ['可退原因', acceptedReasons.length > 0 ? acceptedReasons.join('、') : undefined],
    ['袋上编码', order && bagCodesOf(order.lines, shop.returns.bagCodes)],
    ['最新物流', order?.lastTrackText],
    ['停滞天数', typeof days === 'number' && days > 0 ? String(days) : undefined],
    ['备注', order?.memo],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/**
 * The shop's band for what is known (mission.md B13). An amount known only as a range has a band where both its ends
 * fall into the same row: the shop's rows may be cut at other numbers than the table's questions.
 */
export function toldBand(
  { facts, ranges }: Told,
  rows: ShopPack['pricing']['compensation'],
): CompensationBand | undefined {
  const { flashSale, amount } = facts;
  if (flashSale !== 'yes' && flashSale !== 'no') return undefined;
  const bandAt = (fen: number | undefined): CompensationBand =>
    compensationBand({ flashSale: flashSale === 'yes', ...(fen !== undefined && { amount: fen }) }, rows);
  if (typeof amount === 'number') return bandAt(amount);
  const range = ranges.amount;
  if (!range) return bandAt(undefined);
  const inside = [
    range.from ?? 0,
    range.under === undefined ? Number.MAX_SAFE_INTEGER : range.under - 1,
    ...rows.flatMap(({ from, under }) => [from, under]).filter((cut) => cut !== undefined),
  ].filter((fen) => fen >= (range.from ?? 0) && (range.under === undefined || fen < range.under));
  const [first, ...others] = inside.map(bandAt);
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first && same ? first : bandAt(undefined);
}
