import { useState } from 'react';
import type { Language, LocalText } from '../../../rules/language/local-text.ts';
import { say } from '../../../rules/language/local-text.ts';
import type { ShiftTimes } from '../../../rules/shift/correct-shift.ts';
import type { Shift, ShiftBreak } from '../../../rules/shift/shift.ts';
import { shiftTexts } from '../../i18n/shift-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { fromMomentField, toMomentField } from './moment-field.ts';

interface Draft {
  start: string;
  end: string;
  breaks: { key: number; from: string; to: string; was?: ShiftBreak }[];
}

const draftOf = ({ start, end, breaks }: Shift): Draft => ({
  start: toMomentField(start),
  end: toMomentField(end),
  breaks: breaks.map((one, key) => ({
    key,
    from: toMomentField(one.from),
    to: toMomentField(one.to),
    was: one,
  })),
});

/** The times a draft says; undefined where one is missing. Seconds of what was not touched stay as they were. */
function timesOf(draft: Draft, shift: Shift): ShiftTimes | undefined {
  const start = fromMomentField(draft.start, shift.start);
  const end = fromMomentField(draft.end, shift.end);
  if (start === undefined || (end === undefined && draft.end !== '')) return undefined;
  const breaks: ShiftBreak[] = [];
  for (const { from, to, was } of draft.breaks) {
    const begun = fromMomentField(from, was?.from);
    const over = fromMomentField(to, was?.to);
    if (begun === undefined || (over === undefined && to !== '')) return undefined;
    breaks.push({ from: begun, ...(over !== undefined && { to: over }) });
  }
  return { start, ...(end !== undefined && { end }), breaks };
}

/** Times of one shift, to be put right by hand. Nothing is kept before it is saved. */
export function ShiftEditor({
  shift,
  language,
  onSave,
  onClose,
}: {
  shift: Shift;
  language: Language;
  onSave: (times: ShiftTimes) => Promise<LocalText | undefined>;
  onClose: () => void;
}) {
  const t = useTexts(shiftTexts, language);
  const [draft, setDraft] = useState(() => draftOf(shift));
  const [fault, setFault] = useState<LocalText>();
  const change = (patch: Partial<Draft>): void => {
    setDraft({ ...draft, ...patch });
    setFault(undefined);
  };
  const changeBreak = (key: number, patch: { from?: string; to?: string }): void =>
    change({ breaks: draft.breaks.map((one) => (one.key === key ? { ...one, ...patch } : one)) });
  const save = async (): Promise<void> => {
    const times = timesOf(draft, shift);
    if (!times) {
      setFault(say(shiftTexts['zh-CN'].unread, shiftTexts.en.unread));
      return;
    }
    const refused = await onSave(times);
    if (refused) setFault(refused);
    else onClose();
  };
  const moment = (label: string, value: string, onType: (value: string) => void) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <div className="sb-shift-editor">
      <div className="sb-shift-times">
        {moment(t.start, draft.start, (start) => change({ start }))}
        {moment(t.finish, draft.end, (end) => change({ end }))}
      </div>
      {draft.breaks.map(({ key, from, to }) => (
        <div key={key} className="sb-shift-times">
          {moment(t.breakFrom, from, (next) => changeBreak(key, { from: next }))}
          {moment(t.breakTo, to, (next) => changeBreak(key, { to: next }))}
          <IconButton
            icon="close"
            label={t.dropBreak}
            onPress={() => change({ breaks: draft.breaks.filter((one) => one.key !== key) })}
          />
        </div>
      ))}
      {fault && (
        <p className="sb-error" role="alert">
          {inLanguage(fault, language)}
        </p>
      )}
      <div className="sb-shift-buttons">
        <Button
          kind="quiet"
          onPress={() =>
            change({
              breaks: [
                ...draft.breaks,
                { key: Math.max(-1, ...draft.breaks.map(({ key }) => key)) + 1, from: draft.start, to: '' },
              ],
            })
          }
        >
          {t.addBreak}
        </Button>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button kind="primary" onPress={() => void save()}>
          {t.save}
        </Button>
      </div>
    </div>
  );
}
