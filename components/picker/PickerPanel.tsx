import { type KeyboardEvent, useEffect, useRef } from 'react';
import { pickerTexts } from '../i18n/picker-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Line } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import { FieldList } from './FieldList.tsx';
import { Finish } from './Finish.tsx';
import { Instruction } from './Instruction.tsx';
import type { PickerActions, PickerKind, PickerModel } from './model.ts';

const kinds: readonly PickerKind[] = ['orders', 'chat', 'reviews', 'price', 'refunds'];

/** The panel beside the page while it is taught. Draws only what the model says. */
export function PickerPanel({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  const panel = useRef<HTMLElement>(null);
  const byKeys = useRef(false);
  const { step, ask } = model;
  // Whoever works by keys stays in the panel when the control just pressed goes away with its step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step or question is what this waits for
  useEffect(() => {
    if (byKeys.current) panel.current?.focus();
  }, [step, ask]);
  const { side, collapsed } = model.place;
  return (
    <Surface language={model.language} theme={model.theme}>
      <section
        ref={panel}
        tabIndex={-1}
        className="sb-picker"
        data-side={side}
        data-step={step}
        aria-label={t.panel}
        onKeyDown={(event: KeyboardEvent) => {
          byKeys.current = event.key !== 'Escape';
        }}
        onMouseDown={() => {
          byKeys.current = false;
        }}
      >
        <header className="sb-picker-header">
          <strong>{model.mode === 'repair' ? t.repair : t.teach}</strong>
          {model.kind && (
            <span className="sb-chip" data-tone="accent">
              {t.kinds[model.kind][0]}
            </span>
          )}
          <span className="sb-spring" />
          <IconButton
            icon={side === 'right' ? 'left' : 'right'}
            label={side === 'right' ? t.toLeft : t.toRight}
            keepFocus
            onPress={() => actions.place({ side: side === 'right' ? 'left' : 'right', collapsed })}
          />
          <IconButton
            icon={collapsed ? 'down' : 'up'}
            label={collapsed ? t.expand : t.collapse}
            keepFocus
            expanded={!collapsed}
            onPress={() => actions.place({ side, collapsed: !collapsed })}
          />
          <IconButton icon="close" label={t.close} keepFocus onPress={actions.close} />
        </header>
        {!collapsed && <Body model={model} actions={actions} />}
        {collapsed && <Instruction model={model} />}
      </section>
    </Surface>
  );
}

function Body({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  return (
    <>
      {model.problems.map((problem) => (
        <Line key={problem.en} tone="warn" icon="alert">
          {inLanguage(problem, model.language)}
        </Line>
      ))}
      {model.step === 'kind' && <Kinds model={model} actions={actions} />}
      {model.step === 'point' && <Point model={model} actions={actions} />}
      {model.step === 'row' && <Row model={model} actions={actions} />}
      {model.step === 'fields' && <FieldList model={model} actions={actions} />}
      {model.step === 'finish' && <Finish model={model} actions={actions} />}
    </>
  );
}

function Kinds({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  return (
    <div className="sb-picker-body">
      <p>{t.whatPage}</p>
      <div className="sb-picker-kinds">
        {kinds.map((kind) => (
          <Button key={kind} keepFocus data={{ 'data-kind': kind }} onPress={() => actions.chooseKind(kind)}>
            <b>{t.kinds[kind][0]}</b>
            <small>{t.kinds[kind][1]}</small>
          </Button>
        ))}
      </div>
    </div>
  );
}

function Point({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  return (
    <div className="sb-picker-body">
      <Instruction model={model} />
      <p className="sb-picker-hover sb-clip">{model.hover ? `${t.under}：${model.hover}` : '\u00a0'}</p>
      <p className="sb-hint">{t.pointHint}</p>
      <div className="sb-picker-actions">
        {model.askOptional && (
          <Button keepFocus data={{ 'data-skip': '' }} onPress={actions.skipAsk}>
            {t.skipAsk}
          </Button>
        )}
        {model.mode === 'teach' && (
          <Button kind="quiet" keepFocus onPress={actions.back}>
            {t.back}
          </Button>
        )}
      </div>
    </div>
  );
}

function Row({ model, actions }: { model: PickerModel; actions: PickerActions }) {
  const t = useTexts(pickerTexts, model.language);
  const { row } = model;
  if (!row) return null;
  return (
    <div className="sb-picker-body">
      <p>
        <b data-rows={row.count}>{t.foundRows(row.count)}</b>
        {row.grouped && <span className="sb-muted"> · {t.grouped}</span>}
      </p>
      <p className="sb-hint">{t.isRow}</p>
      <ol className="sb-picker-rows">
        {row.texts.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are shown in their order and may say the same
          <li key={i} className="sb-clip">
            {text}
          </li>
        ))}
      </ol>
      {row.count > row.texts.length && <p className="sb-hint">{t.more(row.count - row.texts.length)}</p>}
      <div className="sb-picker-actions">
        <Button keepFocus icon="up" disabled={row.level + 1 >= row.levels} onPress={actions.widen}>
          {t.widen}
        </Button>
        <Button keepFocus icon="down" disabled={row.level === 0} onPress={actions.narrow}>
          {t.narrow}
        </Button>
      </div>
      <div className="sb-picker-actions">
        <Button kind="primary" keepFocus data={{ 'data-confirm-row': '' }} onPress={actions.confirmRow}>
          {t.confirmRow}
        </Button>
        <Button keepFocus onPress={actions.again}>
          {t.again}
        </Button>
      </div>
    </div>
  );
}
