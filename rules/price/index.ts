import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFen, readMoney } from '../money/money.ts';
import { checkStatus, newFreight, unreadable } from './checks.ts';
import { readDiscount } from './discount.ts';
import { checkFloors } from './floors.ts';
import { roundOff } from './formulas.ts';
import type { PriceLimit } from './limits.ts';
import { priceLimitOf, priceLimits, steepDiscount } from './limits.ts';
import type { PricePlan, PriceQuestion } from './plan.ts';
import { roundHalfUp } from './rounding.ts';
import { splitOverLines } from './split.ts';

export {
  bandAmounts,
  type CompensationBand,
  type CompensationRow,
  compensationBand,
  compensationFaults,
  compensationOffer,
  exampleCompensation,
} from './compensation.ts';
export { type DiscountReading, readDiscount, type Share } from './discount.ts';
export {
  type Expression,
  nameWords,
  type PriceName,
  printExpression,
  type Rounding,
  roundings,
} from './expression.ts';
export { floorsOf } from './floors.ts';
export { type FormulaResult, type FormulaValues, roundOff, workExpression, workFormula } from './formulas.ts';
export { type PriceLimit, type PricePlatform, priceLimitOf, priceLimits } from './limits.ts';
export type { PriceAsk, PriceFloor, PriceMode, PricePlan, PriceQuestion } from './plan.ts';
export { type DeltaQuestion, planDelta } from './plan-delta.ts';
export { type ExpressionReading, longestExpression, readExpression } from './read-expression.ts';
export type { NamedFormula, ShopPricing } from './shop-pricing.ts';
export { type PriceLine, splitOverLines } from './split.ts';

/**
 * Works out a price change and checks it against the platform's published limits and the shop's floor
 * (rules.md §4). It never confirms anything: the agent reads the plan and presses the platform's own button.
 */
export function planPrice(question: PriceQuestion): PricePlan {
  const blocks: LocalText[] = [];
  const warnings: LocalText[] = [];
  const limit = priceLimitOf(question.platform, question.limits ?? priceLimits);
  checkStatus(question.status, limit, blocks, warnings);

  const price = newPrice(question, blocks);
  const freight = newFreight(question, limit, blocks, warnings);
  if (price === undefined || freight === 'unreadable') return { ok: false, blocks, confirms: [], warnings };

  const delta = price - question.current;
  const payable = freight !== undefined ? price + freight : question.mode === 'total' ? price : undefined;
  checkLimit(question, limit, { price, delta, payable }, blocks, warnings);
  if (price >= 0) checkChange(question, { delta, freight }, warnings);
  const isChange = delta !== 0 || freight !== question.freight;
  const confirms = price >= 0 && isChange ? checkFloors(question, price) : [];
  const lineInputs = inputsFor(question, limit, price, delta, blocks, confirms);
  const ok = blocks.length === 0 && (confirms.length === 0 || question.accepted === true);

  const plan: PricePlan = { ok, price, delta, blocks, confirms, warnings };
  if (freight !== undefined) plan.freight = freight;
  if (payable !== undefined) plan.payable = payable;
  if (question.cost !== undefined) plan.margin = price - question.cost;
  if (plan.ok && lineInputs) plan.lineInputs = lineInputs;
  return plan;
}

function newPrice(question: PriceQuestion, blocks: LocalText[]): number | undefined {
  const { request } = question;
  if (request.value.trim() === '') {
    blocks.push(say('请先填价格', 'Enter a price first'));
    return undefined;
  }
  if (request.way === 'round') {
    return request.value === '' ? undefined : roundOff(question.current, request.value);
  }
  const { way, value } = request;
  if (way === 'percent') {
    const reading = readDiscount(value, question.current);
    if ('unclear' in reading) {
      blocks.push(reading.unclear);
      return undefined;
    }
    return roundHalfUp(question.current, reading.share.numerator, reading.share.denominator);
  }
  const amount = readMoney(value);
  if (amount === undefined) {
    blocks.push(unreadable(value));
    return undefined;
  }
  if (way === 'target') return amount;
  if (/[+＋]/.test(value)) {
    blocks.push(
      say(
        `「${value}」看不出是减还是加，请直接填减多少`,
        `"${value}" may mean more or less; enter how much to take off`,
      ),
    );
    return undefined;
  }
  // Taobao writes a discount as −5.00, agents also write 5: both take 5 off.
  return question.current - Math.abs(amount);
}

