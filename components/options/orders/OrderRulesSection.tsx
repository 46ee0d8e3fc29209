import { optionsOrdersTexts } from '../../i18n/options-orders-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CutOffs } from '../CutOffs.tsx';
import type { SectionProps } from '../model.ts';
import { ShippingCard } from './ShippingCard.tsx';
import { UrgingCard } from './UrgingCard.tsx';

/** The shop's habits with orders that are not about couriers or prices. */
export function OrderRulesSection(props: SectionProps) {
  const t = useTexts(optionsOrdersTexts, props.model.language);
  return (
    <>
      <h2>{t.cutOffs}</h2>
      <CutOffs {...props} />
      <h2>{t.shipping}</h2>
      <ShippingCard {...props} />
      <h2>{t.urging}</h2>
      <UrgingCard {...props} />
    </>
  );
}
