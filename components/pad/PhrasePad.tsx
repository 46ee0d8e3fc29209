import { type ReactNode, useEffect, useRef, useState } from 'react';
import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { EmptyLine } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import type { PadActions, PadModel, PadPlace } from './model.ts';
import { PadCategories } from './PadCategories.tsx';
import { PadDraft } from './PadDraft.tsx';
import { PadOutcome } from './PadOutcome.tsx';
import { PadPreview } from './PadPreview.tsx';
import { PadSearch } from './PadSearch.tsx';
import { PadWhom } from './PadWhom.tsx';

/**
 * The phrase pad: a small window beside a chat in another program (issue "Phrases", 8). The search box keeps the
 * focus, everything is reached from the keys, and what was copied is said below the list.
 * @param form asks for what only the agent knows, in place of the list
 */
export function PhrasePad({
  model,
  actions,
  form,
}: {
  model: PadModel;
  actions: PadActions;
  form?: ReactNode;
}) {
  const t = useTexts(padTexts, model.language);
  const [chosen, setChosen] = useState<PadPlace>({});
  const [active, setActive] = useState<string>();
  const place = knownPlace(model, chosen);
  const asking = form !== undefined;
  const [drafting, setDrafting] = useState(false);
  const [steps, onStep] = useSteps(actions, model.outcome?.at);
  const search = useFocusBack(model.outcome?.at, asking || drafting || !model.ready);
  return (
    <Surface language={model.language} theme={model.theme} className="sb-pad">
      <PadWhom model={model} actions={actions} toSearch={() => search.current?.focus()} />
      {!model.ready && <EmptyLine>{t.loading}</EmptyLine>}
      {model.ready && (
        <>
          <div className="sb-pad-main" hidden={asking || drafting}>
            <PadSearch
              model={model}
              actions={actions}
              place={place}
              input={search}
              onActive={setActive}
              steps={steps}
              onStep={onStep}
              categories={<PadCategories model={model} place={place} onPlace={setChosen} />}
            />
            <PadPreview
              model={model}
              actions={actions}
              id={active}
              chosen={active === undefined ? undefined : steps[active]}
            />
          </div>
          {form}
          {model.outcome && !asking && (
            <PadOutcome outcome={model.outcome} language={model.language} actions={actions} />
          )}
          {!asking && (
            <PadDraft
              language={model.language}
              actions={actions}
              open={drafting}
              onOpen={(open) => {
                actions.moveOn();
                setDrafting(open);
              }}
            />
          )}
        </>
      )}
    </Surface>
  );
}

/** Texts chosen out of turn, until the next thing is copied. */
function useSteps(
  { next }: PadActions,
  outcome: number | undefined,
): [Readonly<Record<string, number>>, (id: string, by: number) => void] {
  const [steps, setSteps] = useState<Readonly<Record<string, number>>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new outcome is what ends the choice
  useEffect(() => setSteps({}), [outcome]);
  return [
    steps,
    (id, by) => {
      const standing = next(id, steps[id]);
      if (!standing || standing.of < 2) return;
      setSteps({ ...steps, [id]: (standing.index + by + standing.of) % standing.of });
    },
  ];
}

/** A category that no phrase is in any more is not one: the list shows everything again. */
function knownPlace(model: PadModel, { category, group }: PadPlace): PadPlace {
  const known = model.categories.find(({ name }) => name === category);
  if (!known) return {};
  return group !== undefined && known.groups.includes(group)
    ? { category: known.name, group }
    : { category: known.name };
}

/**
 * The search box has the focus, its text chosen, when the window comes forward, when something was copied and when a
 * form is done: the next search can be typed at once.
 * @param outcome another for every outcome; undefined when the last one was taken back, which moves no focus
 * @param away the box cannot be seen
 */
function useFocusBack(outcome: number | undefined, away: boolean) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (away) return undefined;
    // Whoever went to fetch a nick comes back to the box the nick is for.
    const forward = (): void => {
      const at = document.activeElement;
      if (!at?.matches('input, textarea, select') || at === search.current) toText(search.current);
    };
    toText(search.current);
    addEventListener('focus', forward);
    return () => removeEventListener('focus', forward);
  }, [away]);
  useEffect(() => {
    if (outcome !== undefined && !away) toText(search.current);
  }, [outcome, away]);
  return search;
}

function toText(box: HTMLInputElement | null): void {
  box?.focus();
  box?.select();
}
