import type { Language } from '../../rules/language/local-text.ts';
import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { Chip } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { PadHit, PadNext } from './model.ts';

/** px; pad.css lays a row out in it: a line for the title, one for the text. */
export const padRowHeight = 48;

/** A phrase in the list. The search box keeps the focus and names the active row; the row only takes the pointer. */
export function PadRow({
  id,
  hit,
  next,
  digit,
  active,
  index,
  of,
  language,
  onPick,
}: {
  id: string;
  hit: PadHit;
  next: PadNext | undefined;
  /** The key that copies it while nothing is typed. */
  digit: number | undefined;
  active: boolean;
  index: number;
  of: number;
  language: Language;
  onPick: () => void;
}) {
  const t = useTexts(padTexts, language);
  const guard = useGuard();
  const { phrase, why } = hit;
  const place = phrase.group === undefined ? phrase.category : `${phrase.category} / ${phrase.group}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this list
    <div
      role="option"
      id={id}
      aria-selected={active}
      aria-posinset={index + 1}
      aria-setsize={of}
      tabIndex={-1}
      className="sb-pad-row"
      data-phrase={phrase.id}
      data-colour={phrase.colour}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(onPick)}
    >
      <span className="sb-pad-digit" aria-hidden="true">
        {digit}
      </span>
      <span className="sb-pad-row-head">
        <span className="sb-phrase-title">
          <Highlight text={phrase.title} ranges={hit.ranges} />
        </span>
        {phrase.code && (
          <kbd className="sb-code">
            <Highlight text={phrase.code} ranges={why?.by === 'code' ? why.ranges : []} />
          </kbd>
        )}
        {phrase.kind && next && next.of > 1 && (
          <Chip tone={next.exhausted ? 'warn' : next.index > 0 ? 'accent' : 'plain'}>
            {next.exhausted ? t.exhausted : t.badge[phrase.kind](next.index + 1, next.of)}
          </Chip>
        )}
        {why?.by === 'tag' && (
          <Chip>
            <Highlight text={why.text} ranges={why.ranges} />
          </Chip>
        )}
        {phrase.images.length > 0 && <Chip>{t.images(phrase.images.length)}</Chip>}
        <span className="sb-pad-row-place" title={place}>
          {place}
        </span>
      </span>
      <span className="sb-phrase-text">
        {why?.by === 'text' ? <Highlight text={why.text} ranges={why.ranges} /> : (next?.text ?? phrase.text)}
      </span>
    </div>
  );
}
