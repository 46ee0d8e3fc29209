import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';

/** Evidence tags of rules.md: platform's own text, official wording at second hand, one page, conflict, our choice. */
export type EvidenceTag = 'A' | 'B' | 'C' | 'X' | 'O' | 'unknown';

/** Not every platform with a published price rule has a page map yet. */
export type PricePlatform = Platform | 'weixin' | 'weixin-component' | 'xiaoe';

/**
 * What one platform lets a seller do to the price of an unpaid order (rules.md §4 and §9 PRC rows).
 * Money is fen. An absent limit is a limit nobody has published, not "no limit".
 */
export interface PriceLimit {
  id: string;
  platform: PricePlatform;
  /** `unknown`: no public rule, the helper works the price out and warns. */
  goods: 'both' | 'down' | 'fixed' | 'unknown';
  /** Lowest goods total; a total below it is refused. */
  leastGoods?: number;
  /** Payable 0 is refused here; elsewhere it is a warning. */
  refusesZero?: boolean;
  freight?: { least: number; most: number };
  /** Only lower postage is documented; a raise is warned about. */
  freightDownOnly?: true;
  /** How often one order's price may change. */
  mostChanges?: number;
  /** The dialog only opens for unpaid orders, so a page that shows it needs no second proof of the status. */
  opensOnlyUnpaid?: boolean;
  /** Said whenever the goods get cheaper. */
  whenLowered?: LocalText;
  tag: EvidenceTag;
  source: string;
  sourceDate: string;
  note: LocalText;
}

export const priceLimits: readonly PriceLimit[] = [
  {
    id: 'PRC-TB',
    platform: 'taobao',
    goods: 'both',
    freightDownOnly: true,
    whenLowered: say(
      '降价会影响「历史最低成交价」，之后报活动可能受限',
      'Lowering the price sets a new lowest-deal record, which may limit later campaigns',
    ),
    tag: 'B',
    source: 'deerpark1movers.com (help copy); ae1234.com; rlut.cn',
    sourceDate: 'undated',
    note: say(
      '仅等待买家付款可改；有页面称最多改 3 次、不超过 50%，说法不一',
      'Only while awaiting payment; some pages claim at most 3 changes and 50 %, sources conflict',
    ),
  },
  {
    id: 'PRC-TM',
    platform: 'tmall',
    goods: 'fixed',
    freightDownOnly: true,
    tag: 'B',
    source: 'guangdonglong.com/c/040T921042022.html',
    sourceDate: '2022',
    note: say('天猫只能改邮费', 'Tmall lets sellers change postage only'),
  },
  {
    id: 'PRC-DD',
    platform: 'doudian',
    goods: 'down',
    leastGoods: 1,
    refusesZero: true,
    freight: { least: 0, most: 30_000 },
    tag: 'B',
    source: 'm.39zn.cn/article/294043.htm',
    sourceDate: 'undated',
    note: say(
      '待支付的在线支付订单，商品只能改低，最低 0.01 元；运费 0–300 元',
      'Unpaid online-payment orders: goods down only, at least ¥0.01; freight ¥0–300',
    ),
  },
  {
    id: 'PRC-WX',
    platform: 'weixin',
    goods: 'down',
    leastGoods: 1,
    refusesZero: true,
    mostChanges: 50,
    tag: 'A',
    source: 'developers.weixin.qq.com/doc/store/API/order/price_update.html',
    sourceDate: 'undated',
    note: say(
      '每个 SKU 填新总价，只能改低（108021），不能为 0（108023），最多改 50 次（108022）',
      'New total per SKU: lower only (108021), not 0 (108023), at most 50 changes (108022)',
    ),
  },
  {
    id: 'PRC-WX-component',
    platform: 'weixin-component',
    goods: 'both',
    mostChanges: 1,
    tag: 'A',
    source: 'developers.weixin.qq.com change_price.html',
    sourceDate: 'undated',
    note: say(
      '交易组件的未付款订单只能改价一次',
      'An unpaid order of the trading component can change its price once',
    ),
  },
  {
    id: 'PRC-XE',
    platform: 'xiaoe',
    goods: 'both',
    tag: 'A',
    source: 'kancloud.cn/qq535902586/xiaoe/3102357',
    sourceDate: 'undated',
    note: say(
      '待付款订单可改，拼团和分销订单不行；填的是差额（带正负号）',
      'Unpaid orders only, not group buys or reseller orders; the change itself is entered, with its sign',
    ),
  },
  {
    id: 'PRC-XY',
    platform: 'xianyu',
    goods: 'unknown',
    opensOnlyUnpaid: true,
    tag: 'unknown',
    source: '-',
    sourceDate: '2026-09',
    note: say('闲鱼没有公开的改价规则', 'Xianyu publishes no price-change rules'),
  },
  ...(['pdd', 'jd', 'kuaishou', '1688', 'xiaohongshu', 'mogujie', 'other'] as const).map(
    (platform): PriceLimit => ({
      id: { pdd: 'PRC-PDD', jd: 'PRC-JD', kuaishou: 'PRC-KS' }[platform as string] ?? `PRC-${platform}`,
      platform,
      goods: 'unknown',
      tag: 'unknown',
      source: '-',
      sourceDate: '2026-11',
      note: say('没有找到该平台公开的改价规则', 'No public price-change rule was found for this platform'),
    }),
  ),
];

/** Share of the goods price, in percent, above which a discount is questioned (rules.md §4.4, Taobao [X]). */
export const steepDiscount = { id: 'PRC-STEEP', percent: 50, tag: 'X' as EvidenceTag };

/** The row of a platform; every platform has one, `other` stands for those without. */
export function priceLimitOf(platform: PricePlatform, rows: readonly PriceLimit[] = priceLimits): PriceLimit {
  const row = rows.find((candidate) => candidate.platform === platform) ?? unknownLimit;
  return row;
}

const unknownLimit: PriceLimit = {
  id: 'PRC-unknown',
  platform: 'other',
  goods: 'unknown',
  tag: 'unknown',
  source: '-',
  sourceDate: '2026-11',
  note: say('没有找到该平台公开的改价规则', 'No public price-change rule was found for this platform'),
};
