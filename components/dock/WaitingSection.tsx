import { dockTexts } from '../i18n/dock-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { EmptyLine } from '../ui/Marks.tsx';
import { WaitingRow } from '../ui/WaitingRow.tsx';
import type { DockActions, DockModel } from './model.ts';

/** The buyers whose last word has no answer, in the order given (metrics.md §6). */
export function WaitingSection({
  model,
  actions,
  now,
}: {
  model: DockModel;
  actions: DockActions;
  now: number;
}) {
  const t = useTexts(dockTexts, model.language);
  if (model.waiting.length === 0) return <EmptyLine>{t.nobodyWaits}</EmptyLine>;
  return (
    <ul className="sb-list sb-scroll">
      {model.waiting.map((waiting) => (
        <li key={waiting.key}>
          <WaitingRow
            waiting={waiting}
            now={now}
            language={model.language}
            open={waiting.key === model.openConversation}
            onOpen={() => actions.openConversation(waiting)}
          />
        </li>
      ))}
    </ul>
  );
}
