import { useState } from 'react';
import type { LimitsValue, PlatformRow, ReplyLimits } from '../../rules/packs/platform-row.ts';
import { rowOf } from '../../rules/packs/row-reading.ts';
import type { Platform } from '../../rules/platform.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { AttentionCard } from './AttentionCard.tsx';
import type { SectionProps } from './model.ts';
import { readWhole } from './read-fields.ts';
import { ShopGoals } from './ShopGoals.tsx';

const steps = ['soft', 'warn', 'breach'] as const;

/** Platforms whose limits stand here: those a built-in map exists for come first; the rest are in 平台规则. */
const platforms: readonly Platform[] = ['pdd', 'jd', 'xianyu', 'taobao', 'doudian', 'kuaishou', '1688'];

const limitRows = (rows: readonly PlatformRow[]): PlatformRow[] =>
  platforms.flatMap((platform) => rowOf(rows, platform, 'limits') ?? []);

/** The wait steps per platform, a short way to the rows of 平台规则 (metrics.md §9), and how the agent is told. */
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
            {limitRows(model.rules.rows).map((row) => (
              <PlatformLimits key={row.id} row={row} model={model} actions={actions} />
            ))}
          </tbody>
        </table>
      </div>
      <ShopGoals model={model} actions={actions} />
      <AttentionCard model={model} actions={actions} />
    </>
  );
}

type Typed = Record<(typeof steps)[number], string>;

const typedOf = (limits: ReplyLimits): Typed => ({
  soft: String(limits.soft),
  warn: String(limits.warn),
  breach: String(limits.breach),
});

/** The three limits as typed, or which of the two rules they break. */
function readLimits(typed: Typed): ReplyLimits | 'number' | 'order' {
  const soft = readWhole(typed.soft, 1, 86_400);
  const warn = readWhole(typed.warn, 1, 86_400);
  const breach = readWhole(typed.breach, 1, 86_400);
  if (soft === undefined || warn === undefined || breach === undefined) return 'number';
  return soft <= warn && warn <= breach ? { soft, warn, breach } : 'order';
}

const limitsIn = (value: PlatformRow['value'] | undefined): LimitsValue | undefined =>
  value?.kind === 'limits' ? value.limits : undefined;

/** The steps of one platform; where the first reply has its own, those stand above. */
function PlatformLimits({ row, model, actions }: SectionProps & { row: PlatformRow }) {
  const t = useTexts(optionsTexts, model.language);
  const shipped = limitsIn(row.value);
  const own = limitsIn(row.user_value);
  const shown = own ?? shipped;
  if (!shipped || !shown || row.platform === 'all' || row.platform === 'weixin') return null;
  const name = platformName(row.platform, model.language);
  const reset = own && (() => actions.rules.reset(row));
  const save = (limits: LimitsValue): void => actions.rules.set(row, { kind: 'limits', limits });
  const shared = { language: model.language, platform: row.platform };
  const { first, ...later } = shown;
  return (
    <>
      {first && (
        <StepsRow
          {...shared}
          name={t.firstOf(name)}
          kept={first}
          shipped={shipped.first ?? shipped}
          onSave={(next) => save({ ...later, first: next })}
          onReset={reset}
        />
      )}
      <StepsRow
        {...shared}
        name={first ? t.laterOf(name) : name}
        kept={later}
        shipped={shipped}
        onSave={(next) => save({ ...next, ...(first && { first }) })}
        onReset={first ? undefined : reset}
      />
    </>
  );
}

function StepsRow({
  platform,
  name,
  language,
  kept,
  shipped,
  onSave,
  onReset,
}: {
  platform: Platform;
  name: string;
  language: SectionProps['model']['language'];
  kept: ReplyLimits;
  shipped: ReplyLimits;
  onSave(limits: ReplyLimits): void;
  onReset: (() => void) | undefined;
}) {
  const t = useTexts(optionsTexts, language);
  const [draft, setDraft] = useState<Typed>();
  const typed = draft ?? typedOf(kept);
  const read = readLimits(typed);

  const type = (step: keyof Typed, text: string): void => {
    const next = { ...typed, [step]: text };
    setDraft(next);
    const limits = readLimits(next);
    if (typeof limits === 'object') onSave(limits);
  };
  return (
    <>
      <tr data-platform={platform}>
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
        <td className="sb-muted sb-figures">{steps.map((step) => shipped[step]).join(' / ')}</td>
        <td>
          {onReset && (
            <Button
              kind="quiet"
              onPress={() => {
                setDraft(undefined);
                onReset();
              }}
            >
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
