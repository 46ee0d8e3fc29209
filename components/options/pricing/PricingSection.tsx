import { optionsPricingTexts } from '../../i18n/options-pricing-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { SectionProps } from '../model.ts';
import { Bands } from './Bands.tsx';
import { ChangeLog } from './ChangeLog.tsx';
import { Floors } from './Floors.tsx';
import { Formulas } from './Formulas.tsx';
import { PriceListCard } from './PriceListCard.tsx';

/** Prices and compensation (mission.md B10, B11, B13): the shop's formulas, floors, bands, live list, and the log. */
export function PricingSection(props: SectionProps) {
  const t = useTexts(optionsPricingTexts, props.model.language);
  return (
    <>
      <p className="sb-hint">{t.intro}</p>
      <h2>{t.list}</h2>
      <PriceListCard {...props} />
      <h2>{t.formulas}</h2>
      <Formulas {...props} />
      <h2>{t.floors}</h2>
      <Floors {...props} />
      <h2>{t.bands}</h2>
      <Bands {...props} />
      <h2>{t.log}</h2>
      <ChangeLog {...props} />
    </>
  );
}
