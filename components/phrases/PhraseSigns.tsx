import type { Language } from '../../rules/language/local-text.ts';
import type { PhraseHit, PhraseOffer } from '../dock/model.ts';
import { givingTexts } from '../i18n/giving-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { Chip } from '../ui/Marks.tsx';
import type { Standing } from './standing.ts';

/** What a row shows of a phrase beside title and text: colour, code, where the buyer stands, images, whose it is. */
export function PhraseSigns({
  hit,
  standing,
  language,
}: {
  hit: PhraseHit;
  standing: Standing | undefined;
  language: Language;
}) {
  const t = useTexts(givingTexts, language);
  const { phrase, why } = hit;
  return (
    <span className="sb-phrase-signs">
      {phrase.code && (
        <kbd className="sb-code">
          <Highlight text={phrase.code} ranges={why?.by === 'code' ? why.ranges : []} />
        </kbd>
      )}
      {phrase.kind && standing && (
        <Chip
          tone={standing.exhausted ? 'warn' : standing.had.length > 0 ? 'accent' : 'plain'}
          title={standing.had.length > 0 ? t.given(standing.had.length) : undefined}
        >
          {standing.exhausted
            ? t.exhausted
            : standing.open
              ? t.count(phrase.kind, standing.of)
              : t.at(phrase.kind, standing.index + 1, standing.of)}
        </Chip>
      )}
      {phrase.images !== undefined && (
        <Chip title={t.imagesHint(phrase.images)}>{t.images(phrase.images)}</Chip>
      )}
      {phrase.personal && <Chip title={t.personalHint}>{t.personal}</Chip>}
    </span>
  );
}

/** Why a phrase stands before the others; nothing for one that was searched for. */
export function OfferSign({ offer, language }: { offer: PhraseOffer | undefined; language: Language }) {
  const t = useTexts(givingTexts, language);
  if (!offer) return null;
  const words = offer.why === 'words' && offer.words !== undefined;
  return <Chip tone="accent">{words ? t.mentions(offer.words ?? '') : t.offer[offer.why]}</Chip>;
}

/** The text a row shows: what will be given, or the piece that was found. */
export function PhraseText({ hit, standing }: { hit: PhraseHit; standing: Standing | undefined }) {
  const { phrase, why } = hit;
  if (why?.by === 'text') return <Highlight text={why.text} ranges={why.ranges} />;
  return <>{standing?.text ?? phrase.text}</>;
}

/** Where a phrase stands in the library; the found part of it marked. */
export function PhrasePlace({ hit }: { hit: PhraseHit }) {
  const { phrase, why } = hit;
  const place = phrase.group === undefined ? phrase.category : `${phrase.category} › ${phrase.group}`;
  if (why?.by !== 'tag') return <>{place}</>;
  const at = place.lastIndexOf(why.text);
  if (at < 0) {
    return (
      <>
        {place} · <Highlight text={why.text} ranges={why.ranges} />
      </>
    );
  }
  return <Highlight text={place} ranges={why.ranges.map(([from, to]) => [from + at, to + at])} />;
}
