import { useState } from 'react';
import type { PlatformRow, RowValue } from '../../../rules/packs/platform-row.ts';
import { groupOf, rowGroups } from '../../../rules/packs/row-groups.ts';
import { valueWords } from '../../../rules/packs/row-words.ts';
import { valueInForce } from '../../../rules/packs/rows-in-force.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { EmptyLine } from '../../ui/Marks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { SectionProps } from '../model.ts';
import { ChangedDefaults } from './ChangedDefaults.tsx';
import { RuleRow } from './RuleRow.tsx';
import { findRows } from './row-search.ts';
import { platformTabs, tabName, tabOf } from './row-tabs.ts';

/** What holds: of the warning steps the shop's own, which are edited with the orders. */
const valueShown = (row: PlatformRow, warnHours: number[]): RowValue =>
  row.value.kind === 'warn-hours' ? { kind: 'warn-hours', hours: warnHours } : valueInForce(row);

/** The platforms' rows of the rule pack (rules.md §9): what holds, how well it is founded, what the user put there. */
export function RulesSection({ model, actions }: SectionProps) {
  const { language, rules } = model;
  const t = useTexts(optionsRulesTexts, language);
  const [tab, setTab] = useState<(typeof platformTabs)[number]>('taobao');
  const [query, setQuery] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const [editing, setEditing] = useState<string>();
  const isWide = query.trim() !== '' || onlyOwn;
  const rows = findRows(rules.rows, { query, onlyOwn, language }).filter(
    (row) => isWide || tabOf(row) === tab,
  );
  return (
    <div className="sb-packs">
      <p className="sb-hint">{t.intro}</p>
      <ChangedDefaults changed={rules.changed} actions={actions.rules} language={language} />
      <div className="sb-card sb-packs-head">
        <div className="sb-toolbar">
          <SearchBox label={t.search} query={query} onQuery={setQuery} />
          <label className="sb-check">
            <input type="checkbox" checked={onlyOwn} onChange={(event) => setOnlyOwn(event.target.checked)} />
            <span>{t.onlyOwn}</span>
          </label>
        </div>
        {!isWide && (
          <Segments
            label={t.platforms}
            options={platformTabs.map((id) => ({ id, label: tabName(id, language) }))}
            chosen={tab}
            onChoose={setTab}
          />
        )}
      </div>
      {rows.length === 0 && <EmptyLine>{onlyOwn && query.trim() === '' ? t.noOwn : t.noHit}</EmptyLine>}
      {(isWide ? platformTabs : [tab]).map((name) => {
        const own = rows.filter((row) => tabOf(row) === name);
        if (own.length === 0) return null;
        return (
          <section key={name} data-platform={name} aria-label={tabName(name, language)}>
            {isWide && <h2>{tabName(name, language)}</h2>}
            {rowGroups.map((group) => {
              const members = own.filter((row) => groupOf(row) === group);
              if (members.length === 0) return null;
              return (
                <div className="sb-card sb-packs-group" key={group} data-group={group}>
                  <h3>{t.groups[group]}</h3>
                  <ul>
                    {members.map((row) => (
                      <RuleRow
                        key={row.id}
                        row={row}
                        // The value's own words: a row whose value changed elsewhere begins its editor anew.
                        saved={inLanguage(
                          valueWords(row, valueShown(row, model.shop.shipWarnHours)),
                          language,
                        )}
                        language={language}
                        actions={actions}
                        editing={editing === row.id}
                        onEdit={(on) => setEditing(on ? row.id : undefined)}
                      />
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}
