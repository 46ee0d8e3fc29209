import { useMemo } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import {
  checkWording,
  hitId,
  type ShopWording,
  viewHits,
  type WordingHit,
  withSuggestion,
  wordingOf,
} from '../../rules/wording/index.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { wordingTexts } from '../i18n/wording-texts.ts';
import { HitRow } from '../wording/HitRow.tsx';

/** More than these are counted only. */
const most = 8;

/**
 * The wording check below a phrase that is being written: nothing while it is clean. It judges the text as a phrase of
 * the library, so `{买家}` is at home in it.
 * @param onChange gets the whole text with the better word in its place
 * @param onRelease gets the word to release for this shop
 */
export function WordingHits({
  language,
  text,
  wording,
  onChange,
  onRelease,
}: {
  language: Language;
  text: string;
  wording: ShopWording;
  onChange: (text: string) => void;
  onRelease?: ((word: string) => void) | undefined;
}) {
  const t = useTexts(wordingTexts, language);
  const hits = useMemo(() => checkWording(text, wordingOf(wording, undefined, 'library')), [text, wording]);
  if (hits.length === 0) return null;
  const views = viewHits(text, hits);
  const byId = new Map<string, WordingHit>(hits.map((hit) => [hitId(text, hit), hit]));
  return (
    <section className="sb-phrase-wording" aria-label={t.title}>
      <p className="sb-hint">
        {t.title} · <span role="status">{t.count(hits.length)}</span>
      </p>
      <ul className="sb-hits">
        {views.slice(0, most).map((view) => (
          <HitRow
            key={view.id}
            hit={view}
            language={language}
            onReplace={(id) => {
              const hit = byId.get(id);
              if (hit) onChange(withSuggestion(text, hit));
            }}
            onRelease={
              onRelease &&
              ((id) => {
                const hit = byId.get(id);
                if (hit) onRelease(text.slice(hit.start, hit.end));
              })
            }
          />
        ))}
      </ul>
      {views.length > most && <p className="sb-hint">{t.more(views.length - most)}</p>}
    </section>
  );
}
