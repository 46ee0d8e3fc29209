import { useRef } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import type { PlatformRow } from '../../../rules/packs/platform-row.ts';
import { tagText } from '../../../rules/packs/row-tag.ts';
import { valueWords } from '../../../rules/packs/row-words.ts';
import { sameRowValue } from '../../../rules/packs/same-row-value.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { OptionsActions } from '../model.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { rowOwner } from './row-tabs.ts';

/** One row: what holds, where it comes from, what others say, and the user's own value. */
export function RuleRow({
  row,
  saved,
  language,
  actions,
  editing,
  onEdit,
}: {
  row: PlatformRow;
  saved: string;
  language: Language;
  actions: OptionsActions;
  editing: boolean;
  onEdit(on: boolean): void;
}) {
  const t = useTexts(optionsRulesTexts, language);
  const label = inLanguage(row.label, language);
  const owner = rowOwner(row, language);
  const words = (value: PlatformRow['value']): string => inLanguage(valueWords(row, value), language);
  const isHere = row.value.kind !== 'warn-hours';
  const head = useRef<HTMLDivElement>(null);
  const close = (): void => {
    head.current?.querySelector<HTMLButtonElement>('button[aria-expanded]')?.focus();
    onEdit(false);
  };
  return (
    <li className="sb-pack-row" data-rule={row.id} data-own={row.user_value !== undefined || undefined}>
      <div className="sb-pack-head" ref={head}>
        <span className="sb-pack-label">
          {owner && <span className="sb-muted">{owner} </span>}
          {label}
        </span>
        <span className="sb-pack-value" data-value="">
          {saved}
        </span>
        {row.user_value && <Chip tone="accent">{t.changed}</Chip>}
        <span className="sb-spring" />
        {row.user_value && (
          <Button kind="quiet" title={t.resetOf(label)} onPress={() => actions.rules.reset(row)}>
            {t.reset}
          </Button>
        )}
        {isHere ? (
          <Button kind="quiet" title={t.editOf(label)} expanded={editing} onPress={() => onEdit(!editing)}>
            {t.edit}
          </Button>
        ) : (
          <Button kind="quiet" onPress={() => actions.showSection('orders')}>
            {t.editedIn}
          </Button>
        )}
      </div>
      {row.user_value && (
        <p className="sb-pack-own">
          {[t.shipped(words(row.value)), row.user_date && t.setOn(row.user_date), row.user_note]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <p className="sb-muted">
        {[founding(row, language), row.note && inLanguage(row.note, language)].filter(Boolean).join(' · ')}
      </p>
      {row.other_values.length > 0 && (
        <p className="sb-pack-others sb-muted">
          <span>{t.others}</span>
          {row.other_values.map(({ says, source, source_date, value }) => {
            const said = value ? words(value) : says;
            const usable = value && !sameRowValue(value, row.user_value ?? row.value);
            return (
              <span key={`${says}-${source}`} className="sb-pack-other">
                {said}
                {t.inBrackets([sourceName(source, language), source_date].filter(Boolean).join(', '))}
                {usable && (
                  <Button
                    kind="quiet"
                    title={t.takeOf(said, label)}
                    onPress={() => actions.rules.set(row, value)}
                  >
                    {t.take}
                  </Button>
                )}
              </span>
            );
          })}
        </p>
      )}
      {editing && (
        <RuleEditor
          key={saved}
          row={row}
          language={language}
          onSave={(value, note) => {
            actions.rules.set(row, value, note);
            close();
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}

/** A source that is only known by how good it is, in words; a name stays a name. */
function sourceName(source: string, language: Language): string {
  const words = tagText(source);
  return words ? inLanguage(words, language) : source;
}

/** How well the shipped value is founded, where it was found and since when it holds. */
function founding(row: PlatformRow, language: Language): string {
  const t = optionsRulesTexts[language];
  const tag = tagText(row.tag);
  const date = row.source_date === 'undated' ? t.undated : row.source_date;
  return [
    tag ? inLanguage(tag, language) : t.noSource,
    row.source !== '–' && t.source(row.source, date),
    row.effective_from && t.since(row.effective_from),
  ]
    .filter(Boolean)
    .join(' · ');
}
