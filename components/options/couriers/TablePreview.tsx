import type { CourierRule } from '../../../rules/zones/table.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Chip, Line, type Tone } from '../../ui/Marks.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { SectionProps } from '../model.ts';
import { type CourierTablePreview, tableModes } from './model.ts';
import { reachTones, ruleDetails, ruleWhere } from './rule-words.ts';

const tones = { added: 'accent', changed: 'warn', removed: 'stop' } as const satisfies Record<string, Tone>;

/** What a file would make of the courier table: counts, the first rows that differ, and rows that cannot be read. */
export function TablePreview({ table, model, actions }: SectionProps & { table: CourierTablePreview }) {
  const words = useTexts(courierTileTexts, model.language);
  const counts = [
    { tone: 'accent', text: words.tableAdded(table.added), n: table.added },
    { tone: 'warn', text: words.tableChanged(table.changed), n: table.changed },
    { tone: 'stop', text: words.tableRemoved(table.removed), n: table.removed },
    { tone: 'plain', text: words.tableSame(table.same), n: table.same },
  ] as const;
  const rest = table.added + table.changed + table.removed - table.rows.length;
  return (
    <div className="sb-table-preview" data-table-preview="">
      <p className="sb-table-counts">
        {counts.map(({ tone, text, n }) => (
          <Chip key={text} tone={n > 0 ? tone : 'plain'}>
            {text}
          </Chip>
        ))}
      </p>
      {table.mode !== undefined && actions.chooseTableMode && (
        <Segments
          label={words.mode}
          options={tableModes.map((id) => ({ id, label: words.modes[id] }))}
          chosen={table.mode}
          onChoose={actions.chooseTableMode}
        />
      )}
      {table.rows.length > 0 && (
        <ul className="sb-panel-rules">
          {table.rows.map(({ row, mark, rule, was }) => (
            <li key={`${mark}-${rule.id}-${row ?? ''}`} data-mark={mark}>
              <div className="sb-panel-line">
                <Chip tone={tones[mark]}>{words.marks[mark]}</Chip>
                <RuleLine rule={rule} model={model} />
                {row !== undefined && <span className="sb-hint">{words.row(row)}</span>}
              </div>
              {was && (
                <div className="sb-panel-line sb-was">
                  <span className="sb-hint">{words.was}</span>
                  <RuleLine rule={was} model={model} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p className="sb-hint">{words.moreRows(rest)}</p>}
      {table.problems.length > 0 && (
        <Line tone="warn" icon="alert">
          {words.badRows(table.problems.length)}
          <span className="sb-problem-rows">
            {table.problems.slice(0, 20).map(({ row, text }) => (
              <span key={`${row} ${text.en}`}>
                {words.row(row)}：{inLanguage(text, model.language)}
              </span>
            ))}
          </span>
        </Line>
      )}
    </div>
  );
}

function RuleLine({ rule, model }: { rule: CourierRule; model: SectionProps['model'] }) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  return (
    <>
      <Chip tone={reachTones[rule.reach]}>{words.words[rule.reach]}</Chip>
      <span className="sb-panel-text">
        <strong>{rule.courier}</strong> {ruleWhere(rule, t)}
        <span className="sb-hint"> {ruleDetails(rule, model.language).join(' · ')}</span>
      </span>
    </>
  );
}