interface Outcome {
  price: number;
  delta: number;
  payable: number | undefined;
}

function checkLimit(
  question: PriceQuestion,
  limit: PriceLimit,
  { price, delta, payable }: Outcome,
  blocks: LocalText[],
  warnings: LocalText[],
): void {
  if (price < 0 || (payable !== undefined && payable < 0)) {
    blocks.push(say('改完金额会变成负数', 'The amount would become negative'));
    return;
  }
  if (limit.goods === 'fixed' && delta !== 0) {
    blocks.push(
      say(
        '天猫商品价不能改，可以发优惠券、拍差价链接，或改邮费',
        'Tmall goods prices cannot be changed; offer a coupon, a price-difference link, or change the postage',
      ),
    );
  }
  if (limit.goods === 'down' && delta > 0) {
    blocks.push(say('这个平台只能往低改', 'This platform only allows lowering the price'));
  }
  if (limit.leastGoods !== undefined && price < limit.leastGoods) {
    blocks.push(
      say(
        `商品金额不能低于 ${formatFen(limit.leastGoods)} 元`,
        `The goods cannot cost less than ¥${formatFen(limit.leastGoods)}`,
      ),
    );
  } else if (payable === 0) {
    const zero = say('改完买家付 0 元', 'The buyer would pay ¥0');
    (limit.refusesZero ? blocks : warnings).push(zero);
  }
  const used = question.changesUsed;
  if (limit.mostChanges !== undefined && used !== undefined && used >= limit.mostChanges) {
    blocks.push(
      say(
        `已改 ${used} 次，平台最多 ${limit.mostChanges} 次`,
        `Changed ${used} times already; the platform allows ${limit.mostChanges}`,
      ),
    );
  }
  if (limit.goods === 'unknown') {
    warnings.push(
      say(
        `${limit.note['zh-CN']}，以平台提示为准`,
        `${limit.note.en}; what the platform's own dialog says holds`,
      ),
    );
  }
  if (delta < 0 && limit.whenLowered) warnings.push(limit.whenLowered);
}

function checkChange(
  question: PriceQuestion,
  { delta, freight }: { delta: number; freight: number | undefined },
  warnings: LocalText[],
): void {
  if (-delta * 100 > question.current * steepDiscount.percent) {
    warnings.push(
      say(
        `降了超过 ${steepDiscount.percent}%，请再看一眼`,
        `More than ${steepDiscount.percent} % off; look again`,
      ),
    );
  }
  if (delta === 0 && freight === question.freight) {
    warnings.push(say('价格没有变化', 'The price does not change'));
  }
}

function inputsFor(
  question: PriceQuestion,
  limit: PriceLimit,
  price: number,
  delta: number,
  blocks: LocalText[],
  confirms: LocalText[],
): number[] | undefined {
  if (price < 0) return undefined;
  if (question.mode === 'total') return [price];
  const lines = question.lines ?? [{ amount: question.current }];
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  if (sum !== question.current) {
    blocks.push(
      say(
        `各商品加起来是 ${formatFen(sum)} 元，和总价 ${formatFen(question.current)} 元对不上`,
        `The lines add up to ¥${formatFen(sum)}, not to the total of ¥${formatFen(question.current)}`,
      ),
    );
    return undefined;
  }
  // A platform's least amount binds every line: 微信 changes each SKU by itself, 抖店 each sub-order.
  const least = limit.leastGoods ?? 0;
  const bare = lines.map(({ amount }) => ({ amount, floor: least }));
  const floored = lines.map((line) => ({ ...line, floor: Math.max(line.floor ?? 0, least) }));
  let amounts = splitOverLines(floored, delta);
  if (!amounts && splitOverLines(bare, delta)) {
    confirms.push(
      say('按这个价，有商品会低于它自己的底价', 'At this price some goods fall under their own floor'),
    );
    if (question.accepted) amounts = splitOverLines(bare, delta);
    else return undefined;
  }
  if (!amounts) {
    blocks.push(
      say('各商品都已到最低价，减不下这么多', 'Every line is at its floor; so much cannot be taken off'),
    );
    return undefined;
  }
  if (question.mode === 'line-total') return amounts;
  return amounts.map((amount, index) => amount - (lines[index]?.amount ?? 0));
}
