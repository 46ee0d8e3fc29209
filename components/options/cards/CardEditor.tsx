import { type FormEvent, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { cardSizeClass, cardText, isPrivateLabel } from '../../../rules/products/card-text.ts';
import { type SizeSteps, soundsLikeBag } from '../../../rules/products/size-class.ts';
import type { CardDraft } from '../../../storage/contracts/card-edits.ts';
import { optionsCardTexts } from '../../i18n/options-card-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Chip } from '../../ui/Marks.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useGuard } from '../../ui/trust.tsx';
import { type CardErrors, readCard, type TypedCard, typedCard } from './card-draft.ts';
import type { CardStart, EditableCard } from './model.ts';

type TextField = Exclude<keyof TypedCard, 'bag' | 'lines'>;

/** One product card being written. Nothing is kept before it is saved; what is wrong is said at the field. */
export function CardEditor({
  language,
  card,
  start,
  others,
  sizeSteps,
  onSave,
  onCancel,
}: {
  language: Language;
  card: EditableCard | undefined;
  start?: CardStart | undefined;
  /** The other cards. */
  others: readonly EditableCard[];
  sizeSteps: SizeSteps;
  onSave: (draft: CardDraft) => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsCardTexts, language);
  const guard = useGuard();
  const [typed, setTyped] = useState<TypedCard>(() => typedCard(card, start));
  const [tried, setTried] = useState(false);
  const read = readCard(typed, card?.id, others, t);
  const errors: CardErrors = tried && 'errors' in read ? read.errors : {};
  const change = (patch: Partial<TypedCard>): void => setTyped((before) => ({ ...before, ...patch }));
  const changeLine = (key: number, patch: { label?: string; text?: string }): void =>
    change({ lines: typed.lines.map((line) => (line.key === key ? { ...line, ...patch } : line)) });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('card' in read) onSave(read.card);
  };
  const box = (field: TextField, label: string, { hint, rows }: { hint?: string; rows?: number } = {}) => (
    <Field label={label} hint={hint} errors={errors[field] === undefined ? [] : [errors[field]]}>
      {(control) => {
        const shared = {
          ...control,
          autoComplete: 'off',
          'data-card-field': field,
          value: typed[field],
          onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
        };
        if (rows !== undefined) return <textarea {...shared} rows={rows} />;
        return (
          <input
            {...shared}
            type="text"
            // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
            autoFocus={field === (start?.code === undefined ? 'name' : 'material')}
          />
        );
      }}
    </Field>
  );
  const name = typed.name.trim() || typed.codes;
  const bag = typed.bag === 'auto' ? soundsLikeBag(name) : typed.bag === 'yes';
  const sizeClass = cardSizeClass({ name, size: typed.size, bag }, sizeSteps);
  const sizeSays =
    typed.size.trim() === ''
      ? t.sizeHint
      : sizeClass !== undefined
        ? t.sizeIs(sizeClass)
        : bag
          ? t.noSizeClass
          : t.notABag;

  return (
    <form className="sb-editor sb-card-editor" onSubmit={guard(save)} noValidate>
      <div className="sb-card-columns">
        {box('name', t.name, { hint: t.nameHint })}
        {box('codes', t.codes, { hint: t.codesHint })}
        {box('ids', t.ids, { hint: t.idsHint })}
        {box('material', t.material)}
        {box('size', t.size, { hint: sizeSays, rows: 2 })}
        <div className="sb-field">
          <span className="sb-field-name">{t.bag}</span>
          <Segments
            label={t.bag}
            options={(['auto', 'yes', 'no'] as const).map((id) => ({ id, label: t.bags[id] }))}
            chosen={typed.bag}
            onChoose={(chosen) => change({ bag: chosen })}
          />
        </div>
        {box('price', t.price)}
        {box('floor', t.floor, { hint: t.floorHint })}
        {box('stock', t.stock, { rows: 2 })}
        {box('matching', t.matching, { rows: 2 })}
      </div>
      {box('points', t.points, { hint: t.pointsHint, rows: 3 })}
      <fieldset className="sb-card-lines">
        <legend>{t.lines}</legend>
        {typed.lines.map(({ key, label, text }) => {
          const error = errors[`line-${key}`];
          return (
            <div key={key} className="sb-card-line">
              <input
                type="text"
                aria-label={t.lineLabel}
                placeholder={t.lineLabel}
                autoComplete="off"
                value={label}
                onChange={(event) => changeLine(key, { label: event.target.value })}
              />
              <input
                type="text"
                aria-label={`${t.lineText} ${label}`}
                placeholder={t.lineText}
                autoComplete="off"
                value={text}
                onChange={(event) => changeLine(key, { text: event.target.value })}
              />
              {isPrivateLabel(label) && <Chip tone="warn">{t.onlyMe}</Chip>}
              <IconButton
                icon="trash"
                label={t.removeLine(label)}
                onPress={() => change({ lines: typed.lines.filter((line) => line.key !== key) })}
              />
              {error !== undefined && (
                <p className="sb-error" role="alert">
                  {error}
                </p>
              )}
            </div>
          );
        })}
        <Button
          kind="quiet"
          icon="plus"
          onPress={() => {
            const key = Math.max(-1, ...typed.lines.map((line) => line.key)) + 1;
            change({ lines: [...typed.lines, { key, label: '', text: '' }] });
          }}
        >
          {t.addLine}
        </Button>
        <p className="sb-hint">{t.linesHint}</p>
      </fieldset>
      {'card' in read && (
        <details className="sb-card-preview">
          <summary>{t.preview}</summary>
          <pre>{cardText(read.card, sizeSteps)}</pre>
        </details>
      )}
      {errors.card !== undefined && (
        <p className="sb-error" role="alert">
          {errors.card}
        </p>
      )}
      <div className="sb-actions">
        <button type="submit" className="sb-button sb-button-primary">
          {t.save}
        </button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}
