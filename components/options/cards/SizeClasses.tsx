import { useState } from 'react';
import {
  readSizes,
  type SizeClass,
  type SizeSteps,
  sizeClassNames,
  sizeClassOf,
} from '../../../rules/products/size-class.ts';
import { optionsCardTexts } from '../../i18n/options-card-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';

const steps = ['mini', 'small', 'medium'] as const satisfies readonly Exclude<SizeClass, 'large'>[];

/** Which class a bag of these measures is, and where the classes end (mission.md B12). */
export function SizeClasses({ model, actions }: SectionProps) {
  const t = useTexts(optionsCardTexts, model.language);
  const [size, setSize] = useState('');
  const { sizeSteps } = model.cards;
  const found = readSizes(size);
  const read = (step: (typeof steps)[number], text: string): { value: number } | { error: string } => {
    const cm = Number(text.normalize('NFKC').trim().replace(/cm$/i, ''));
    const mm = Math.round(cm * 10);
    const next: SizeSteps = { ...sizeSteps, [step]: mm };
    const isOrdered = next.mini < next.small && next.small < next.medium;
    return text.trim() !== '' && Number.isFinite(cm) && mm > 0 && mm <= 3_000 && isOrdered
      ? { value: mm }
      : { error: t.badStep };
  };
  return (
    <div className="sb-card sb-size-classes">
      <p className="sb-hint">{t.calculatorHint}</p>
      <div className="sb-size-try">
        <Field label={t.trySize} hint={t.tryHint}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              data-size-try=""
              value={size}
              onChange={(event) => setSize(event.target.value)}
            />
          )}
        </Field>
        <output data-size-class="">
          {found.map(({ label, longest }) => (
            <p key={`${label} ${longest}`}>
              <strong>
                {label !== undefined && `${label} `}
                {sizeClassNames[sizeClassOf(longest, sizeSteps)]}
              </strong>{' '}
              <span className="sb-muted">{t.longest(String(longest / 10))}</span>
            </p>
          ))}
          {size.trim() !== '' && found.length === 0 && <p className="sb-muted">{t.unreadSize}</p>}
        </output>
      </div>
      <div className="sb-size-steps">
        {steps.map((step) => (
          <TextSetting
            key={step}
            label={t.below(sizeClassNames[step])}
            value={sizeSteps[step]}
            print={(mm) => String(mm / 10)}
            read={(text) => read(step, text)}
            onSave={(mm) => actions.cards.saveSizeSteps({ ...sizeSteps, [step]: mm })}
          />
        ))}
        <p className="sb-hint">{t.above(sizeClassNames.large)}</p>
      </div>
    </div>
  );
}
