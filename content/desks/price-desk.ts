import type { PricePreview, PriceRequest, PriceView } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { formatFen, readMoney } from '../../rules/money/money.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { Platform } from '../../rules/platform.ts';
import { planPrice } from '../../rules/price/index.ts';
import { fillField } from '../compose/fill-field.ts';
import type { PriceFact } from '../site-map/facts.ts';

const shown = (input: Element | undefined): string =>
  input instanceof HTMLInputElement ? input.value || input.placeholder : '';

export const priceView = (fact: PriceFact, preview: PricePreview | undefined): PriceView => ({
  ...(fact.current !== undefined && { current: fact.current }),
  hasFreight: fact.inputs.freight !== undefined,
  ...(preview && { preview }),
});

/** Works the request out against what the dialog shows at this moment; presses nothing, fills nothing. */
export function previewPrice(
  fact: PriceFact,
  request: PriceRequest,
  platform: Platform,
  pack: ShopPack,
): PricePreview {
  const { current } = fact;
  if (current === undefined) {
    return {
      request,
      blocks: [say('弹窗里没读到当前价格，不能代填', 'The dialog shows no current price; nothing is filled')],
      warnings: [],
    };
  }
  const freight = readMoney(shown(fact.inputs.freight));
  const plan = planPrice({
    platform,
    mode: fact.mode,
    current,
    ...(freight !== undefined && { freight }),
    request,
    shop: { price: pack.price },
  });
  return {
    request,
    ...(plan.price !== undefined && { newPrice: plan.price }),
    ...(plan.freight !== undefined && { freight: plan.freight }),
    ...(plan.payable !== undefined && { payable: plan.payable }),
    ...(plan.delta !== undefined && { delta: plan.delta }),
    blocks: plan.blocks,
    warnings: plan.warnings,
  };
}

/**
 * Types the worked-out amounts into the dialog's inputs and reads them back. `confirm` is never touched: the agent
 * looks at the dialog and presses it (mission.md B10).
 */
export async function fillPrice(
  fact: PriceFact,
  preview: PricePreview,
  signal: AbortSignal,
): Promise<PricePreview> {
  if (preview.blocks.length > 0 || preview.newPrice === undefined) return preview;
  const wanted: [Element | undefined, number | undefined][] = [
    [fact.inputs.price[0], preview.newPrice],
    [fact.inputs.freight, preview.request.freight ? preview.freight : undefined],
  ];
  for (const [input, fen] of wanted) {
    if (!input || fen === undefined) continue;
    const outcome = await fillField(input, formatFen(fen), { signal });
    if (outcome.result !== 'ok' || readMoney(shown(input)) !== fen) {
      return {
        ...preview,
        filled: false,
        blocks: [
          say(
            `没能填进去，请手动输入 ${formatFen(fen)}`,
            `The field did not take it; please type ${formatFen(fen)} by hand`,
          ),
        ],
      };
    }
  }
  return { ...preview, filled: true };
}
