import { useState } from 'react';
import { formatFen } from '../../../../rules/money/money.ts';
import type { Order } from '../../../../rules/orders/order.ts';
import { sumsOf } from '../../../../rules/price/goods-price.ts';
import { floorsOf, type PriceAsk, planPrice, type Rounding } from '../../../../rules/price/index.ts';
import { dockTexts } from '../../../i18n/dock-texts.ts';
import { pricingTexts } from '../../../i18n/pricing-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { CopyNumbers } from '../../price/CopyNumbers.tsx';
import { PlanSums } from '../../price/PlanSums.tsx';
import { AmountField, typedFen } from '../../price/PriceSources.tsx';
import { goodsInHand, usePriceFacts } from '../../price/use-price-facts.ts';
import { orderName, ordersOf, type PartProps } from './part.ts';

const ways = ['target', 'minus', 'percent', 'round'] as const;
const rounds = ['yuan', 'five', 'nine'] as const;
const modes = ['line-total', 'line-delta'] as const;
/** Lines somebody changes by hand, one by one. */
const mostLines = 30;

interface Goods {
  name?: string;
  amount: string;
}

/** The lines of an order with what the page shows they cost. */
function goodsOf(order: Order): Goods[] {
  const lines = order.lines.map(({ title, price, quantity = 1 }) => ({
    ...(title !== undefined && { name: title }),
    amount: price === undefined ? '' : formatFen(price * quantity),
  }));
  if (lines.length > 0) return lines.slice(0, mostLines);
  const goods = order.amount === undefined ? undefined : order.amount - (order.freight ?? 0);
  return [{ amount: goods === undefined ? '' : formatFen(goods) }];
}

