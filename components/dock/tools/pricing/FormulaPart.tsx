import { useState } from 'react';
import { formatFen } from '../../../../rules/money/money.ts';
import { sumsOf } from '../../../../rules/price/goods-price.ts';
import {
  type NamedFormula,
  nameWords,
  type PriceName,
  readExpression,
} from '../../../../rules/price/index.ts';
import { usedNames } from '../../../../rules/price/used-names.ts';
import { pricingTexts } from '../../../i18n/pricing-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { CopyNumbers, type NamedAmount } from '../../price/CopyNumbers.tsx';
import { AmountField, FormulaPrices, typedFen } from '../../price/PriceSources.tsx';
import { goodsInHand, usePriceFacts } from '../../price/use-price-facts.ts';
import { ordersOf, type PartProps } from './part.ts';

/** The names the shop's formulas use; the cost always. */
function asked(formulas: readonly NamedFormula[]): PriceName[] {
  const names = new Set<PriceName>(['cost']);
  for (const { expression } of formulas) {
    const reading = readExpression(expression);
    if (reading.ok) for (const name of usedNames(reading.expression)) names.add(name);
  }
  return [...names];
}

/** From cost to price by each of the shop's formulas, the arithmetic shown (mission.md B11). */
export function FormulaPart({ model, actions, pricing, orderKey }: PartProps) {
  const { language } = model;
  const t = useTexts(pricingTexts, language);
  const order = ordersOf(model).find(({ key }) => key === orderKey);
  const goods = goodsInHand(model, order?.orderId);
  const facts = usePriceFacts(actions, goods, undefined);
  const card = sumsOf(goods, facts?.items ?? []).cost;
  const names = (facts?.items ?? []).flatMap((item) => item.card ?? []).join('、');
  const [typed, setTyped] = useState<Partial<Record<PriceName, string>>>({});
  const [taken, setTaken] = useState<NamedAmount & { way: string }>();
  const text = (name: PriceName): string =>
    typed[name] ?? (name === 'cost' && card !== undefined ? formatFen(card) : '');
  const fields = asked(pricing.formulas);
  const values: Partial<Record<PriceName, number>> = {};
  for (const name of fields) {
    const fen = typedFen(text(name));
    if (fen !== undefined) values[name] = fen;
  }
  return (
    <>
      <div className="sb-price-inputs">
        {fields.map((name) => (
          <AmountField
            key={name}
            label={name === 'cost' ? t.cost : `${nameWords[name]}（元）`}
            hint={name === 'cost' && typed.cost === undefined && names !== '' ? t.costOf(names) : undefined}
            value={text(name)}
            language={language}
            onChange={(value) => {
              setTyped({ ...typed, [name]: value });
              setTaken(undefined);
            }}
          />
        ))}
      </div>
      {values.cost !== undefined && (
        <FormulaPrices
          pricing={pricing}
          values={values}
          language={language}
          onTake={(fen, way) => setTaken({ name: way.split(' ')[1] ?? '', fen, way })}
          takeLabel={t.use}
        />
      )}
      {taken && (
        <CopyNumbers
          amounts={[{ name: taken.name, fen: taken.fen }]}
          way={taken.way}
          language={language}
          actions={actions}
        />
      )}
    </>
  );
}
