import { guideText } from '../../../rules/decisions/index.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { SectionProps } from '../model.ts';
import { copyOf } from './draft.ts';
import type { DecisionRow } from './model.ts';
import { TableEditor } from './TableEditor.tsx';

/** The decision tables of the guide: shipped ones, changed ones, the shop's own. */
export function DecisionsSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsDecisionTexts, model.language);
  const { rows, draft } = model.decisions;
  const setEditing = actions.decisions.edit;
  if (draft) {
    return (
      <TableEditor
        key={draft.opened.id}
        draft={draft}
        language={model.language}
        onChange={actions.decisions.change}
        onSave={actions.decisions.save}
        onCancel={actions.decisions.close}
      />
    );
  }
  return (
    <>
      <p className="sb-hint">{t.intro}</p>
      <div className="sb-toolbar">
        <span className="sb-spring" />
        <Button onPress={() => actions.showSection('data')}>{t.import}</Button>
        <Button onPress={() => actions.decisions.exportTables()}>{t.exportAll}</Button>
      </div>
      <ul className="sb-card sb-rows">
        {rows.map((row) => (
          <TableRow
            key={row.table.id}
            row={row}
            language={model.language}
            onEdit={() => setEditing(row.table)}
            onCopy={() =>
              setEditing(
                copyOf(
                  row.table,
                  rows.map(({ table }) => table.id),
                  t.copySuffix,
                ),
              )
            }
            onExport={() => actions.decisions.exportTables(row.table.id)}
            onRemove={() => actions.decisions.remove(row.table.id)}
          />
        ))}
      </ul>
    </>
  );
}

function TableRow({
  row: { table, origin },
  language,
  onEdit,
  onCopy,
  onExport,
  onRemove,
}: {
  row: DecisionRow;
  language: SectionProps['model']['language'];
  onEdit: () => void;
  onCopy: () => void;
  onExport: () => void;
  onRemove: () => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const name = guideText(table.name, language);
  return (
    <li data-table={table.id} data-origin={origin}>
      <div className="sb-map-text">
        <p>
          <strong>{name}</strong>
          <Chip tone={origin === 'shipped' ? 'plain' : 'accent'}>{t.origins[origin]}</Chip>
        </p>
        <p className="sb-hint">{t.counts(table.questions.length, table.outcomes.length)}</p>
      </div>
      <Button icon="edit" title={t.editOf(name)} onPress={onEdit}>
        {t.edit}
      </Button>
      <Button icon="copy" kind="quiet" onPress={onCopy}>
        {t.copy}
      </Button>
      <Button kind="quiet" onPress={onExport}>
        {t.exportOne}
      </Button>
      {origin !== 'shipped' && (
        <ConfirmButton
          label={origin === 'changed' ? t.restore : t.remove}
          question={origin === 'changed' ? t.restoreAsk : t.removeAsk}
          yes={t.yes}
          no={t.no}
          onConfirm={onRemove}
        />
      )}
    </li>
  );
}
