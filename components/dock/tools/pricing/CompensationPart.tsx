import { useState } from 'react';
import type { LocalText } from '../../../../rules/language/local-text.ts';
import { formatFen } from '../../../../rules/money/money.ts';
import type { Order } from '../../../../rules/orders/order.ts';
import { bandAmounts, compensationBand, compensationOffer } from '../../../../rules/price/index.ts';
import { pricingTexts } from '../../../i18n/pricing-texts.ts';
import { inLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Line } from '../../../ui/Marks.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { AmountField, typedFen } from '../../price/PriceSources.tsx';
import { orderName, ordersOf, type PartProps } from './part.ts';

const cases = ['usable', 'unusable', 'notContent'] as const;
const kinds = ['normal', 'flash'] as const;

const paidFor = ({ amount, freight = 0 }: Order): string =>
  amount === undefined || amount < freight ? '' : formatFen(amount - freight);

/** What may be offered for a quality complaint (mission.md B13): band, amounts, words, and the entry in the register. */
export function CompensationPart({ model, actions, pricing, orderKey }: PartProps) {
  const { language } = model;
  const t = useTexts(pricingTexts, language);
  const orders = ordersOf(model);
  const isFlash = (order: Order | undefined): boolean =>
    order?.lines.some(({ title = '' }) => pricing.flashWords.some((word) => title.includes(word))) ?? false;
  const start = orders.find(({ key }) => key === orderKey);
  const [key, setKey] = useState(start?.key ?? '');
  const [kind, setKind] = useState<(typeof kinds)[number]>(isFlash(start) ? 'flash' : 'normal');
  const [paid, setPaid] = useState(start ? paidFor(start) : '');
  const [how, setHow] = useState<(typeof cases)[number]>('usable');
  const [chosen, setChosen] = useState<number>();
  const [told, setTold] = useState<LocalText | 'written' | 'known'>();
  const order = orders.find((one) => one.key === key);

  const amount = typedFen(paid);
  const band = compensationBand(
    {
      flashSale: kind === 'flash',
      ...(amount !== undefined && { amount }),
      ...(how === 'unusable' && { unusable: true }),
      ...(how === 'notContent' && { notContent: true }),
    },
    pricing.compensation,
  );
  const amounts = band.next === 'compensate' ? bandAmounts(band) : [];
  const offered = chosen !== undefined && amounts.includes(chosen) ? chosen : undefined;

  const anew = (): void => {
    setChosen(undefined);
    setTold(undefined);
  };
  const choose = (next: string): void => {
    const found = orders.find((one) => one.key === next);
    setKey(next);
    setKind(isFlash(found) ? 'flash' : 'normal');
    setPaid(found ? paidFor(found) : '');
    anew();
  };
  const register = async (fen: number): Promise<void> => {
    const came = await actions.registers.write({
      kind: 'quality',
      platform: order?.platform ?? pricing.platform,
      goods: (order?.lines ?? []).slice(0, 50).map(({ title, sku, code, quantity }) => ({
        ...(title !== undefined && { title }),
        ...(sku !== undefined && { sku }),
        ...(code !== undefined && { code }),
        ...(quantity !== undefined && { quantity }),
      })),
      issue: '质量问题',
      solution: `补偿 ${formatFen(fen)} 元`,
      amount: fen,
      ...(order?.orderId !== undefined && { orderId: order.orderId }),
      ...(order?.buyer !== undefined && { buyer: order.buyer }),
    });
    setTold(came);
  };
  const words = (label: string, text: string) => (
    <div className="sb-pricing-words">
      <p className="sb-hint">{label}</p>
      <blockquote>{text}</blockquote>
      <p className="sb-pricing-row">
        {model.hasEditor && (
          <Button icon="fill" keepFocus onPress={() => actions.insertText(text)}>
            {t.insert}
          </Button>
        )}
        <Button icon="copy" keepFocus onPress={() => actions.copy(text)}>
          {t.copy}
        </Button>
      </p>
    </div>
  );

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
      <Segments
        label={t.goodsKind}
        options={kinds.map((id) => ({ id, label: t.kinds[id] }))}
        chosen={kind}
        onChoose={(id) => {
          setKind(id);
          anew();
        }}
      />
      <AmountField
        label={t.paid}
        value={paid}
        language={language}
        onChange={(value) => {
          setPaid(value);
          anew();
        }}
      />
      <Segments
        label={t.case}
        options={cases.map((id) => ({ id, label: t.cases[id] }))}
        chosen={how}
        onChoose={(id) => {
          setHow(id);
          anew();
        }}
      />
      <Line tone={band.next === 'compensate' ? 'accent' : 'warn'}>{inLanguage(band.says, language)}</Line>
      {'phrase' in band && words(t.phrase, band.phrase)}
      {amounts.length > 0 && (
        <fieldset className="sb-price-choices">
          <legend className="sb-unseen">{t.amounts}</legend>
          {amounts.map((fen) => (
            <Button
              key={fen}
              kind={fen === offered ? 'primary' : 'plain'}
              data={{ 'data-amount': String(fen) }}
              onPress={() => {
                setChosen(fen);
                setTold(undefined);
              }}
            >
              ¥{formatFen(fen).replace(/\.00$/, '')}
            </Button>
          ))}
        </fieldset>
      )}
      {offered !== undefined && (
        <>
          {words(t.offer, compensationOffer(offered))}
          {told === undefined ? (
            <p className="sb-pricing-row">
              <Button icon="plus" onPress={() => void register(offered)}>
                {t.register}
              </Button>
            </p>
          ) : (
            <Line tone={typeof told === 'string' ? 'accent' : 'warn'}>
              {told === 'written'
                ? t.registered
                : told === 'known'
                  ? t.knownEntry
                  : inLanguage(told, language)}
            </Line>
          )}
        </>
      )}
    </>
  );
}
