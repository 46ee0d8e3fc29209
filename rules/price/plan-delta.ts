import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { readMoney } from '../money/money.ts';
import type { OrderStatus } from '../orders/order.ts';
import { checkStatus, newFreight, unreadable } from './checks.ts';
import { type PriceLimit, type PricePlatform, priceLimitOf, priceLimits } from './limits.ts';
import type { PriceAsk, PricePlan } from './plan.ts';

/** A dialog that takes changes, not prices, and shows no price that could be read (Taobao's 涨价或折扣). */
export interface DeltaQuestion {
  platform: PricePlatform;
  /** As the page shows it now; absent where the page shows none. */
  status?: OrderStatus;
  /** Freight as the dialog shows it; fen. */
  freight?: number;
  /** How many price fields the dialog has, one per line. */
  fields: number;
  request: PriceAsk;
  /** Rows with the user's own values; the shipped ones otherwise. */
  limits?: readonly PriceLimit[];
}

/**
 * Plans "so much less" where the price itself is not known: the one request that needs none. What depends on the
 * price (the shop's floor, half off, paying nothing) cannot be checked and is said to the agent; a discount over
 * several lines cannot be split and is refused (rules.md §4).
 */
export function planDelta(question: DeltaQuestion): PricePlan {
  const blocks: LocalText[] = [];
  const warnings: LocalText[] = [];
  const limit = priceLimitOf(question.platform, question.limits ?? priceLimits);
  checkStatus(question.status, limit, blocks, warnings);
  const freight = newFreight(question, limit, blocks, warnings);
  const delta = readDelta(question.request, blocks);
  if (delta === undefined || freight === 'unreadable') return { ok: false, blocks, confirms: [], warnings };

  if (limit.goods === 'fixed' && delta !== 0) {
    blocks.push(
      say(
        '天猫商品价不能改，可以发优惠券、拍差价链接，或改邮费',
        'Tmall goods prices cannot be changed; offer a coupon, a price-difference link, or change the postage',
      ),
    );
  }
  if (question.fields !== 1) {
    blocks.push(
      say(
        `这单有 ${question.fields} 件商品，弹窗里没读到各自的价格，请手动分摊`,
        `The order has ${question.fields} lines whose prices the dialog does not tell; please split it by hand`,
      ),
    );
  }
  warnings.push(
    say(
      '弹窗里没读到原价，底价和折扣幅度没法检查，请看弹窗算出的合计',
      'The dialog tells no price: floor and discount were not checked; look at the total it works out',
    ),
  );
  if (delta < 0 && limit.whenLowered) warnings.push(limit.whenLowered);
  const ok = blocks.length === 0;
  return {
    ok,
    delta,
    ...(freight !== undefined && { freight }),
    ...(ok && { lineInputs: [delta] }),
    blocks,
    confirms: [],
    warnings,
  };
}

function readDelta({ way, value }: DeltaQuestion['request'], blocks: LocalText[]): number | undefined {
  if (value.trim() === '') {
    blocks.push(say('请先填价格', 'Enter a price first'));
    return undefined;
  }
  if (way !== 'minus') {
    blocks.push(
      say(
        '弹窗里没读到当前价格，这里只能按「减掉」来填',
        'The dialog shows no current price; only an amount to take off can be filled here',
      ),
    );
    return undefined;
  }
  const amount = readMoney(value);
  if (amount === undefined) {
    blocks.push(unreadable(value));
    return undefined;
  }
  if (/[+＋]/.test(value)) {
    blocks.push(
      say(
        `「${value}」看不出是减还是加，请直接填减多少`,
        `"${value}" may mean more or less; enter how much to take off`,
      ),
    );
    return undefined;
  }
  return -Math.abs(amount) || 0;
}
