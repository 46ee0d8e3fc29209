import type { Language } from '../../rules/language/local-text.ts';
import { worstLevel } from '../../rules/wording/hit-view.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { wordingTexts } from '../i18n/wording-texts.ts';
import { HitRow } from '../wording/HitRow.tsx';
import type { DockActions, WordingView } from './model.ts';

/**
 * What the wording check says of the text in the editor. It stands below the tabs, whichever is open: a phrase under
 * the pointer must not move away while the agent types.
 */
export function WordingSection({
  wording,
  language,
  actions,
}: {
  wording: WordingView | undefined;
  language: Language;
  actions: Pick<DockActions, 'replaceWord' | 'releaseWord' | 'showWord'>;
}) {
  const t = useTexts(wordingTexts, language);
  if (!wording || wording.hits.length === 0) return null;
  return (
    <section className="sb-wording" aria-label={t.title} data-wording={worstLevel(wording.hits)}>
      <header>
        <strong>{t.title}</strong>
        <span className="sb-wording-count" role="status">
          {t.count(wording.hits.length + wording.more)}
        </span>
        <span className="sb-hint">{t.channels[wording.channel]}</span>
        <span className="sb-spring" />
        <span className="sb-hint">{t.neverBlocks}</span>
      </header>
      <ul className="sb-hits">
        {wording.hits.map((hit) => (
          <HitRow
            key={hit.id}
            hit={hit}
            language={language}
            onReplace={actions.replaceWord}
            onRelease={actions.releaseWord}
            onShow={actions.showWord}
          />
        ))}
      </ul>
      {wording.more > 0 && <p className="sb-hint sb-wording-more">{t.more(wording.more)}</p>}
    </section>
  );
}
