import { useState } from 'react';
import { type FactName, type FactTest, factKind } from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { readAmount, readWhole } from '../read-fields.ts';

/** When the page gives an answer by itself: words ticked, or a range. */
export function FactTestFields({
  name,
  test,
  language,
  onChange,
}: {
  name: FactName;
  test: FactTest | undefined;
  language: Language;
  /** Undefined: never by itself. */
  onChange: (test: FactTest | undefined) => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const kind = factKind(name);
  if (kind.kind === 'words') {
    const chosen = test?.is ?? [];
    const toggle = (value: string, on: boolean): void => {
      const is = on ? [...chosen, value] : chosen.filter((one) => one !== value);
      onChange(is.length > 0 ? { is } : undefined);
    };
    return (
      <fieldset className="sb-fieldset sb-decision-when">
        <legend>{t.when}</legend>
        <div className="sb-decision-checks">
          {Object.entries(kind.values).map(([value, text]) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => toggle(value, event.target.checked)}
              />
              {inLanguage(text, language)}
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  const change = (bound: 'from' | 'under', value: number | undefined): void => {
    const { [bound]: _, ...rest } = test ?? {};
    const next = { ...rest, ...(value !== undefined && { [bound]: value }) };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <fieldset className="sb-fieldset sb-decision-when">
      <legend>{t.when}</legend>
      <div className="sb-decision-checks">
        {(['from', 'under'] as const).map((bound) => (
          <Bound
            key={bound}
            label={bound === 'from' ? t.fromNumber : t.underNumber}
            unit={kind.unit}
            value={test?.[bound]}
            language={language}
            onChange={(value) => change(bound, value)}
          />
        ))}
        <span className="sb-muted">{t.units[kind.unit]}</span>
      </div>
    </fieldset>
  );
}

/** More days or pieces are a slip of the keys. */
const mostWhole = 999_999;

function Bound({
  label,
  unit,
  value,
  language,
  onChange,
}: {
  label: string;
  unit: 'fen' | 'days' | 'pieces';
  value: number | undefined;
  language: Language;
  onChange: (value: number | undefined) => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const [typed, setTyped] = useState(
    value === undefined ? '' : unit === 'fen' ? formatFen(value) : String(value),
  );
  const [wrong, setWrong] = useState(false);
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        aria-invalid={wrong || undefined}
        title={wrong ? t.badNumber : undefined}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const read = unit === 'fen' ? readAmount(text) : readWhole(text, 0, mostWhole);
          setWrong(text.trim() !== '' && read === undefined);
          if (text.trim() === '' || read !== undefined) onChange(read);
        }}
      />
    </label>
  );
}
