import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { formatFen } from '../../rules/money/money.ts';
import { sumsOf } from '../../rules/price/goods-price.ts';
import { floorsOf } from '../../rules/price/index.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { pricingTexts } from '../i18n/pricing-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { useMinute } from '../ui/clock.tsx';
import { Field } from '../ui/Field.tsx';
import { imeOwns } from '../ui/ime.ts';
import { Line } from '../ui/Marks.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions, DockModel, PricePreview, PriceRequest, PriceView } from './model.ts';
import { CopyNumbers } from './price/CopyNumbers.tsx';
import { PlanSums } from './price/PlanSums.tsx';
import { AmountField, FormulaPrices, ListPrices, typedFen } from './price/PriceSources.tsx';
import { goodsInHand, usePriceFacts } from './price/use-price-facts.ts';
import type { PriceKnown } from './price-model.ts';

const ways = ['target', 'minus', 'percent', 'round'] as const;
const rounds = ['yuan', 'five', 'nine'] as const;

/** What the agent types; what is known of the goods is added when it is asked. */
type Typed = Omit<PriceRequest, 'known'>;

const sameRequest = (a: PriceRequest, b: PriceRequest): boolean =>
  (['way', 'value', 'freight', 'accepted', 'known'] as const).every(
    (field) => JSON.stringify(a[field] ?? '') === JSON.stringify(b[field] ?? ''),
  );

/** With the optional text changed, or without it where it is empty. */
function withText(request: Typed, field: 'freight' | 'reason', text: string): Typed {
  const { [field]: _, accepted: __, ...rest } = request;
  return text === '' ? rest : { ...rest, [field]: text };
}

/**
 * The price card (B10): says what will be typed into the dialog before it is typed. It fills the inputs and never
 * presses 确定修改, and says so. Prices of the live list and of the shop's formulas are one click away.
 */