/** A discount or a new price over goods typed or taken from an order, split exactly; numbers to put in one by one. */
export function ChangePart({ model, actions, pricing, orderKey }: PartProps) {
  const { language } = model;
  const t = useTexts(pricingTexts, language);
  const td = useTexts(dockTexts, language);
  const orders = ordersOf(model);
  const [key, setKey] = useState(orderKey ?? '');
  const order = orders.find((one) => one.key === key);
  const [goods, setGoods] = useState<Goods[]>(() => (order ? goodsOf(order) : [{ amount: '' }]));
  const [freight, setFreight] = useState(order?.freight === undefined ? '' : formatFen(order.freight));
  const [request, setRequest] = useState<PriceAsk>({ way: 'minus', value: '' });
  const [newFreight, setNewFreight] = useState('');
  const [mode, setMode] = useState<(typeof modes)[number]>('line-total');
  const [accepted, setAccepted] = useState(false);

  const inHand = goodsInHand(model, order?.orderId);
  const facts = usePriceFacts(
    actions,
    order ? inHand : [],
    order?.orderId === undefined ? undefined : { platform: order.platform, orderId: order.orderId },
  );
  const known = order ? sumsOf(inHand, facts?.items ?? []) : {};

  const choose = (next: string): void => {
    const found = orders.find((one) => one.key === next);
    setKey(next);
    setGoods(found ? goodsOf(found) : [{ amount: '' }]);
    setFreight(found?.freight === undefined ? '' : formatFen(found.freight));
    setNewFreight('');
    setAccepted(false);
  };
  const ask = (next: PriceAsk): void => {
    setRequest(next);
    setAccepted(false);
  };
  const amounts = goods.map(({ amount }) => typedFen(amount));
  const isRead = amounts.length > 0 && amounts.every((fen) => fen !== undefined);
  const lines = (amounts as number[]).map((amount) => ({ amount }));
  const current = isRead ? lines.reduce((sum, { amount }) => sum + amount, 0) : 0;
  const post = typedFen(freight);
  const plan =
    isRead && request.value !== ''
      ? planPrice({
          platform: order?.platform ?? pricing.platform,
          mode,
          current,
          lines,
          request: newFreight.trim() === '' ? request : { ...request, freight: newFreight },
          shop: { price: pricing.floors },
          floors: floorsOf(pricing, { cost: known.cost, cards: known.floor }),
          ...(order?.status !== undefined && { status: order.status }),
          ...(post !== undefined && { freight: post }),
          ...(known.cost !== undefined && { cost: known.cost }),
          ...(facts?.changesUsed !== undefined && { changesUsed: facts.changesUsed }),
          ...(accepted && { accepted }),
        })
      : undefined;

  return (
    <>
      {orders.length > 0 && (
        <Field label={t.takeOrder}>
          {(control) => (
            <select {...control} value={key} onChange={(event) => choose(event.target.value)}>
              <option value="">{t.noOrder}</option>
              {orders.map((one) => (
                <option key={one.key} value={one.key}>
                  {orderName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {goods.map(({ name, amount }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else that tells them apart
        <div className="sb-pricing-line" key={at}>
          <AmountField
            label={name ?? t.goods(at + 1)}
            value={amount}
            language={language}
            onChange={(value) => {
              setGoods(goods.map((one, place) => (place === at ? { ...one, amount: value } : one)));
              setAccepted(false);
            }}
          />
          {goods.length > 1 && (
            <IconButton
              icon="close"
              label={t.removeGoods(at + 1)}
              onPress={() => setGoods(goods.filter((_, place) => place !== at))}
            />
          )}
        </div>
      ))}
      <div className="sb-pricing-row">
        <Button
          icon="plus"
          disabled={goods.length >= mostLines}
          onPress={() => setGoods([...goods, { amount: '' }])}
        >
          {t.addGoods}
        </Button>
        {isRead && goods.length > 1 && (
          <span className="sb-muted sb-figures">
            {t.goodsSum} ¥{formatFen(current)}
          </span>
        )}
      </div>
      <Segments
        label={td.way}
        options={ways.map((way) => ({ id: way, label: t.ways[way] }))}
        chosen={request.way}
        onChoose={(way) =>
          ask(
            way === 'round'
              ? { way, value: 'yuan' }
              : { way, value: request.way === 'round' ? '' : request.value },
          )
        }
      />
      {request.way === 'round' ? (
        <Segments
          label={t.value.round}
          options={rounds.map((id) => ({ id, label: t.rounds[id] }))}
          chosen={(request.value || 'yuan') as Exclude<Rounding, 'half-up'>}
          onChoose={(value) => ask({ way: 'round', value })}
        />
      ) : (
        <div className="sb-price-inputs">
          <Field label={t.value[request.way]} hint={request.way === 'percent' ? td.percentHint : undefined}>
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                value={request.value}
                onChange={(event) => ask({ way: request.way, value: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
      <div className="sb-price-inputs">
        <AmountField label={t.freightNow} value={freight} language={language} onChange={setFreight} />
        <Field label={t.freightThen}>
          {(control) => (
            <span className="sb-price-freight">
              <input
                {...control}
                type="text"
                autoComplete="off"
                value={newFreight}
                onChange={(event) => setNewFreight(event.target.value)}
              />
              <Button keepFocus onPress={() => setNewFreight('免运费')}>
                {t.freeFreight}
              </Button>
            </span>
          )}
        </Field>
      </div>
      {plan && (
        <div className="sb-preview" aria-live="polite">
          <PlanSums plan={plan} language={language} />
        </div>
      )}
      {plan && plan.confirms.length > 0 && plan.blocks.length === 0 && !accepted && (
        <Button kind="danger" onPress={() => setAccepted(true)}>
          {t.confirmAnyway}
        </Button>
      )}
      {plan?.lineInputs && (
        <>
          <Segments
            label={t.asksLabel}
            options={modes.map((id) => ({ id, label: t.asks[id] }))}
            chosen={mode}
            onChoose={setMode}
          />
          <CopyNumbers
            amounts={[
              ...plan.lineInputs.map((fen, at) => ({ name: goods[at]?.name ?? t.piece(at + 1), fen })),
              ...(newFreight.trim() !== '' && plan.freight !== undefined
                ? [{ name: td.freight, fen: plan.freight }]
                : []),
            ]}
            way={t.ways[request.way]}
            language={language}
            actions={actions}
          />
        </>
      )}
    </>
  );
}
