import { formatFen, readMoney } from '../../../rules/money/money.ts';
import { optionsPricingTexts } from '../../i18n/options-pricing-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { type Reading, TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';

/** Below what no price is filled without the agent's word for it. */
export function Floors({ model, actions }: SectionProps) {
  const { language, shop } = model;
  const t = useTexts(optionsPricingTexts, language);
  const { floor, floorPercent } = shop.price;
  const { pricing } = shop;
  const saveFloor = (next: number | undefined): void =>
    actions.saveShop({
      price: {
        ...(next !== undefined && { floor: next }),
        ...(floorPercent !== undefined && { floorPercent }),
      },
    });
  const savePercent = (next: number | undefined): void =>
    actions.saveShop({
      price: { ...(floor !== undefined && { floor }), ...(next !== undefined && { floorPercent: next }) },
    });
  return (
    <div className="sb-card sb-form">
      <TextSetting
        label={t.floor}
        hint={t.emptyIsNone}
        value={floor}
        print={(fen) => (fen === undefined ? '' : formatFen(fen))}
        read={(text): Reading<number | undefined> => {
          if (text.trim() === '') return { value: undefined };
          const fen = readMoney(text);
          return fen === undefined || fen < 0 ? { error: t.badMoney } : { value: fen };
        }}
        onSave={saveFloor}
      />
      <TextSetting
        label={t.floorPercent}
        hint={t.emptyIsNone}
        value={floorPercent}
        print={(share) => (share === undefined ? '' : String(share))}
        read={(text): Reading<number | undefined> => {
          const typed = text.normalize('NFKC').replace('%', '').trim();
          if (typed === '') return { value: undefined };
          const share = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
          return share >= 1 && share <= 100 ? { value: share } : { error: t.badPercent };
        }}
        onSave={savePercent}
      />
      <Field label={t.floorFormula} hint={t.floorsHint}>
        {(control) => (
          <select
            {...control}
            value={pricing.floorFormula ?? ''}
            onChange={(event) => {
              const { floorFormula: _, ...rest } = pricing;
              const id = event.target.value;
              actions.saveShop({ pricing: id === '' ? rest : { ...rest, floorFormula: id } });
            }}
          >
            <option value="">{t.noFloorFormula}</option>
            {pricing.formulas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
