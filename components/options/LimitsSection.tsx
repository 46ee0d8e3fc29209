import { useState } from 'react';
import { optionsTexts } from '../i18n/options-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { AttentionCard } from './AttentionCard.tsx';
import type { Limits, PackLimits, SectionProps } from './model.ts';
import { readWhole } from './read-fields.ts';

const steps = ['soft', 'warn', 'breach'] as const;

/** The agent's own limits per platform beside the rule pack's (metrics.md §9), and how the agent is told. */
export function LimitsSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  return (
    <>
      <div className="sb-card">
        <p className="sb-hint">{t.limitsIntro}</p>
        <table className="sb-table">
          <thead>
            <tr>
              <th scope="col">{t.platform}</th>
              {steps.map((step) => (
                <th key={step} scope="col">
                  {t[step]}
                </th>
              ))}
              <th scope="col">{t.pack}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {model.packLimits.map((pack) => (
              <LimitsRow key={pack.platform} pack={pack} model={model} actions={actions} />
            ))}
          </tbody>
        </table>
      </div>
      <AttentionCard model={model} actions={actions} />
    </>
  );
}

type Typed = Record<(typeof steps)[number], string>;

const typedOf = (limits: Limits): Typed => ({
  soft: String(limits.soft),
  warn: String(limits.warn),
  breach: String(limits.breach),
});

/** The three limits as typed, or which of the two rules they break. */
function readLimits(typed: Typed): Limits | 'number' | 'order' {
  const soft = readWhole(typed.soft, 1, 86_400);
  const warn = readWhole(typed.warn, 1, 86_400);
  const breach = readWhole(typed.breach, 1, 86_400);
  if (soft === undefined || warn === undefined || breach === undefined) return 'number';
  return soft <= warn && warn <= breach ? { soft, warn, breach } : 'order';
}

function LimitsRow({ pack, model, actions }: SectionProps & { pack: PackLimits }) {
  const t = useTexts(optionsTexts, model.language);
  const own = model.settings.limits[pack.platform];
  const [draft, setDraft] = useState<Typed>();
  const typed = draft ?? typedOf(own ?? pack.limits);
  const read = readLimits(typed);
  const name = platformName(pack.platform, model.language);

  const type = (step: keyof Typed, text: string): void => {
    const next = { ...typed, [step]: text };
    setDraft(next);
    const limits = readLimits(next);
    if (typeof limits === 'object') {
      actions.saveSettings({ limits: { ...model.settings.limits, [pack.platform]: limits } });
    }
  };
  const reset = (): void => {
    setDraft(undefined);
    const { [pack.platform]: _, ...rest } = model.settings.limits;
    actions.saveSettings({ limits: rest });
  };
  return (
    <>
      <tr data-platform={pack.platform}>
        <th scope="row">{name}</th>
        {steps.map((step) => (
          <td key={step}>
            <span className="sb-with-suffix sb-narrow">
              <input
                type="text"
                inputMode="numeric"
                aria-label={t.limitOf(name, t[step])}
                aria-invalid={typeof read === 'string' || undefined}
                value={typed[step]}
                onChange={(event) => type(step, event.target.value)}
                onBlur={() => typeof read === 'object' && setDraft(undefined)}
              />
              <span className="sb-muted">{t.seconds}</span>
            </span>
          </td>
        ))}
        <td className="sb-muted sb-figures" title={pack.source && inLanguage(pack.source, model.language)}>
          {steps.map((step) => pack.limits[step]).join(' / ')}
        </td>
        <td>
          {own && (
            <Button kind="quiet" onPress={reset}>
              {t.reset}
            </Button>
          )}
        </td>
      </tr>
      {typeof read === 'string' && (
        <tr className="sb-error-row">
          <td colSpan={6} role="alert" className="sb-error">
            {t.limitsOf(name, read === 'number' ? t.limitsNumber : t.limitsOrder)}
          </td>
        </tr>
      )}
    </>
  );
}
