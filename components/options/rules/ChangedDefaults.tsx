import type { Language } from '../../../rules/language/local-text.ts';
import { valueWords } from '../../../rules/packs/row-words.ts';
import type { ChangedDefault } from '../../../rules/packs/rows-in-force.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import type { RulesActions } from './model.ts';
import { tabName, tabOf } from './row-tabs.ts';

/** What an update asks: a default changed under the user's own value (rules.md §9). Stands until it is answered. */
export function ChangedDefaults({
  changed,
  actions,
  language,
}: {
  changed: readonly ChangedDefault[];
  actions: RulesActions;
  language: Language;
}) {
  const t = useTexts(optionsRulesTexts, language);
  if (changed.length === 0) return null;
  return (
    <div className="sb-card sb-packs-asks" role="alert">
      <p>
        <strong>{t.asks(changed.length)}</strong>
      </p>
      <ul>
        {changed.map(({ row, own, before, now }) => {
          const words = (value: typeof before): string => inLanguage(valueWords(row, value), language);
          const label = `${tabName(tabOf(row), language)} ${inLanguage(row.label, language)}`;
          return (
            <li key={row.id} data-asks={row.id}>
              <span>{t.askRow(label, words(before), words(now), words(own.value))}</span>
              <span className="sb-buttons">
                <Button onPress={() => actions.settle(row, 'own')}>{t.keepOwn}</Button>
                <Button onPress={() => actions.settle(row, 'shipped')}>{t.takeNew}</Button>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
