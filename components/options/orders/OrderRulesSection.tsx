import { optionsOrdersTexts } from '../../i18n/options-orders-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { SectionProps } from '../model.ts';
import { UrgingCard } from './UrgingCard.tsx';

/** The shop's habits with orders that are not about couriers or prices. */
export function OrderRulesSection(props: SectionProps) {
  const t = useTexts(optionsOrdersTexts, props.model.language);
  return (
    <>
      <h2>{t.urging}</h2>
      <UrgingCard {...props} />
    </>
  );
}
