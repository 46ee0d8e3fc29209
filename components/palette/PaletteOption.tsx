import type { Language } from '../../rules/language/local-text.ts';
import type { PhraseHit } from '../dock/model.ts';
import { OfferSign, PhrasePlace, PhraseSigns, PhraseText } from '../phrases/PhraseSigns.tsx';
import type { Standing } from '../phrases/standing.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { useGuard } from '../ui/trust.tsx';

/** A phrase in the palette's list. The box keeps the focus; the row only takes the pointer. */
export function PaletteOption({
  id,
  hit,
  standing,
  digit,
  active,
  language,
  onHover,
  onPick,
}: {
  id: string;
  hit: PhraseHit;
  standing: Standing | undefined;
  /** The key that takes it while nothing is typed. */
  digit: number | undefined;
  active: boolean;
  language: Language;
  onHover: () => void;
  onPick: () => void;
}) {
  const guard = useGuard();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this list
    <div
      role="option"
      id={id}
      aria-selected={active}
      tabIndex={-1}
      className="sb-option"
      data-phrase={hit.phrase.id}
      data-colour={hit.phrase.colour}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onHover}
      onClick={guard(onPick)}
    >
      <span className="sb-digit" aria-hidden="true">
        {digit ?? ''}
      </span>
      <span className="sb-phrase-title">
        <Highlight text={hit.phrase.title} ranges={hit.ranges} />
      </span>
      <PhraseSigns hit={hit} standing={standing} language={language} />
      <span className="sb-option-category">
        <OfferSign offer={hit.offer} language={language} />
        <PhrasePlace hit={hit} />
      </span>
      <span className="sb-phrase-text">
        <PhraseText hit={hit} standing={standing} />
      </span>
    </div>
  );
}
