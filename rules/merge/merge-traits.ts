import type { Order } from '../orders/order.ts';

/** What the page says of an order that speaks against one parcel (rules.md §2). */
export const mergeTraits = ['refund', 'edited', 'presale', 'cash', 'gift', 'invoice'] as const;
export type MergeTrait = (typeof mergeTraits)[number];

const isRefund = (text: string | undefined): boolean =>
  text !== undefined && /退款|售后|退货/.test(text) && !/无|关闭|取消/.test(text);

const edited =
  /(?:修改|变更|更换|更改|改)(?:了|过)?(?:收货|收件)?地址|地址(?:已|有|被)?(?:修改|变更|更换|更改)|改址/;

/** The page's own words tell; of what it does not show nothing is said. */
export function traitsOf(order: Pick<Order, 'lines' | 'statusText' | 'memo'>): MergeTrait[] {
  const { lines, statusText = '', memo = '' } = order;
  const titles = lines.map(({ title = '', sku = '' }) => `${title} ${sku}`);
  const found: Record<MergeTrait, boolean> = {
    refund: isRefund(statusText) || lines.some(({ refund }) => isRefund(refund)),
    edited: edited.test(statusText) || edited.test(memo),
    presale: /预售|定金|尾款/.test(statusText) || titles.some((title) => title.includes('预售')),
    cash: /货到付款/.test(statusText),
    gift: titles.some((title) => /赠品|满赠|满减/.test(title)) || /赠品/.test(memo),
    invoice: /发票|抬头/.test(memo),
  };
  return mergeTraits.filter((trait) => found[trait]);
}
