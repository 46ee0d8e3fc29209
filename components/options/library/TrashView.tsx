import { DAY_MS } from '../../../rules/time/shanghai.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { EmptyLine } from '../../ui/Marks.tsx';
import { SortableWindow } from '../../ui/SortableWindow.tsx';
import type { SectionProps } from '../model.ts';
import type { TrashedPhrase } from './model.ts';
import { PhraseRow, phraseRowHeight } from './PhraseRow.tsx';

const idOf = ({ id }: TrashedPhrase): string => id;

/** What was deleted, for as long as it can be brought back. */
export function TrashView({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(libraryTexts, model.language);
  const { trash, trashDays, now } = model.library;
  const daysLeft = ({ deletedAt }: TrashedPhrase): number =>
    Math.max(0, Math.ceil(((deletedAt ?? now) + trashDays * DAY_MS - now) / DAY_MS));
  if (trash.length === 0)
    return (
      <>
        <p className="sb-library-note sb-hint">{words.trashIntro(trashDays)}</p>
        <EmptyLine>{words.trashEmpty}</EmptyLine>
      </>
    );
  return (
    <>
      <div className="sb-library-note">
        <p className="sb-hint">{words.trashIntro(trashDays)}</p>
        <span className="sb-spring" />
        <Button onPress={() => actions.library.trash(trash.map(idOf), false)}>{words.restoreAll}</Button>
        <ConfirmButton
          label={words.empty}
          question={words.emptyAsk(trash.length)}
          yes={t.eraseYes}
          no={t.cancel}
          onConfirm={() => actions.library.purge()}
        />
      </div>
      <SortableWindow
        items={trash}
        idOf={idOf}
        gripLabel={idOf}
        onMove={() => undefined}
        movable={false}
        rowHeight={phraseRowHeight}
      >
        {(phrase) => (
          <PhraseRow model={model} phrase={phrase} withPlace>
            <span className="sb-hint sb-days">{words.daysLeft(daysLeft(phrase))}</span>
            <IconButton
              icon="undo"
              label={words.restoreOne(phrase.title)}
              onPress={() => actions.library.trash([phrase.id], false)}
            />
            <IconButton
              icon="close"
              label={words.purgeOne(phrase.title)}
              onPress={() => actions.library.purge([phrase.id])}
            />
          </PhraseRow>
        )}
      </SortableWindow>
    </>
  );
}
