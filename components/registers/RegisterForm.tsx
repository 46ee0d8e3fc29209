import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import { type Platform, platforms } from '../../rules/platform.ts';
import {
  type EntryFacts,
  type EntryKind,
  entryFieldNames,
  entryKindNames,
  entryKinds,
} from '../../rules/registers/entry.ts';
import { tableMoment } from '../../rules/registers/entry-table.ts';
import { usualPromises } from '../../rules/registers/read-promise.ts';
import { platformName } from '../i18n/platform-names.ts';
import { registerTexts } from '../i18n/register-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { imeOwns } from '../ui/ime.ts';
import { useGuard } from '../ui/trust.tsx';
import {
  type EntryErrors,
  type EntryStart,
  readEntry,
  type TypedEntry,
  type TypedField,
  typedEntry,
} from './entry-draft.ts';

/** What stands in the short form; the rest is behind "more". */
const short: Record<EntryKind, readonly TypedField[]> = {
  'customer-problem': ['issue', 'promisedAt', 'solution', 'orderId'],
  return: ['issue', 'trackingNo', 'reason', 'orderId', 'bagCode'],
  courier: ['issue', 'promisedAt', 'trackingNo', 'orderId'],
  refund: ['issue', 'amount', 'promisedAt', 'orderId'],
  reship: ['issue', 'goods', 'promisedAt', 'orderId'],
  quality: ['issue', 'solution', 'amount', 'promisedAt', 'orderId'],
  'wrong-stock': ['issue', 'goods', 'solution'],
};
const all: readonly TypedField[] = [
  'issue',
  'promisedAt',
  'solution',
  'buyer',
  'phone',
  'orderId',
  'goods',
  'amount',
  'reason',
  'courier',
  'trackingNo',
  'bagCode',
  'owner',
  'shop',
  'note',
];
const long: ReadonlySet<TypedField> = new Set(['issue', 'goods', 'note']);

/**
 * One entry of a register being written (mission.md A6): filled in from the page as far as it tells, kept only when the
 * agent says so. Ctrl+Enter writes it, Esc leaves.
 */
export function RegisterForm({
  language,
  start,
  now,
  full = false,
  submitLabel,
  onSubmit,
  onCancel,
}: {
  language: Language;
  start: EntryStart;
  /** Epoch ms. */
  now: number;
  /** All fields at once, for a page of its own. */
  full?: boolean;
  submitLabel?: string;
  /** A text says why it was not kept; undefined when it was. */
  onSubmit: (entry: EntryFacts) => Promise<LocalText | undefined>;
  onCancel: () => void;
}) {
  const t = useTexts(registerTexts, language);
  const guard = useGuard();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedEntry>(() => typedEntry(start));
  const [open, setOpen] = useState(full);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<LocalText>();
  const [busy, setBusy] = useState(false);
  const read = readEntry(typed, start, now, language, t);
  const errors: EntryErrors = tried && 'errors' in read ? read.errors : {};
  const change = (patch: Partial<TypedEntry>): void => setTyped((before) => ({ ...before, ...patch }));

  // The issue is what only the agent knows: the hand goes on there.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-field="issue"]')?.focus(), []);

  const submit = async (): Promise<void> => {
    setTried(true);
    setRefused(undefined);
    if (!('entry' in read) || busy) return;
    setBusy(true);
    setRefused(await onSubmit(read.entry));
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event)) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = open ? all : all.filter((field) => short[typed.kind].includes(field) || errors[field]);

  return (
    <form
      ref={form}
      className={full ? 'sb-register-form sb-register-form-full' : 'sb-register-form'}
      data-register-form=""
      onSubmit={guard((event: FormEvent) => {
        event.preventDefault();
        void submit();
      })}
      onKeyDown={guard(onKeyDown)}
    >
      <div className="sb-register-kind">
        <Field label={entryFieldNames.kind[language]} hideLabel={!full}>
          {(control) => (
            <select
              {...control}
              value={typed.kind}
              onChange={(event) => change({ kind: event.target.value as EntryKind })}
            >
              {entryKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {inLanguage(entryKindNames[kind], language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {full ? (
          <Field label={entryFieldNames.platform[language]}>
            {(control) => (
              <select
                {...control}
                value={typed.platform}
                onChange={(event) => change({ platform: event.target.value as Platform })}
              >
                {platforms.map((platform) => (
                  <option key={platform} value={platform}>
                    {platformName(platform, language)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          typed.buyer !== '' && <span className="sb-muted sb-clip">{typed.buyer}</span>
        )}
      </div>
      {shown.map((field) => (
        <FieldOf
          key={field}
          field={field}
          typed={typed}
          language={language}
          now={now}
          {...(errors[field] !== undefined && { error: errors[field] })}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
      {(errors.entry ?? (refused && inLanguage(refused, language))) && (
        <p className="sb-error" role="alert">
          {errors.entry ?? (refused && inLanguage(refused, language))}
        </p>
      )}
      <div className="sb-actions">
        <button type="submit" className="sb-button sb-button-primary" disabled={busy}>
          {submitLabel ?? t.save}
        </button>
        <Button onPress={onCancel}>{t.cancel}</Button>
        <span className="sb-spring" />
        {!open && (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t.more}
          </Button>
        )}
      </div>
    </form>
  );
}

function FieldOf({
  field,
  typed,
  language,
  now,
  error,
  onChange,
}: {
  field: TypedField;
  typed: TypedEntry;
  language: Language;
  now: number;
  error?: string;
  onChange: (text: string) => void;
}) {
  const t = useTexts(registerTexts, language);
  const hint = field === 'promisedAt' ? t.promiseHint : field === 'goods' ? t.goodsHint : undefined;
  return (
    <Field
      label={entryFieldNames[field][language]}
      hint={hint}
      errors={error === undefined ? [] : [error]}
      wide={long.has(field)}
    >
      {(control) =>
        long.has(field) ? (
          <textarea
            {...control}
            rows={2}
            data-field={field}
            value={typed[field]}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <>
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              data-field={field}
              value={typed[field]}
              onChange={(event) => onChange(event.target.value)}
            />
            {field === 'promisedAt' && (
              <span className="sb-register-times">
                {usualPromises(now).map(({ id, at }) => (
                  <Button key={id} kind="quiet" onPress={() => onChange(tableMoment(at))}>
                    {t.promises[id]}
                  </Button>
                ))}
              </span>
            )}
          </>
        )
      }
    </Field>
  );
}
