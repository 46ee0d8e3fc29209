import { optionsOrdersTexts } from '../../i18n/options-orders-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { type Reading, TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';
import { readWhole, splitNames } from '../read-fields.ts';

const mostHours = 2_160;
const mostSteps = 8;

/** Hours left at which a deadline warns, the longest first; undefined where one of them is none. */
export function readWarnHours(text: string): number[] | undefined {
  const hours = splitNames(text.replace(/\s+/g, '、')).map((one) => readWhole(one, 1, 720));
  if (hours.length > mostSteps || hours.includes(undefined)) return undefined;
  return [...new Set(hours.filter((one) => one !== undefined))].sort((a, b) => b - a);
}

/** What is promised where a page promises nothing, and when a deadline warns (rules.md §9 SHIP-WARN). */
export function ShippingCard({ model, actions }: SectionProps) {
  const t = useTexts(optionsOrdersTexts, model.language);
  const { shop } = model;
  return (
    <div className="sb-card sb-form" data-card="shipping">
      <TextSetting
        label={t.promiseHours}
        hint={t.promiseHoursHint}
        value={shop.promiseHours}
        print={String}
        read={(text): Reading<number> => {
          const value = readWhole(text, 1, mostHours);
          return value === undefined ? { error: t.badNumber } : { value };
        }}
        onSave={(promiseHours) => actions.saveShop({ promiseHours })}
      />
      <TextSetting
        label={t.warnHours}
        hint={t.warnHoursHint}
        value={shop.shipWarnHours}
        print={(hours) => hours.join('、')}
        read={(text): Reading<number[]> => {
          const value = readWarnHours(text);
          return value === undefined ? { error: t.badWarnHours } : { value };
        }}
        onSave={(shipWarnHours) => actions.saveShop({ shipWarnHours })}
      />
    </div>
  );
}
