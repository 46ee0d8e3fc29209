import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import type { PricePlan } from '../../../rules/price/plan.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { pricingTexts } from '../../i18n/pricing-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Line } from '../../ui/Marks.tsx';

const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${formatFen(fen).replace('-', '−')}`;

/** What a price change comes to, what forbids it, what must be agreed to and what is worth a look. */
export function PlanSums({
  plan,
  language,
}: {
  plan: Pick<
    PricePlan,
    'price' | 'delta' | 'freight' | 'payable' | 'margin' | 'blocks' | 'confirms' | 'warnings'
  >;
  language: Language;
}) {
  const t = useTexts(dockTexts, language);
  const tp = useTexts(pricingTexts, language);
  const { price, delta, freight, payable, margin } = plan;
  const rows: [string, string][] = [];
  if (price !== undefined) rows.push([t.newPrice, `¥${formatFen(price)}`]);
  if (delta !== undefined) rows.push([t.delta, signed(delta)]);
  if (freight !== undefined) rows.push([t.freight, `¥${formatFen(freight)}`]);
  if (payable !== undefined) rows.push([t.payable, `¥${formatFen(payable)}`]);
  if (margin !== undefined) rows.push([tp.margin, signed(margin)]);
  return (
    <>
      {rows.length > 0 && (
        <dl className="sb-sums">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {[...plan.blocks, ...plan.confirms].map((text) => (
        <Line key={text.en} tone="stop" icon="alert">
          {inLanguage(text, language)}
        </Line>
      ))}
      {plan.warnings.map((text) => (
        <Line key={text.en} tone="warn" icon="alert">
          {inLanguage(text, language)}
        </Line>
      ))}
    </>
  );
}