export function PriceSection({
  price,
  model,
  language,
  actions,
}: {
  price: PriceView;
  model: DockModel;
  language: Language;
  actions: DockActions;
}) {
  const t = useTexts(dockTexts, language);
  const tp = useTexts(pricingTexts, language);
  const guard = useGuard();
  const now = useMinute();
  const [typedRequest, setRequest] = useState<Typed>(() => begun(price.preview?.request));
  const [typedCost, setCost] = useState<string>();
  const { pricing } = model;

  const goods = goodsInHand(model, price.orderId);
  const order =
    price.orderId === undefined ? undefined : { platform: price.platform, orderId: price.orderId };
  const facts = usePriceFacts(actions, goods, order);
  const sums = sumsOf(goods, facts?.items ?? []);
  const cost = typedCost === undefined ? sums.cost : typedFen(typedCost);
  const floors = pricing ? floorsOf(pricing, { cost, cards: sums.floor }) : [];
  const known: PriceKnown = {
    ...(cost !== undefined && { cost }),
    ...(floors.length > 0 && { floors }),
    ...(facts?.changesUsed !== undefined && { changesUsed: facts.changesUsed }),
  };

  // Another dialog may take less than the one before it.
  const offered = price.ways ?? ways;
  const [fallback = 'target'] = offered;
  const typed = offered.includes(typedRequest.way) ? typedRequest : { ...typedRequest, way: fallback };
  const request: PriceRequest = Object.keys(known).length > 0 ? { ...typed, known } : typed;
  const isAsked = request.value.trim() !== '';
  const preview =
    isAsked && price.preview && sameRequest(price.preview.request, request) ? price.preview : undefined;
  const planned = preview !== undefined && (preview.newPrice ?? preview.delta) !== undefined;
  const open = preview !== undefined && preview.confirms.length > 0 && !request.accepted;
  const ready = planned && preview.blocks.length === 0 && !open;
  // Also when what is known of the goods comes or changes after the price was asked for.
  const asking = JSON.stringify(request);
  const isAnswered = preview !== undefined;
  useEffect(() => {
    const next = JSON.parse(asking) as PriceRequest;
    if (!isAnswered && next.value.trim() !== '') actions.previewPrice(next);
  }, [asking, isAnswered, actions]);

  /** Another number needs its own word for what lies under a floor, and comes from elsewhere. */
  const ask = (way: Typed['way'], value: string, source?: string): void => {
    const { accepted: _, source: __, ...rest } = typed;
    setRequest({ ...rest, way, value, ...(source !== undefined && { source }) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || imeOwns(event) || !ready) return;
    event.preventDefault();
    actions.fillPrice(request);
  };
  const take = (fen: number, source: string): void => ask('target', formatFen(fen), source);
  const canTake = offered.includes('target');
  const cardNames = (facts?.items ?? []).flatMap(({ card }) => card ?? []).join('、');

  return (
    <div className="sb-price sb-scroll">
      <p className="sb-price-now">
        <span>{t.current}</span>
        <b>{price.current === undefined ? t.unread : `¥${formatFen(price.current)}`}</b>
      </p>
      {price.orderId !== undefined && (
        <p className="sb-hint">
          {tp.order(price.orderId)}
          {(facts?.changesUsed ?? 0) > 0 && ` · ${tp.changesUsed(facts?.changesUsed ?? 0)}`}
        </p>
      )}
      {canTake && <ListPrices facts={facts} sum={sums.list} language={language} now={now} onTake={take} />}
      <Segments
        label={t.way}
        options={offered.map((way) => ({ id: way, label: tp.ways[way] }))}
        chosen={request.way}
        onChoose={(way) => ask(way, way === 'round' ? 'yuan' : typed.way === 'round' ? '' : typed.value)}
      />
      {request.way === 'round' ? (
        <Segments
          label={tp.value.round}
          options={rounds.map((id) => ({ id, label: tp.rounds[id] }))}
          chosen={rounds.find((id) => id === request.value) ?? 'yuan'}
          onChoose={(how) => ask('round', how)}
        />
      ) : null}
      <div className="sb-price-inputs">
        {request.way !== 'round' && (
          <Field label={tp.value[request.way]} hint={request.way === 'percent' ? t.percentHint : undefined}>
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                value={request.value}
                onChange={(event) => ask(request.way, event.target.value)}
                onKeyDown={guard(onKeyDown)}
              />
            )}
          </Field>
        )}
        {price.hasFreight && (
          <Field label={t.freight} hint={t.freightHint}>
            {(control) => (
              <span className="sb-price-freight">
                <input
                  {...control}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  value={request.freight ?? ''}
                  onChange={(event) => setRequest(withText(typed, 'freight', event.target.value))}
                  onKeyDown={guard(onKeyDown)}
                />
                <Button keepFocus onPress={() => setRequest(withText(typed, 'freight', '免运费'))}>
                  {tp.freeFreight}
                </Button>
              </span>
            )}
          </Field>
        )}
      </div>
      {preview ? <Preview preview={preview} language={language} /> : <p className="sb-hint">{t.typeValue}</p>}
      {open && preview && preview.blocks.length === 0 && (
        <Button kind="danger" onPress={() => setRequest({ ...typed, accepted: true })}>
          {tp.confirmAnyway}
        </Button>
      )}
      <Button kind="primary" icon="fill" disabled={!ready} onPress={() => actions.fillPrice(request)}>
        {t.fillPrice}
      </Button>
      {preview?.filled === false && preview.inputs && (
        <CopyNumbers
          amounts={preview.inputs.map((fen, at) => ({ name: tp.piece(at + 1), fen }))}
          way={tp.ways[request.way]}
          language={language}
          actions={actions}
        />
      )}
      <p className="sb-hint">{t.neverConfirms}</p>
      {canTake && pricing && (
        <details className="sb-price-more" open={cost !== undefined || undefined}>
          <summary>{tp.formula}</summary>
          <AmountField
            label={tp.cost}
            hint={sums.cost !== undefined && cardNames !== '' ? tp.costOf(cardNames) : undefined}
            value={typedCost ?? (sums.cost === undefined ? '' : formatFen(sums.cost))}
            language={language}
            onChange={setCost}
          />
          <FormulaPrices
            pricing={pricing}
            values={{
              ...(cost !== undefined && { cost }),
              ...(price.current !== undefined && { price: price.current }),
            }}
            language={language}
            onTake={take}
            takeLabel={tp.use}
          />
        </details>
      )}
      <Field label={tp.reason}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            maxLength={200}
            value={request.reason ?? ''}
            onChange={(event) => {
              const { reason: _, ...rest } = typed;
              const reason = event.target.value;
              setRequest(reason === '' ? rest : { ...rest, reason });
            }}
          />
        )}
      </Field>
      <p className="sb-hint">
        {tp.rule}：{inLanguage(price.rule, language)}
      </p>
    </div>
  );
}

/** A preview made before the section was drawn anew: what was typed then stands in the fields again. */
function begun(request: PriceRequest | undefined): Typed {
  if (!request) return { way: 'target', value: '' };
  const { known: _, ...typed } = request;
  return typed;
}

function Preview({ preview, language }: { preview: PricePreview; language: Language }) {
  const t = useTexts(dockTexts, language);
  return (
    <div aria-live="polite" className="sb-preview">
      <PlanSums
        plan={{ ...preview, ...(preview.newPrice !== undefined && { price: preview.newPrice }) }}
        language={language}
      />
      {preview.filled && (
        <Line tone="accent" icon="check">
          {t.filled}
        </Line>
      )}
    </div>
  );
}
