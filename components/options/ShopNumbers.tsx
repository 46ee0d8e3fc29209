import { yuan } from '../../rules/zones/rule-text.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { type Reading, TextSetting } from '../ui/TextSetting.tsx';
import { RemoteProvinces } from './couriers/RemoteProvinces.tsx';
import type { SectionProps } from './model.ts';
import { readAmount, splitNames } from './read-fields.ts';

/** The shop's other numbers that decide marks: minimum order, remote provinces, flash sales. */
export function ShopNumbers({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const { shop } = model;
  const amount = (text: string): Reading<number> => {
    const value = readAmount(text);
    return value === undefined ? { error: t.badMoney } : { value };
  };
  const names = (text: string): Reading<string[]> => ({ value: splitNames(text) });
  const join = (values: string[]): string => values.join('、');
  return (
    <div className="sb-card sb-form">
      <TextSetting
        label={t.minimumOrder}
        hint={t.minimumOrderHint}
        value={shop.minimumOrder}
        print={yuan}
        read={amount}
        onSave={(minimumOrder) => actions.saveShop({ minimumOrder })}
      />
      <RemoteProvinces
        language={model.language}
        provinces={shop.remoteProvinces}
        onSave={(remoteProvinces) => actions.saveShop({ remoteProvinces })}
      />
      <TextSetting
        label={t.flashWords}
        hint={t.flashWordsHint}
        value={shop.flashSale.words}
        print={join}
        read={names}
        onSave={(words) => actions.saveShop({ flashSale: { words } })}
      />
      <TextSetting
        label={t.askManagerFrom}
        value={shop.flashSale.askManagerFrom}
        print={yuan}
        read={amount}
        onSave={(askManagerFrom) => actions.saveShop({ flashSale: { askManagerFrom } })}
      />
      <TextSetting
        label={t.priceFloor}
        hint={t.priceFloorHint}
        value={shop.price.floor}
        print={(floor) => (floor === undefined ? '' : yuan(floor))}
        read={(text) => (text.trim() === '' ? { value: undefined } : amount(text))}
        onSave={(floor) => {
          const { floor: _, ...rest } = shop.price;
          actions.saveShop({ price: floor === undefined ? rest : { ...rest, floor } });
        }}
      />
    </div>
  );
}
