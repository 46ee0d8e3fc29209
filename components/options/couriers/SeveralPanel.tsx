import { nextRuleId, replacedRules, setProvinces } from '../../../rules/zones/edit-table.ts';
import { provinceTiles } from '../../../rules/zones/province-tiles.ts';
import type { CourierRule } from '../../../rules/zones/table.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { SectionProps } from '../model.ts';
import { RuleEditor } from './RuleEditor.tsx';

/** One setting for several divisions at once. */
export function SeveralPanel({
  model,
  actions,
  couriers,
  courier,
  names,
  onSet,
  onCancel,
}: SectionProps & {
  couriers: readonly string[];
  /** The courier whose tiles are shown; the agent may name another. */
  courier: string | undefined;
  names: readonly string[];
  onSet: (rules: CourierRule[], courier: string) => void;
  onCancel: () => void;
}) {
  const words = useTexts(courierTileTexts, model.language);
  const { rules } = model.shop.couriers;
  const shorts = provinceTiles.filter(({ name }) => names.includes(name)).map(({ short }) => short);
  const set = (rule: CourierRule): CourierRule[] => {
    const { id: _id, regions: _regions, keywords: _words, corps: _corps, ...setting } = rule;
    return setProvinces(rules, names, setting);
  };
  return (
    <section className="sb-panel-card" data-several-panel="" aria-label={words.setSeveral(names.length)}>
      <header className="sb-panel-head">
        <h3>{words.setSeveral(names.length)}</h3>
      </header>
      <p className="sb-hint" role="status">
        {words.chosen(names.length, shorts.join('、'))}
      </p>
      <RuleEditor
        key={courier ?? ''}
        language={model.language}
        start={courier === undefined ? {} : { courier }}
        id={nextRuleId(rules)}
        couriers={couriers}
        regions={actions.regions}
        fixed={{ regions: true }}
        saveLabel={words.apply}
        note={(rule) => {
          const { id: _id, regions: _regions, keywords: _words, corps: _corps, ...setting } = rule;
          const replaced = replacedRules(rules, names, setting);
          return replaced > 0 ? words.willReplace(replaced) : undefined;
        }}
        onSave={(rule) => onSet(set(rule), rule.courier)}
        onCancel={onCancel}
      />
    </section>
  );
}
