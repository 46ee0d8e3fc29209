import type { Language } from '../../rules/language/local-text.ts';
import type { WordingHitView } from '../../rules/wording/hit-view.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { wordingTexts } from '../i18n/wording-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';

/** What can be done about a hit; what is absent is not offered. */
export interface HitActions {
  /** Puts the better words in its place. */
  onReplace?: ((id: string) => void) | undefined;
  /** Releases the word for this shop. */
  onRelease?: ((id: string) => void) | undefined;
  /** Shows the place in the editor. */
  onShow?: ((id: string) => void) | undefined;
}

/** One hit: how grave, the word where it stands, why and on what ground, and the better word one click away. */
export function HitRow({
  hit,
  language,
  onReplace,
  onRelease,
  onShow,
}: HitActions & { hit: WordingHitView; language: Language }) {
  const t = useTexts(wordingTexts, language);
  const guard = useGuard();
  const context = (
    <>
      <span>{hit.before}</span>
      <mark>{hit.word}</mark>
      <span>{hit.after}</span>
    </>
  );
  return (
    <li className="sb-hit" data-level={hit.level} data-category={hit.category}>
      <p className="sb-hit-head">
        <Chip tone={hit.level}>{t.levels[hit.level]}</Chip>
        {onShow ? (
          <button
            type="button"
            className="sb-hit-context"
            title={t.show(hit.word)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={guard(() => onShow(hit.id))}
          >
            {context}
          </button>
        ) : (
          <span className="sb-hit-context">{context}</span>
        )}
      </p>
      <p className="sb-hit-why" title={`${inLanguage(hit.reason, language)} · ${t.source(hit.source)}`}>
        {inLanguage(hit.reason, language)}
        <span className="sb-hit-source"> · {t.source(hit.source)}</span>
      </p>
      {((onReplace && hit.suggestion !== undefined) || onRelease) && (
        <p className="sb-hit-actions">
          {onReplace && hit.suggestion !== undefined && (
            <Button keepFocus onPress={() => onReplace(hit.id)}>
              {t.replace(hit.suggestion)}
            </Button>
          )}
          {onRelease && (
            <Button kind="quiet" keepFocus title={t.releaseHint(hit.word)} onPress={() => onRelease(hit.id)}>
              {t.release}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}
