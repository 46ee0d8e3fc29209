import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import { workFormula } from './formulas.ts';
import type { PriceFloor, PriceQuestion } from './plan.ts';
import { roundHalfUp } from './rounding.ts';
import type { ShopPricing } from './shop-pricing.ts';

/**
 * The floors that follow from what the goods cost and from their cards.
 * @param known fen; what is not known gives no floor
 */
export function floorsOf(
  pricing: Pick<ShopPricing, 'formulas' | 'floorFormula'>,
  known: { cost?: number | undefined; cards?: number | undefined },
): PriceFloor[] {
  const floors: PriceFloor[] = [];
  if (known.cards !== undefined) floors.push({ amount: known.cards, why: 'card' });
  const formula = pricing.formulas.find(({ id }) => id === pricing.floorFormula);
  if (formula && known.cost !== undefined) {
    const worked = workFormula(formula, { cost: known.cost });
    if (worked.ok) floors.push({ amount: worked.price, why: 'formula', name: formula.name });
  }
  return floors;
}

/** What an agent must agree to before goods go for `price` (fen): one line per floor that lies above it. */
export function checkFloors(question: PriceQuestion, price: number): LocalText[] {
  const { floor, floorPercent } = question.shop.price;
  const share = floorPercent === undefined ? 0 : roundHalfUp(question.current, floorPercent, 100);
  const floors: PriceFloor[] = [
    { amount: Math.max(floor ?? 0, share), why: 'shop' },
    ...(question.floors ?? []),
    ...(question.cost === undefined ? [] : [{ amount: question.cost, why: 'cost' as const }]),
  ];
  return floors.filter(({ amount }) => price < amount).map(saysUnder);
}

function saysUnder({ amount, why, name = '' }: PriceFloor): LocalText {
  const yuan = formatFen(amount);
  switch (why) {
    case 'shop':
      return say(`低于本店底价 ${yuan} 元`, `Below the shop's floor of ¥${yuan}`);
    case 'card':
      return say(`低于商品卡底价 ${yuan} 元`, `Below the floor of ¥${yuan} on the product cards`);
    case 'formula':
      return say(
        `低于公式「${name}」的底价 ${yuan} 元`,
        `Below ¥${yuan}, the floor by the formula "${name}"`,
      );
    case 'cost':
      return say(`低于成本 ${yuan} 元`, `Below the cost of ¥${yuan}`);
  }
}
