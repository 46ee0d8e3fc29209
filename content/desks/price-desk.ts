import type { PricePreview, PriceRequest, PriceView } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { formatFen, readMoney } from '../../rules/money/money.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { Platform } from '../../rules/platform.ts';
import { type PricePlan, planDelta, planPrice } from '../../rules/price/index.ts';
import { fillField } from '../compose/fill-field.ts';
import type { PriceFact } from '../site-map/facts.ts';

const shown = (input: Element | undefined): string =>
  input instanceof HTMLInputElement ? input.value || input.placeholder : '';

/** A dialog for changes whose price cannot be read takes "so much less" and nothing else. */
const takesDeltaOnly = (fact: PriceFact): boolean => fact.mode === 'line-delta' && fact.current === undefined;

export const priceView = (fact: PriceFact, preview: PricePreview | undefined): PriceView => ({
  ...(fact.current !== undefined && { current: fact.current }),
  ...(takesDeltaOnly(fact) && { ways: ['minus'] as const }),
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
  const plan = planOf(fact, request, platform, pack);
  return {
    request,
    ...(plan.price !== undefined && { newPrice: plan.price }),
    ...(plan.freight !== undefined && { freight: plan.freight }),
    ...(plan.payable !== undefined && { payable: plan.payable }),
    ...(plan.delta !== undefined && { delta: plan.delta }),
    ...(plan.lineInputs && { inputs: plan.lineInputs }),
    blocks: plan.blocks,
    warnings: plan.warnings,
  };
}

function planOf(fact: PriceFact, request: PriceRequest, platform: Platform, pack: ShopPack): PricePlan {
  const { current, mode, inputs } = fact;
  const freight = readMoney(shown(inputs.freight));
  const question = { platform, request, ...(freight !== undefined && { freight }) };
  if (current === undefined) {
    if (mode === 'line-delta') return planDelta({ ...question, fields: inputs.price.length });
    const unread = say(
      '弹窗里没读到当前价格，不能代填',
      'The dialog shows no current price; nothing is filled',
    );
    return { ok: false, blocks: [unread], confirms: [], warnings: [] };
  }
  const plan = planPrice({ ...question, mode, current, shop: { price: pack.price } });
  // No map tells what each line costs: one total cannot be spread over several fields.
  if (mode !== 'total' && inputs.price.length > 1 && plan.ok) {
    const { lineInputs: _, ...rest } = plan;
    const split = say(
      `弹窗里有 ${inputs.price.length} 个价格框，没读到各自的价格，请手动分摊`,
      `The dialog has ${inputs.price.length} price fields whose prices were not read; please split it by hand`,
    );
    return { ...rest, ok: false, blocks: [...plan.blocks, split] };
  }
  return plan;
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
  if (preview.blocks.length > 0 || !preview.inputs) return preview;
  const wanted: [Element | undefined, number | undefined][] = [
    ...preview.inputs.map((fen, i): [Element | undefined, number] => [fact.inputs.price[i], fen]),
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
