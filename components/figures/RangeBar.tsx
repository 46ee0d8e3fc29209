import { type FormEvent, useEffect, useState } from 'react';
import { namedRanges, rangeFault } from '../../rules/figures/ranges.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Segments } from '../ui/Segments.tsx';
import { shiftTimes } from './figure-words.ts';
import type { FiguresActions, FiguresChoice, FiguresModel, FiguresPlace } from './model.ts';

interface Props {
  model: FiguresModel;
  choice: FiguresChoice;
  actions: FiguresActions;
}

/** What is looked at: platform, shop, account, and which days. */
export function RangeBar({ model, choice, actions }: Props) {
  const t = useTexts(figuresTexts, model.language);
  const { places } = model;
  const place = places.find(({ platform }) => platform === choice.platform);
  return (
    <div className="sb-figures-bar">
      <Segments
        label={t.platform}
        options={places.map(({ platform }) => ({
          id: platform,
          label: platformName(platform, model.language),
        }))}
        chosen={choice.platform}
        onChoose={actions.choosePlatform}
      />
      <Shops place={place} model={model} choice={choice} actions={actions} />
      <Accounts model={model} choice={choice} actions={actions} />
      <div className="sb-figures-ranges">
        <Segments
          label={t.range}
          options={[
            ...namedRanges.map((id) => ({ id, label: t.ranges[id] })),
            ...(model.shifts.length > 0 ? [{ id: 'shift' as const, label: t.ranges.shift }] : []),
            ...(choice.range === 'own' ? [{ id: 'own' as const, label: t.ranges.own }] : []),
          ]}
          chosen={choice.range}
          onChoose={(id) => {
            if (id === 'shift') actions.chooseShift(model.shifts[0]?.id ?? '');
            else if (id !== 'own') actions.chooseRange(id);
          }}
        />
        {choice.range === 'shift' ? (
          <Shifts model={model} choice={choice} actions={actions} />
        ) : (
          <OwnDays model={model} choice={choice} actions={actions} />
        )}
      </div>
    </div>
  );
}

function Shops({ place, model, choice, actions }: Props & { place: FiguresPlace | undefined }) {
  const t = useTexts(figuresTexts, model.language);
  const shops = place?.shops ?? [];
  if (shops.length < 2 || choice.range === 'shift') return null;
  return (
    <Field label={t.shop}>
      {(control) => (
        <select
          {...control}
          value={choice.shop ?? ''}
          onChange={(event) => actions.chooseShop(event.target.value || undefined)}
        >
          <option value="">{t.allShops}</option>
          {shops.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Accounts({ model, choice, actions }: Props) {
  const t = useTexts(figuresTexts, model.language);
  const { agents } = model;
  if (agents.length === 0 && choice.agent === undefined) return null;
  const names =
    choice.agent === undefined || agents.includes(choice.agent) ? agents : [...agents, choice.agent];
  return (
    <Field label={t.account}>
      {(control) => (
        <select
          {...control}
          value={choice.agent ?? ''}
          onChange={(event) => actions.chooseAgent(event.target.value || undefined)}
        >
          <option value="">{t.allAccounts}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The running shift and the last ones. */
function Shifts({ model, choice, actions }: Props) {
  const t = useTexts(figuresTexts, model.language);
  return (
    <Field label={t.whichShift} hideLabel>
      {(control) => (
        <select
          {...control}
          value={choice.shift ?? ''}
          onChange={(event) => actions.chooseShift(event.target.value)}
        >
          {model.shifts.map((shift) => (
            <option key={shift.id} value={shift.id}>
              {shiftTimes(shift, t)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Days typed or picked; Enter in either shows them. Nothing is asked for until they make a range. */
function OwnDays({ model, choice, actions }: Props) {
  const t = useTexts(figuresTexts, model.language);
  const [from, setFrom] = useState(choice.from);
  const [to, setTo] = useState(choice.to);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    setFrom(choice.from);
    setTo(choice.to);
    setAsked(false);
  }, [choice.from, choice.to]);
  const fault = rangeFault({ from, to }, model.today);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!fault) actions.chooseDays(from, to);
  };
  const isChanged = from !== choice.from || to !== choice.to;
  return (
    <form className="sb-figures-days" onSubmit={submit} noValidate>
      <Field label={t.from} hideLabel errors={isAsked && fault ? [t.faults[fault]] : []}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={from}
            max={model.today}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <span aria-hidden="true">–</span>
      <Field label={t.to} hideLabel>
        {(control) => (
          <input {...control} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        )}
      </Field>
      <button type="submit" className="sb-button sb-button-plain" disabled={!isChanged}>
        <span>{t.show}</span>
      </button>
    </form>
  );
}

/** Ways out of the page: to paper, to a file, to the options. */
export function Ways({ model, actions }: { model: FiguresModel; actions: FiguresActions }) {
  const t = useTexts(figuresTexts, model.language);
  const { exportFigures } = actions;
  return (
    <div className="sb-figures-ways">
      {exportFigures && model.report && (
        <>
          <Button onPress={() => exportFigures('xlsx')}>{t.exportXlsx}</Button>
          <Button onPress={() => exportFigures('csv')}>{t.exportCsv}</Button>
        </>
      )}
      {(model.report ?? model.shiftFigures) && <Button onPress={actions.print}>{t.print}</Button>}
      <Button icon="gear" onPress={() => actions.openOptions('limits')}>
        {t.options}
      </Button>
    </div>
  );
}
