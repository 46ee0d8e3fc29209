import { optionsRulesTexts } from '../i18n/options-rules-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { type Reading, TextSetting } from '../ui/TextSetting.tsx';
import type { SectionProps } from './model.ts';
import { readWhole } from './read-fields.ts';

const goals = ['meanReply', 'monthMeanReply', 'firstReply', 'breach'] as const;

/** What the shop asks of itself, in seconds: beside the platforms' limits, never instead of them (metrics.md §9). */
export function ShopGoals({ model, actions }: SectionProps) {
  const t = useTexts(optionsRulesTexts, model.language);
  const own = model.shop.goals;
  return (
    <>
      <h2>{t.goals}</h2>
      <p className="sb-hint">{t.goalsHint}</p>
      <div className="sb-card" data-card="goals">
        <div className="sb-form">
          {goals.map((goal) => (
            <TextSetting
              key={goal}
              label={t.goalNames[goal]}
              value={own[goal]}
              suffix={t.fields.seconds}
              print={String}
              read={(text): Reading<number> => {
                const value = readWhole(text, 1, 86_400);
                return value === undefined ? { error: t.badSeconds } : { value };
              }}
              onSave={(seconds) => actions.saveShop({ goals: { ...own, [goal]: seconds } })}
            />
          ))}
        </div>
      </div>
    </>
  );
}
