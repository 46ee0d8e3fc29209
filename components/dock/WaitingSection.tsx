import { useState } from 'react';
import { beforeClosing } from '../../rules/metrics/at-stake.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import type { QuietChat } from '../../storage/schemas/queue.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { type WaitingTexts, waitingTexts } from '../i18n/waiting-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { EmptyLine } from '../ui/Marks.tsx';
import { Segments } from '../ui/Segments.tsx';
import { WaitingRow } from '../ui/WaitingRow.tsx';
import type { DockActions, DockModel } from './model.ts';
import { CappedList } from './waiting/CappedList.tsx';
import { placeNamer } from './waiting/places.ts';
import { QuietRow } from './waiting/QuietRow.tsx';

/** The way to the figures page; beside the choice of lists there is room for its icon only. */
function FiguresButton({
  actions: { openFigures },
  words,
  isNarrow,
}: {
  actions: Pick<DockActions, 'openFigures'>;
  words: WaitingTexts;
  isNarrow: boolean;
}) {
  if (!openFigures) return null;
  if (isNarrow) return <IconButton icon="chart" label={words.figuresHint} keepFocus onPress={openFigures} />;
  return (
    <Button kind="quiet" icon="chart" keepFocus title={words.figuresHint} onPress={openFigures}>
      {words.figures}
    </Button>
  );
}

type ListId = 'waiting' | 'closing' | 'lastWords' | 'closable';

/** Who waits, in the order given (metrics.md §6), and beside it the conversations that are not done or can be closed. */
export function WaitingSection({
  model,
  actions,
  now,
}: {
  model: DockModel;
  actions: DockActions;
  now: number;
}) {
  const words = useTexts(waitingTexts, model.language);
  const [wanted, setWanted] = useState<ListId>('waiting');
  const { waiting, lastWords = [], closable = [], quietCounts } = model;
  const closing = beforeClosing(waiting, now, model.rows);
  const counts: Record<ListId, number> = {
    waiting: waiting.length,
    closing: closing.length,
    lastWords: Math.max(lastWords.length, quietCounts?.lastWords ?? 0),
    closable: Math.max(closable.length, quietCounts?.closable ?? 0),
  };
  const lists = (Object.keys(counts) as ListId[]).filter((id) => id === 'waiting' || counts[id] > 0);
  // A list that ran empty leaves the agent with those who wait.
  const chosen = lists.includes(wanted) ? wanted : 'waiting';
  const placeOf = placeNamer([...waiting, ...lastWords, ...closable], model.language);
  const buyers = (items: readonly WaitingBuyer[]) => (
    <CappedList items={items} language={model.language}>
      {(item) => (
        <WaitingRow
          waiting={item}
          now={now}
          language={model.language}
          open={item.key === model.openConversation}
          place={placeOf(item)}
          rows={model.rows}
          onOpen={() => actions.openConversation(item)}
        />
      )}
    </CappedList>
  );
  const quiet = (items: readonly QuietChat[], hint: string) => (
    <>
      <p className="sb-hint sb-quiet-hint">{hint}</p>
      <CappedList items={items} language={model.language}>
        {(item) => (
          <QuietRow
            chat={item}
            now={now}
            language={model.language}
            open={item.key === model.openConversation}
            place={placeOf(item)}
            onOpen={() => actions.openConversation(item)}
          />
        )}
      </CappedList>
    </>
  );
  return (
    <>
      {(lists.length > 1 || actions.openFigures) && (
        <div className="sb-waiting-lists">
          {lists.length > 1 && (
            <Segments
              label={words.lists}
              options={lists.map((id) => ({ id, label: words[id](counts[id]) }))}
              chosen={chosen}
              onChoose={setWanted}
            />
          )}
          {lists.length <= 1 && <span className="sb-spring" />}
          <FiguresButton actions={actions} words={words} isNarrow={lists.length > 1} />
        </div>
      )}
      {chosen === 'waiting' &&
        (waiting.length === 0 ? <EmptyLine>{words.nobodyWaits}</EmptyLine> : buyers(waiting))}
      {chosen === 'closing' && buyers(closing)}
      {chosen === 'lastWords' && quiet(lastWords, words.lastWordHint)}
      {chosen === 'closable' && quiet(closable, words.closableHint)}
    </>
  );
}
