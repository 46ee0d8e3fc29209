import { useState } from 'react';
import { fieldNames, pickerTexts } from '../i18n/picker-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Chip, Line } from '../ui/Marks.tsx';
import { Instruction } from './Instruction.tsx';
import type { PickerActions, PickerField, PickerModel } from './model.ts';

/** The guided list: what was found, what was confirmed, what could still be pointed at. */
export function FieldList({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  const names = useTexts(fieldNames, model.language);
  const [showAll, setShowAll] = useState(false);
  const suggested = model.fields.filter(({ state }) => state === 'suggested');
  const isEmpty = ({ state, required }: PickerField): boolean =>
    (state === 'empty' || state === 'skipped') && !required;
  const shown = showAll ? model.fields : model.fields.filter((field) => !isEmpty(field));
  const hidden = model.fields.length - model.fields.filter((field) => !isEmpty(field)).length;
  const missing = model.fields.filter(
    ({ required, state }) => required && state !== 'confirmed' && state !== 'suggested',
  );
  const canFinish = model.fields.every(({ required, state }) => !required || state === 'confirmed');
  const isPointing = model.fields.some(({ state }) => state === 'pointing');
  return (
    <>
      {isPointing && (
        <div className="sb-picker-body">
          <Instruction model={model} />
          <p className="sb-picker-hover sb-clip">{model.hover ? `${t.under}：${model.hover}` : '\u00a0'}</p>
        </div>
      )}
      <ul className="sb-picker-fields sb-scroll">
        {shown.map((field) => (
          <Item key={field.name} field={field} model={model} actions={actions} />
        ))}
        {hidden > 0 && !showAll && (
          <li>
            <Button
              kind="quiet"
              keepFocus
              icon="plus"
              data={{ 'data-more': '' }}
              onPress={() => setShowAll(true)}
            >
              {t.optionalFields(hidden)}
            </Button>
          </li>
        )}
      </ul>
      {model.kind === 'chat' && model.mode === 'teach' && (
        <Line tone={model.sides ? 'info' : 'warn'}>
          {model.sides ? t.sides(model.sides.told, model.sides.of) : t.noSides}
        </Line>
      )}
      <footer className="sb-picker-foot">
        {missing.length > 0 && (
          <p className="sb-hint">{t.missing(missing.map(({ name }) => names[name] ?? name).join('、'))}</p>
        )}
        <div className="sb-picker-actions">
          {suggested.length > 0 && (
            <Button kind="primary" keepFocus data={{ 'data-adopt': '' }} onPress={actions.confirmAll}>
              {t.adopt(suggested.length)}
            </Button>
          )}
          {model.mode === 'teach' && (suggested.length === 0 || canFinish) && (
            <Button
              kind="primary"
              keepFocus
              disabled={!canFinish}
              data={{ 'data-next': '' }}
              onPress={actions.next}
            >
              {t.toFinish}
            </Button>
          )}
          {model.mode === 'repair' && (
            <Button
              kind="primary"
              keepFocus
              disabled={!canFinish || model.saving}
              data={{ 'data-save': '' }}
              onPress={actions.save}
            >
              {model.saving ? t.saving : t.saveRepair}
            </Button>
          )}
          {model.mode === 'teach' && (
            <Button kind="quiet" keepFocus onPress={actions.back}>
              {t.back}
            </Button>
          )}
        </div>
        {model.mode === 'repair' && <p className="sb-hint">{t.keptOld}</p>}
      </footer>
    </>
  );
}

function Item({ field, model, actions }: { field: PickerField; model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  const names = useTexts(fieldNames, model.language);
  const name = names[field.name] ?? field.name;
  const has = field.state === 'confirmed' || field.state === 'suggested';
  return (
    <li
      className="sb-picker-field"
      data-field={field.name}
      data-state={field.state}
      aria-label={name}
      onMouseMove={() => actions.look(field.name)}
    >
      <div className="sb-picker-field-head">
        <b>{name}</b>
        {field.required && !has && <Chip tone="warn">{t.required}</Chip>}
        {field.state === 'confirmed' && <Chip tone="accent">✓</Chip>}
        {field.confidence && (
          <Chip tone={field.confidence === 'sure' ? 'info' : 'warn'}>{t[field.confidence]}</Chip>
        )}
        <span className="sb-spring" />
        {field.state === 'pointing' ? (
          <Button kind="quiet" keepFocus onPress={() => actions.point('')}>
            {t.cancelPoint}
          </Button>
        ) : (
          <>
            {field.state === 'suggested' && (
              <Button
                kind="quiet"
                keepFocus
                data={{ 'data-yes': field.name }}
                onPress={() => actions.confirm(field.name)}
              >
                {t.yes}
              </Button>
            )}
            <Button
              kind="quiet"
              keepFocus
              data={{ 'data-point': field.name }}
              onPress={() => actions.point(field.name)}
            >
              {has ? t.pointAgain : t.point}
            </Button>
            {!field.required && field.state !== 'skipped' && (
              <Button
                kind="quiet"
                keepFocus
                data={{ 'data-skip-field': field.name }}
                onPress={() => actions.skip(field.name)}
              >
                {t.skip}
              </Button>
            )}
          </>
        )}
      </div>
      {field.state === 'pointing' && <p className="sb-hint">{t.pointing}</p>}
      {has && (
        <>
          <ol className="sb-picker-values">
            {field.values.map((value, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values are shown in the order of their rows
              <li key={i} className={value === undefined ? 'sb-clip sb-muted' : 'sb-clip'} title={value}>
                {value === undefined ? t.empty : /^<[a-z-]+>$/.test(value) ? t.found : value}
              </li>
            ))}
          </ol>
          <p className="sb-hint">
            {field.rows > 1 && <span data-seen={field.seen}>{t.rowsRead(field.seen, field.rows)} · </span>}
            {field.anchor && t.anchors[field.anchor]}
          </p>
          {field.readings.length > 1 && (
            <label className="sb-picker-reading">
              <span className="sb-hint">{t.reading}</span>
              <select
                value={field.chosen}
                onChange={(event) => actions.chooseReading(field.name, Number(event.target.value))}
              >
                {field.readings.map((reading, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the choice
                  <option key={i} value={i}>
                    {reading.slice(0, 40)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
    </li>
  );
}
