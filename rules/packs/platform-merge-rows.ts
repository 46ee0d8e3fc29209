import { say } from '../language/local-text.ts';
import type { PlatformRow } from './platform-row.ts';

const label = say('合并发货', 'Shipping together');

/** Rows MRG-* of rules.md §9: under which conditions a platform lets separate orders share a parcel (§2). */
export const mergeRows: readonly PlatformRow[] = [
  {
    id: 'MRG-PDD',
    platform: 'pdd',
    key: 'merge',
    label,
    value: { kind: 'merge', same: 'receiver' },
    unit: 'none',
    tag: 'C',
    source: '558idc.com',
    source_date: 'undated',
    other_values: [],
    note: say(
      '收件人、电话、地址三项完全一致；先看售后状态；退货地址不同的不能合并。',
      'Receiver, phone and address all identical; check after-sale status first; not with different return addresses.',
    ),
  },
  {
    id: 'MRG-DD',
    platform: 'doudian',
    key: 'merge',
    label,
    value: { kind: 'merge', same: 'receiver', consent: true, most: 200, paidOnline: true },
    unit: 'none',
    tag: 'B',
    source: 'jiutoushe.cn',
    source_date: 'undated',
    other_values: [],
    note: say(
      '分开付款的订单要买家同意才能合发；仅限在线支付的实物订单；三项一致；一次最多 200 单。',
      'Separately paid orders ship together only when the buyer agrees; goods paid online; all three equal; at most 200 at once.',
    ),
  },
  {
    id: 'MRG-TB',
    platform: 'taobao',
    key: 'merge',
    label,
    value: { kind: 'merge', same: 'account' },
    unit: 'none',
    tag: 'C',
    source: 'qdxinzhong.com',
    source_date: 'undated',
    other_values: [],
    note: say(
      '同一买家账号，地址和电话连空格、符号都一致；同一地址但账号不同，不能共用单号。',
      'Same buyer account, address and phone identical down to spaces and symbols; another account at the same address must not share a number.',
    ),
  },
];
