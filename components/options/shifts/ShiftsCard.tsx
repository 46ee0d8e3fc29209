import { useEffect, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { pausedMs, type Shift, workedMs } from '../../../rules/shift/shift.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { shiftTexts } from '../../i18n/shift-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { ShiftSum } from '../../shift/model.ts';
import { ShiftTable } from '../../shift/ShiftTable.tsx';
import { lengthText, timeOfDay } from '../../shift/shift-time.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { useMinute } from '../../ui/clock.tsx';
import { Chip } from '../../ui/Marks.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';
import type { ShiftsActions } from './model.ts';
import { ShiftEditor } from './ShiftEditor.tsx';

/** Rows shown; older ones are in the export. */
const shownAtMost = 60;

/** How shifts begin and end by themselves, and the shifts there were, whose times can be put right. */
export function ShiftsCard({ model, actions }: SectionProps) {
  const t = useTexts(shiftTexts, model.language);
  const { shift: rule } = model.settings;
  const shifts = [...(model.shifts ?? [])].reverse().slice(0, shownAtMost);
  return (
    <>
      <div className="sb-card sb-form sb-shifts-rule">
        <div className="sb-row">
          <span>{t.begins}</span>
          <Switch
            label={t.begins}
            on={rule.begins}
            onChange={(begins) => actions.saveSettings({ shift: { ...rule, begins } })}
          />
        </div>
        <p className="sb-hint sb-shift-hint">{t.beginsHint}</p>
        <TextSetting
          label={t.silence}
          hint={t.silenceHint}
          value={rule.silenceHours}
          suffix={t.silenceUnit}
          print={String}
          read={(text) => {
            const hours = Number(text.trim());
            return text.trim() !== '' && hours >= 0.5 && hours <= 24
              ? { value: hours }
              : { error: t.silenceRange };
          }}
          onSave={(silenceHours) => actions.saveSettings({ shift: { ...rule, silenceHours } })}
        />
      </div>
      <div className="sb-card sb-shifts-card">
        <h2>{t.list}</h2>
        {shifts.length === 0 && <p className="sb-hint">{t.none}</p>}
        <ul className="sb-shifts">
          {shifts.map((shift) => (
            <Row key={shift.id} shift={shift} language={model.language} actions={actions.shifts} />
          ))}
        </ul>
        <p className="sb-hint">{t.kept}</p>
      </div>
    </>
  );
}

function Row({
  shift,
  language,
  actions,
}: {
  shift: Shift;
  language: Language;
  actions: ShiftsActions | undefined;
}) {
  const t = useTexts(shiftTexts, language);
  const now = useMinute();
  const [open, setOpen] = useState<'times' | 'figures'>();
  const { start, end, breaks, agent, startedBy, endedBy } = shift;
  // With the date wherever it is another day than the one before it.
  const until = end === undefined ? t.running : timeOfDay(end, start);
  return (
    <li data-shift-row={shift.id}>
      <div className="sb-shift-row">
        <b>
          {shortShanghaiTime(start)} – {until}
        </b>
        <span className="sb-muted">
          {[
            agent,
            lengthText(workedMs(shift, now), t),
            breaks.length > 0 && t.breaks(breaks.length, lengthText(pausedMs(shift, now), t)),
            shift.orders !== undefined && shift.orders > 0 && t.orders(shift.orders),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {startedBy === 'activity' && <Chip tone="info">{t.begunByActivity}</Chip>}
        {endedBy === 'activity' && <Chip tone="info">{t.byActivity}</Chip>}
        <span className="sb-spring" />
        <Button
          kind="quiet"
          expanded={open === 'figures'}
          onPress={() => setOpen(open === 'figures' ? undefined : 'figures')}
        >
          {t.figures}
        </Button>
        <Button
          kind="quiet"
          expanded={open === 'times'}
          onPress={() => setOpen(open === 'times' ? undefined : 'times')}
        >
          {t.correct}
        </Button>
      </div>
      {open === 'times' && actions && (
        <>
          <ShiftEditor
            shift={shift}
            language={language}
            onSave={(times) => actions.correct(shift.id, times)}
            onClose={() => setOpen(undefined)}
          />
          <ConfirmButton
            label={t.remove}
            question={t.removeSure}
            yes={t.yes}
            no={t.no}
            onConfirm={() => actions.remove(shift.id)}
          />
        </>
      )}
      {open === 'figures' && actions && (
        <Figures shift={shift} now={now} language={language} actions={actions} />
      )}
    </li>
  );
}

/** Asked for when it is opened: a shift of last month may have to be counted first. */
function Figures({
  shift,
  now,
  language,
  actions,
}: {
  shift: Shift;
  now: number;
  language: Language;
  actions: ShiftsActions;
}) {
  const [sum, setSum] = useState<ShiftSum>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are made anew at every render
  useEffect(() => {
    let shown = true;
    actions.sum(shift).then(
      (next) => shown && setSum(next),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [shift]);
  return sum ? <ShiftTable shift={shift} sum={sum} now={now} language={language} /> : null;
}
