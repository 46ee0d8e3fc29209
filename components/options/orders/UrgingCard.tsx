import type { UrgingRules, UrgingStep } from '../../../rules/urging/index.ts';
import { optionsOrdersTexts } from '../../i18n/options-orders-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { type Reading, TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';
import { readClock, readWhole, splitNames } from '../read-fields.ts';

const mostSteps = 20;

/** Hours with at most two decimals as whole minutes. */
function readHours(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const minutes = Math.round(Number(match[0]) * 60);
  return minutes <= 10_080 ? minutes : undefined;
}

/** How the shop follows up unpaid orders (A11, rules.md §5). */
export function UrgingCard({ model, actions }: SectionProps) {
  const t = useTexts(optionsOrdersTexts, model.language);
  const { urging } = model.shop;
  const save = (change: Partial<UrgingRules>): void => actions.saveShop({ urging: { ...urging, ...change } });
  // In the order of age: the first touch takes the first step.
  const saveSteps = (steps: UrgingStep[]): void =>
    save({ steps: steps.toSorted((one, other) => one.afterMinutes - other.afterMinutes) });
  const changeStep = (at: number, change: Partial<UrgingStep>): void =>
    saveSteps(urging.steps.map((step, index) => (index === at ? { ...step, ...change } : step)));
  const whole =
    (most: number) =>
    (text: string): Reading<number> => {
      const value = readWhole(text, 0, most);
      return value === undefined ? { error: t.badNumber } : { value };
    };
  const clock = (text: string): Reading<string> => {
    const value = readClock(text);
    return value === undefined ? { error: t.badClock } : { value };
  };
  const words = (text: string): Reading<string> => {
    if (text.trim() === '') return { error: t.emptyWords };
    const problem = actions.checkTemplate(text).find(({ level }) => level === 'stop');
    return problem ? { error: inLanguage(problem.text, model.language) } : { value: text.slice(0, 2_000) };
  };
  const same = (text: string): string => text;
  return (
    <div className="sb-card sb-form" data-card="urging">
      <p className="sb-form-head sb-hint">{t.urgingHint}</p>
      <TextSetting
        label={t.touches}
        hint={t.touchesHint}
        value={urging.touches}
        print={String}
        read={whole(20)}
        onSave={(touches) => save({ touches })}
      />
      <TextSetting
        label={t.gap}
        value={urging.gapMinutes}
        print={(minutes) => String(Math.round((minutes / 60) * 100) / 100)}
        read={(text) => {
          const value = readHours(text);
          return value === undefined ? { error: t.badHours } : { value };
        }}
        onSave={(gapMinutes) => save({ gapMinutes })}
      />
      <TextSetting
        label={t.quietFrom}
        value={urging.quiet.from}
        print={same}
        read={clock}
        onSave={(from) => save({ quiet: { ...urging.quiet, from } })}
      />
      <TextSetting
        label={t.quietTo}
        value={urging.quiet.to}
        print={same}
        read={clock}
        onSave={(to) => save({ quiet: { ...urging.quiet, to } })}
      />
      <TextSetting
        label={t.stopWords}
        hint={t.stopWordsHint}
        wide
        value={urging.stopWords}
        print={(words) => words.join('、')}
        read={(text) => ({ value: splitNames(text).map((word) => word.slice(0, 100)) })}
        onSave={(stopWords) => save({ stopWords })}
      />
      <p className="sb-form-head">
        {t.ladder} <span className="sb-hint">{t.ladderHint}</span>
      </p>
      {urging.steps.map((step, at) => (
        // A step has nothing that names it but its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="sb-urging-step">
          <TextSetting
            label={`${t.step(at + 1)}：${t.after}`}
            value={step.afterMinutes}
            print={String}
            read={whole(43_200)}
            onSave={(afterMinutes) => changeStep(at, { afterMinutes })}
          />
          <TextSetting
            label={t.words}
            lines={2}
            value={step.text}
            print={same}
            read={words}
            onSave={(text) => changeStep(at, { text })}
          />
          <IconButton
            icon="trash"
            label={t.removeStep(at + 1)}
            onPress={() => saveSteps(urging.steps.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <p className="sb-form-head">
        <Button
          icon="plus"
          disabled={urging.steps.length >= mostSteps}
          onPress={() =>
            saveSteps([
              ...urging.steps,
              { afterMinutes: (urging.steps.at(-1)?.afterMinutes ?? 0) + 60, text: t.newWords },
            ])
          }
        >
          {t.addStep}
        </Button>
      </p>
    </div>
  );
}
