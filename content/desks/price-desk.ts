import type { PricePreview, PriceRequest, PriceView } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { formatFen, readMoney } from '../../rules/money/money.ts';
import type { Order } from '../../rules/orders/order.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { Platform } from '../../rules/platform.ts';
import {
  type PriceAsk,
  type PricePlan,
  planDelta,
  planPrice,
  priceLimitOf,
  roundings,
} from '../../rules/price/index.ts';
import { fillField } from '../compose/fill-field.ts';
import type { PriceFact } from '../site-map/facts.ts';
import { fieldAmounts } from './priced-order.ts';

const shown = (input: Element | undefined): string =>
  input instanceof HTMLInputElement ? input.value || input.placeholder : '';

/** The price dialog of a page, with the order it is for where the page tells. */
export interface OpenPrice {
  fact: PriceFact;
  platform: Platform;
  order?: Order | undefined;
}

/** Goods total before the change; fen. Where the dialog tells none, the lines of its order may. */
function currentOf({ fact, order }: Pick<OpenPrice, 'fact' | 'order'>): number | undefined {
  return fact.current ?? fieldAmounts(fact, order)?.reduce((sum, fen) => sum + fen, 0);
}

/** A dialog for changes whose price cannot be read takes "so much less" and nothing else. */
const takesDeltaOnly = (price: OpenPrice): boolean =>
  price.fact.mode === 'line-delta' && currentOf(price) === undefined;

export function priceView(price: OpenPrice, preview: PricePreview | undefined): PriceView {
  const { fact, platform, order } = price;
  const current = currentOf(price);
  const orderId = fact.orderId ?? order?.orderId;
  const { note, source, sourceDate, tag } = priceLimitOf(platform);
  const dated = sourceDate === 'undated' ? say('未注明日期', 'undated') : say(sourceDate, sourceDate);
  return {
    platform,
    ...(current !== undefined && { current }),
    ...(takesDeltaOnly(price) && { ways: ['minus'] as const }),
    hasFreight: fact.inputs.freight !== undefined,
    ...(orderId !== undefined && { orderId }),
    ...(fact.lineTitle !== undefined && { lineTitle: fact.lineTitle }),
    rule:
      tag === 'unknown'
        ? note
        : say(
            `${note['zh-CN']}（来源 ${source}，${dated['zh-CN']}，请以后台为准）`,
            `${note.en} (${source}, ${dated.en}; the platform's own word holds)`,
          ),
    ...(preview && { preview }),
  };
}

/** Works the request out against what the dialog shows at this moment; presses nothing, fills nothing. */
export function previewPrice(price: OpenPrice, request: PriceRequest, pack: ShopPack): PricePreview {
  const plan = planOf(price, request, pack);
  return {
    request,
    ...(plan.price !== undefined && { newPrice: plan.price }),
    ...(plan.freight !== undefined && { freight: plan.freight }),
    ...(plan.payable !== undefined && { payable: plan.payable }),
    ...(plan.delta !== undefined && { delta: plan.delta }),
    ...(plan.margin !== undefined && { margin: plan.margin }),
    ...(plan.lineInputs && { inputs: plan.lineInputs }),
    blocks: plan.blocks,
    confirms: plan.confirms,
    warnings: plan.warnings,
  };
}

/** The request as the rules take it. */
function askOf({ way, value, freight }: PriceRequest): PriceAsk {
  const post = freight === undefined ? {} : { freight };
  if (way !== 'round') return { way, value, ...post };
  return { way, value: roundings.find((one) => one === value) ?? '', ...post };
}

function planOf(price: OpenPrice, request: PriceRequest, pack: ShopPack): PricePlan {
  const { fact, platform, order } = price;
  const { mode, inputs } = fact;
  const freight = readMoney(shown(inputs.freight));
  const current = currentOf(price);
  const question = {
    platform,
    request: askOf(request),
    ...(freight !== undefined && { freight }),
    ...(order?.status !== undefined && { status: order.status }),
  };
  if (current === undefined) {
    if (mode === 'line-delta') return planDelta({ ...question, fields: inputs.price.length });
    const unread = say(
      '弹窗里没读到当前价格，不能代填',
      'The dialog shows no current price; nothing is filled',
    );
    return { ok: false, blocks: [unread], confirms: [], warnings: [] };
  }
  const amounts = fieldAmounts(fact, order);
  const { cost, floors, changesUsed } = request.known ?? {};
  const plan = planPrice({
    ...question,
    mode,
    current,
    shop: { price: pack.price },
    ...(mode !== 'total' && amounts && { lines: amounts.map((amount) => ({ amount })) }),
    ...(cost !== undefined && { cost }),
    ...(floors && { floors }),
    ...(changesUsed !== undefined && { changesUsed }),
    ...(request.accepted && { accepted: true }),
  });
  if (mode !== 'total' && inputs.price.length > 1 && !amounts) {
    const { lineInputs: _, ...rest } = plan;
    const split = say(
      `弹窗里有 ${inputs.price.length} 个价格框，没读到各自的价格，请到「算价补偿」里分摊好，再逐个填`,
      `The dialog has ${inputs.price.length} price fields whose prices were not read; split it in the price tool and put the numbers in one by one`,
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
