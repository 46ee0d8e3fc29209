import type { Language } from '../../rules/language/local-text.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { OfferSign, PhrasePlace, PhraseSigns, PhraseText } from '../phrases/PhraseSigns.tsx';
import { standingOf } from '../phrases/standing.ts';
import { IconButton } from '../ui/Button.tsx';
import { Highlight } from '../ui/Highlight.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { PhraseHit } from './model.ts';

/** px; dock.css lays a row out in it: a line for the title, one for the text. */
export const phraseRowHeight = 46;

export interface PhraseRowProps {
  id: string;
  hit: PhraseHit;
  active: boolean;
  given: readonly number[] | undefined;
  language: Language;
  /** The category or group is said where the list mixes them. */
  showPlace: boolean;
  onInsert: () => void;
  /** Shows the texts of a phrase that has several. */
  onSteps: () => void;
}

/** A phrase in the dock. The search box keeps the focus and names the active row; the row only takes the pointer. */
export function PhraseRow({
  id,
  hit,
  active,
  given,
  language,
  showPlace,
  onInsert,
  onSteps,
}: PhraseRowProps) {
  const t = useTexts(dockTexts, language);
  const guard = useGuard();
  const { phrase } = hit;
  const standing = standingOf(phrase, given);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this list
    <div
      role="option"
      id={id}
      aria-selected={active}
      tabIndex={-1}
      className="sb-phrase"
      data-phrase={phrase.id}
      data-colour={phrase.colour}
      title={standing?.text ?? phrase.text}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(onInsert)}
    >
      <span className="sb-phrase-title">
        <Highlight text={phrase.title} ranges={hit.ranges} />
      </span>
      <PhraseSigns hit={hit} standing={standing} language={language} />
      <span className="sb-phrase-text">
        {hit.offer && <OfferSign offer={hit.offer} language={language} />}
        {showPlace && (
          <em>
            <PhrasePlace hit={hit} />
          </em>
        )}
        <PhraseText hit={hit} standing={standing} />
      </span>
      {standing && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the press from the row around it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside has the keys
        <span className="sb-phrase-steps" onClick={(event) => event.stopPropagation()}>
          <IconButton icon="down" label={t.steps(phrase.title)} keepFocus onPress={onSteps} />
        </span>
      )}
    </div>
  );
}
