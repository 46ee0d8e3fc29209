/** What the newest tracking line means. */
export type CarrierEvent =
  | 'none'
  | 'printed'
  | 'picked-up'
  | 'moving'
  | 'delivering'
  | 'at-station'
  | 'delivered'
  | 'returned';

const wordings: [CarrierEvent, RegExp][] = [
  ['returned', /退回|拒收|退件|转退/],
  ['delivered', /已签收|签收成功|已妥投|妥投|已取件|已取出|代签收|本人签收|^签收|已送达/],
  ['at-station', /待取件|待自提|驿站|快递柜|自提[柜点]|丰巢/],
  ['delivering', /派送中|正在派[送件]|派件中/],
  // 待揽收 and 等待揽件 have not been picked up; 已发货, 电子面单 and 已打印 do not count either (rules.md §1.2).
  [
    'printed',
    /[待等未](?:待|快递员?)?(?:上门)?[揽取收]|电子面单|已打印|打单|已下单|已出库|已发货|商家.*发货|通知快递/,
  ],
  ['picked-up', /揽收|揽件|已收件|收寄|已取货/],
  ['moving', /离开|到达|已发[往出]|发往|运输|中转|转运|在途|装车|卸车|已到/],
  ['none', /暂无|没有.*(?:物流|轨迹|信息)|无物流/],
];

/** Reads a tracking line. Undefined where the words are none we know. */
export function carrierEvent(text: string): CarrierEvent | undefined {
  const folded = text.replace(/\s/g, '');
  if (folded === '') return undefined;
  return wordings.find(([, pattern]) => pattern.test(folded))?.[0];
}
