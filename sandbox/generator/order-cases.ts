import type { DecidedFlag } from './order-shape.ts';

/**
 * The cases of one round of practice orders. Each says what it is about and which flags the example shop's table
 * (mission.md B2, B3, B4, B5, B15) must give it. The verdict was worked out by hand from the manual's sentences:
 * a courier that reaches without a fee → no zone flag; only couriers with a fee → `surcharge`; only couriers that
 * refuse → `out-of-zone`.
 */
export interface OrderCase {
  /** Absent: any province that every rule serves. */
  province?: string;
  /** A detail that names another region and must not be read as one. */
  street?: string;
  /** Quantities of the lines; absent: one piece. */
  pieces?: readonly number[];
  flashSale?: true;
  /** Fen; the goods' prices are fitted to it. */
  amount?: number;
  when?: 'late' | 'today' | 'open';
  status?: 'unpaid' | 'shipped' | 'done' | 'closed';
  memo?: string;
  hiddenAddress?: true;
  /** Same buyer (and address) as every case of that name in the round. */
  sameBuyer?: string;
  /** Different buyer, but nothing the page shows tells the two apart except the pin. */
  looksLike?: string;
  flags: readonly DecidedFlag[];
  /** Only in the first round, so that a page has exactly one of it. */
  once?: true;
}

const remote = (province: string, more: Partial<OrderCase> = {}): OrderCase => ({
  province,
  ...more,
  flags: ['remote', ...(more.flags ?? [])],
});

export const orderCases: readonly OrderCase[] = [
  // 新疆: only 邮政, ¥18 (圆通 and 申通 refuse).
  remote('新疆维吾尔自治区', { flags: ['surcharge'] }),
  remote('新疆维吾尔自治区', { pieces: [2], flags: ['surcharge'] }),
  remote('新疆维吾尔自治区', { when: 'late', flags: ['surcharge', 'ship-late'] }),
  // Flash sale, only the post reaches, under ¥50: the buyer adds the fee (B3).
  remote('新疆维吾尔自治区', { flashSale: true, amount: 2590, flags: ['surcharge'] }),
  // 西藏: 京东, first three kilograms ¥18.
  remote('西藏自治区', { flags: ['surcharge'] }),
  remote('西藏自治区', { pieces: [1, 1], memo: '走京东，不承诺时效', flags: ['surcharge', 'memo'] }),
  // 宁夏: 申通 takes single pieces; two pieces are 圆通's, which refuses.
  remote('宁夏回族自治区'),
  remote('宁夏回族自治区', { pieces: [2], flags: ['out-of-zone'] }),
  remote('宁夏回族自治区', { pieces: [1, 1], flags: ['out-of-zone'] }),
  // 青海: 韵达 and 京东 reach.
  remote('青海省'),
  remote('青海省', { pieces: [3] }),
  // The table says nothing special here: 申通 and 圆通 go everywhere else.
  remote('内蒙古自治区'),
  remote('内蒙古自治区', { pieces: [2], when: 'today', flags: ['ship-today'] }),
  remote('甘肃省'),
  remote('甘肃省', { pieces: [2] }),
  // 海南: a single piece goes by 邮政 with ¥18, two pieces by 圆通.
  { province: '海南省', flags: ['surcharge'] },
  { province: '海南省', memo: '顾客已补邮费18', flags: ['surcharge', 'memo'] },
  { province: '海南省', pieces: [2], flags: [] },
  // 邮政 charges here, but 申通 (one piece) or 圆通 (two) goes without a fee.
  { province: '广西壮族自治区', flags: [] },
  { province: '云南省', pieces: [2], flags: [] },
  { province: '北京市', flags: [] },
  // Estates named after regions.
  { province: '上海市', street: '西藏新村18号6栋302', flags: [] },
  { province: '山东省', street: '新疆大院27号2单元401', flags: [] },
  { province: '天津市', street: '青海花园9号楼1502', flags: [] },
  // Merge groups: same buyer, unshipped.
  { sameBuyer: 'a', flags: ['merge'] },
  { sameBuyer: 'a', flags: ['merge'] },
  { sameBuyer: 'a', pieces: [2], flags: ['merge'] },
  { sameBuyer: 'b', flags: ['merge'] },
  { sameBuyer: 'b', when: 'today', flags: ['merge', 'ship-today'] },
  { sameBuyer: 'c', flags: ['merge'] },
  { sameBuyer: 'c', memo: '送礼用，不放小票', flags: ['merge', 'memo'] },
  // Same buyer, but one parcel has left already: nothing to merge.
  { sameBuyer: 'd', flags: [] },
  { sameBuyer: 'd', status: 'shipped', flags: [] },
  // Same buyer, two destinations: two parcels.
  { sameBuyer: 'e', province: '浙江省', flags: [] },
  { sameBuyer: 'e', province: '四川省', flags: [] },
  // Equal masked name, phone and address of different buyers.
  { looksLike: 'x', flags: [] },
  { looksLike: 'x', flags: [] },
  { looksLike: 'y', flags: [] },
  { looksLike: 'y', flags: [] },
  // Deadlines.
  { when: 'late', flags: ['ship-late'] },
  { when: 'late', pieces: [2], flags: ['ship-late'] },
  { when: 'late', memo: '加急，今天必须出库', flags: ['ship-late', 'memo'] },
  { when: 'today', flags: ['ship-today'] },
  { when: 'today', pieces: [1, 1], flags: ['ship-today'] },
  { when: 'today', flags: ['ship-today'] },
  // Minimum order ¥19.90: under it, and exactly on it.
  { amount: 1880, once: true, flags: ['below-minimum'] },
  { amount: 1990, once: true, flags: [] },
  { memo: '换成黑色，已和顾客确认', flags: ['memo'] },
  { flashSale: true, flags: [] },
  // Nothing of the address is shown: no verdict, and the agent has to ask (A9).
  { hiddenAddress: true, flags: ['zone-unknown', 'confirm-address'] },
  { status: 'unpaid', flags: ['unpaid'] },
  { status: 'unpaid', pieces: [2], flags: ['unpaid'] },
  { status: 'unpaid', flags: ['unpaid'] },
  { status: 'unpaid', flags: ['unpaid'] },
  { status: 'shipped', flags: [] },
  { status: 'shipped', pieces: [2], flags: [] },
  { status: 'shipped', flags: [] },
  { status: 'done', flags: [] },
  { status: 'done', flags: [] },
  { status: 'done', pieces: [1, 1], flags: [] },
  { status: 'closed', flags: [] },
  { status: 'closed', flags: [] },
  { flags: [] },
  { flags: [] },
  { pieces: [2], flags: [] },
  { pieces: [3], flags: [] },
];
