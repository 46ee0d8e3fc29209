import { useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen, readMoney } from '../../../rules/money/money.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import {
  longestExpression,
  type NamedFormula,
  readExpression,
  workFormula,
} from '../../../rules/price/index.ts';
import { optionsPricingTexts } from '../../i18n/options-pricing-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { SectionProps } from '../model.ts';

/** An id no formula has. */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** As shipped and not edited: one shop's habit, which every surface calls an example. */
const isExample = (formula: NamedFormula): boolean =>
  exampleShop.pricing.formulas.some(
    ({ id, name, expression }) =>
      id === formula.id && name === formula.name && expression === formula.expression,
  );

/** The shop's ways from cost to price: checked and tried while they are typed, kept once they can be read. */
export function Formulas({ model, actions }: SectionProps) {
  const { language, shop } = model;
  const t = useTexts(optionsPricingTexts, language);
  const { pricing } = shop;
  const [trial, setTrial] = useState('30');
  /** A formula that has no name or cannot be read yet. */
  const [fresh, setFresh] = useState<NamedFormula>();
  const cost = readMoney(trial);
  const save = (formulas: NamedFormula[]): void => {
    const floor = formulas.some(({ id }) => id === pricing.floorFormula) ? pricing.floorFormula : undefined;
    const { floorFormula: _, ...rest } = pricing;
    actions.saveShop({ pricing: { ...rest, formulas, ...(floor !== undefined && { floorFormula: floor }) } });
  };
  const keep = (formula: NamedFormula): void => {
    const known = pricing.formulas.some(({ id }) => id === formula.id);
    if (!known) setFresh(undefined);
    save(
      known
        ? pricing.formulas.map((one) => (one.id === formula.id ? formula : one))
        : [...pricing.formulas, formula],
    );
  };
  const rows = fresh ? [...pricing.formulas, fresh] : pricing.formulas;
  return (
    <div className="sb-card sb-pricing-card">
      <p className="sb-hint">{t.formulasHint}</p>
      {pricing.formulas.some(isExample) && <p className="sb-hint">{t.exampleFormulas}</p>}
      <Field label={t.trial}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={trial}
            onChange={(event) => setTrial(event.target.value)}
          />
        )}
      </Field>
      {rows.map((formula) => (
        <FormulaRow
          key={formula.id}
          formula={formula}
          cost={cost !== undefined && cost >= 0 ? cost : undefined}
          language={language}
          onKeep={keep}
          onRemove={() => {
            if (formula.id === fresh?.id) setFresh(undefined);
            else save(pricing.formulas.filter(({ id }) => id !== formula.id));
          }}
        />
      ))}
      <p>
        <Button
          icon="plus"
          disabled={fresh !== undefined}
          onPress={() => setFresh({ id: freeId('formula', pricing.formulas), name: '', expression: '' })}
        >
          {t.addFormula}
        </Button>
      </p>
    </div>
  );
}

function FormulaRow({
  formula,
  cost,
  language,
  onKeep,
  onRemove,
}: {
  formula: NamedFormula;
  /** Fen. */
  cost: number | undefined;
  language: Language;
  onKeep: (formula: NamedFormula) => void;
  onRemove: () => void;
}) {
  const t = useTexts(optionsPricingTexts, language);
  const [typed, setTyped] = useState<NamedFormula>();
  const shown = typed ?? formula;
  const reading = readExpression(shown.expression);
  const errors: string[] = [];
  if (shown.expression.trim() !== '' && !reading.ok) errors.push(inLanguage(reading.fault.says, language));
  const nameless = shown.name.trim() === '';
  const change = (next: NamedFormula): void => {
    setTyped(next);
    const isWhole = next.name.trim() !== '' && readExpression(next.expression).ok;
    if (isWhole) onKeep({ ...next, name: next.name.trim(), expression: next.expression.trim() });
  };
  const worked =
    reading.ok && cost !== undefined ? workFormula(shown, { cost, freight: 0, price: cost }) : undefined;
  return (
    <div className="sb-formula-row" data-formula={formula.id}>
      <Field label={t.name} errors={nameless && shown.expression !== '' ? [t.needsName] : []}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={80}
            autoComplete="off"
            value={shown.name}
            onChange={(event) => change({ ...shown, name: event.target.value })}
            onBlur={() => errors.length === 0 && !nameless && setTyped(undefined)}
          />
        )}
      </Field>
      <Field
        label={t.expression}
        errors={errors}
        hint={worked && (worked.ok ? worked.arithmetic : inLanguage(worked.says, language))}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={longestExpression}
            autoComplete="off"
            spellCheck={false}
            value={shown.expression}
            onChange={(event) => change({ ...shown, expression: event.target.value })}
            onBlur={() => errors.length === 0 && !nameless && setTyped(undefined)}
          />
        )}
      </Field>
      <b className="sb-figures">{worked?.ok ? `¥${formatFen(worked.price)}` : ''}</b>
      <IconButton icon="trash" label={t.removeFormula(shown.name)} onPress={onRemove} />
    </div>
  );
}
