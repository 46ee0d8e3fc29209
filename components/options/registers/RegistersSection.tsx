import { useMemo, useRef, useState } from 'react';
import type { LocalText } from '../../../rules/language/local-text.ts';
import { readMoment } from '../../../rules/phrases/files/read-moment.ts';
import { dueEntries, dueStep } from '../../../rules/registers/due.ts';
import {
  type EntryKind,
  type EntryStatus,
  entryKindNames,
  entryKinds,
  type RegisterEntry,
} from '../../../rules/registers/entry.ts';
import { findEntries } from '../../../rules/registers/find-entries.ts';
import { DAY_MS, MINUTE_MS } from '../../../rules/time/shanghai.ts';
import { optionsRegisterTexts } from '../../i18n/options-register-texts.ts';
import { registerTexts } from '../../i18n/register-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { RegisterForm } from '../../registers/RegisterForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/clock.tsx';
import { EmptyLine, Line } from '../../ui/Marks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { SortableWindow } from '../../ui/SortableWindow.tsx';
import type { SectionProps } from '../model.ts';
import { EntryRow } from './EntryRow.tsx';
import { ImportRegister } from './ImportRegister.tsx';
import type { ReadRegister } from './model.ts';
import { ReturnSettings } from './ReturnSettings.tsx';

/** CSS px; the style sheet draws the row in it (options-registers.css). */
const rowHeight = 56;
const idOf = ({ id }: RegisterEntry): string => id;

type Shown = 'all' | EntryStatus | 'due';

/** The registers (mission.md D4): what is due first, a table of any length, files, and the return desk's settings. */
export function RegistersSection({ model, actions }: SectionProps) {
  const { language } = model;
  const t = useTexts(optionsRegisterTexts, language);
  const words = useTexts(registerTexts, language);
  const { entries } = model.registers;
  // Thousands of entries are not looked through every second.
  const now = Math.floor(useNow(true) / MINUTE_MS) * MINUTE_MS;
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EntryKind | ''>('');
  const [status, setStatus] = useState<Shown>('open');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [named, setNamed] = useState(false);
  /** Id of the entry being edited; `null` is a new one. */
  const [editing, setEditing] = useState<string | null>();
  const [file, setFile] = useState<ReadRegister | LocalText>();
  const chooser = useRef<HTMLInputElement>(null);

  const shown = useMemo(() => {
    const first = from === '' ? undefined : readMoment(from);
    const last = until === '' ? undefined : readMoment(until);
    const found = findEntries(entries, {
      query,
      ...(kind !== '' && { kinds: [kind] }),
      ...((status === 'open' || status === 'done') && { status }),
      ...(first !== undefined && { from: first }),
      ...(last !== undefined && { before: last + DAY_MS }),
    });
    return status === 'due' ? dueEntries(found, now) : found;
  }, [entries, query, kind, status, from, until, now]);
  const due = useMemo(() => dueEntries(entries, now), [entries, now]);
  const late = due.filter((entry) => dueStep(entry, now) === 'late').length;
  const today = due.filter((entry) => dueStep(entry, now) === 'today').length;

  const rowActions = actions.registers;
  const save = async (entry: Parameters<typeof rowActions.add>[0], id?: string) => {
    const fault = await (id === undefined ? rowActions.add(entry) : rowActions.change(id, entry));
    if (!fault) setEditing(undefined);
    return fault;
  };
  return (
    <>
      <p className="sb-hint">{t.intro}</p>
      {late + today > 0 && (
        <div className="sb-registers-due">
          <Line
            tone={late > 0 ? 'stop' : 'warn'}
            icon="clock"
            actions={
              <Button
                onPress={() => {
                  setStatus('due');
                  setQuery('');
                  setKind('');
                }}
              >
                {t.dueOnly}
              </Button>
            }
          >
            {t.dueHead(late, today)}
          </Line>
        </div>
      )}
      <div className="sb-registers-tools">
        <SearchBox label={t.search} query={query} onQuery={setQuery} />
        <select
          aria-label={t.allKinds}
          value={kind}
          onChange={(event) => setKind(event.target.value as EntryKind | '')}
        >
          <option value="">{t.allKinds}</option>
          {entryKinds.map((one) => (
            <option key={one} value={one}>
              {inLanguage(entryKindNames[one], language)}
            </option>
          ))}
        </select>
        <Segments
          label={t.status}
          chosen={status}
          onChoose={setStatus}
          options={[
            { id: 'open', label: t.open },
            { id: 'due', label: t.dueOnly },
            { id: 'done', label: t.done },
            { id: 'all', label: t.allStatus },
          ]}
        />
        <label className="sb-registers-day">
          {t.from}
          <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="sb-registers-day">
          {t.until}
          <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </label>
      </div>
      <div className="sb-registers-tools">
        <span className="sb-muted sb-figures" data-register-count="">
          {t.count(shown.length, entries.length)}
        </span>
        <span className="sb-spring" />
        <Button
          icon="plus"
          kind="primary"
          data={{ 'data-register-new': '' }}
          onPress={() => setEditing(null)}
        >
          {t.add}
        </Button>
        <Button onPress={() => chooser.current?.click()}>{t.importFile}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          data-register-import=""
          aria-label={t.importFile}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) void rowActions.read(chosen).then(setFile);
          }}
        />
        <label className="sb-registers-day" title={t.withNamesHint}>
          <input type="checkbox" checked={named} onChange={(event) => setNamed(event.target.checked)} />
          {t.withNames}
        </label>
        <Button
          disabled={shown.length === 0}
          data={{ 'data-register-export': 'xlsx' }}
          onPress={() => rowActions.exportTable(shown, 'xlsx', !named)}
        >
          {t.exportSheet}
        </Button>
        <Button
          disabled={shown.length === 0}
          data={{ 'data-register-export': 'csv' }}
          onPress={() => rowActions.exportTable(shown, 'csv', !named)}
        >
          {t.exportCsv}
        </Button>
      </div>
      {file && (
        <ImportRegister
          file={file}
          language={language}
          onApply={(rows) => {
            rowActions.import(rows);
            setFile(undefined);
          }}
          onCancel={() => setFile(undefined)}
        />
      )}
      {editing === null && (
        <div className="sb-cards-window sb-registers-new">
          <RegisterForm
            full
            language={language}
            now={now}
            start={{ platform: entries[0]?.platform ?? 'taobao' }}
            onSubmit={(entry) => save(entry)}
            onCancel={() => setEditing(undefined)}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyLine>{entries.length === 0 ? t.none : t.noHit}</EmptyLine>
      ) : (
        <div className="sb-cards-window">
          <SortableWindow
            items={shown}
            idOf={idOf}
            gripLabel={({ issue }) => issue}
            onMove={() => undefined}
            movable={false}
            rowHeight={rowHeight}
            open={editing ?? undefined}
          >
            {(entry) =>
              entry.id === editing ? (
                <RegisterForm
                  full
                  language={language}
                  now={now}
                  start={entry}
                  submitLabel={words.saveChange}
                  onSubmit={(facts) => save(facts, entry.id)}
                  onCancel={() => setEditing(undefined)}
                />
              ) : (
                <EntryRow
                  entry={entry}
                  language={language}
                  now={now}
                  actions={rowActions}
                  onEdit={() => setEditing(entry.id)}
                />
              )
            }
          </SortableWindow>
        </div>
      )}
      <h2>{t.deskTitle}</h2>
      <ReturnSettings model={model} actions={actions} />
    </>
  );
}
