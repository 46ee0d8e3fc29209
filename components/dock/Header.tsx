import { worstLevel } from '../../rules/wording/hit-view.ts';
import { pageName } from '../../storage/page-names.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { wordingTexts } from '../i18n/wording-texts.ts';
import { Brand } from '../ui/Brand.tsx';
import { IconButton } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.tsx';
import { PauseControl } from '../ui/PauseControl.tsx';
import { useGuard } from '../ui/trust.tsx';
import { worstStep } from '../ui/wait.ts';
import type { DockActions, DockModel } from './model.ts';

/** The collapsed dock: one small tab with the number waiting in its worst colour. */
export function Handle({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const guard = useGuard();
  const now = useNow(model.waiting.length > 0);
  const words = useTexts(wordingTexts, model.language);
  const { wording } = model;
  const hits = wording ? wording.hits.length + wording.more : 0;
  const name = [t.expand(model.waiting.length), hits > 0 && words.handle(hits)].filter(Boolean).join('，');
  const trouble = model.orphaned || model.health.length > 0;
  return (
    <button
      type="button"
      className="sb-handle"
      data-drag-handle=""
      data-step={worstStep(model.waiting, now)}
      aria-label={name}
      aria-expanded={false}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(() => actions.place({ ...model.place, collapsed: false }))}
    >
      <Brand size={22} />
      {model.waiting.length > 0 && <span className="sb-handle-count">{model.waiting.length}</span>}
      {wording && hits > 0 && (
        <span className="sb-handle-wording" data-level={worstLevel(wording.hits)}>
          {hits}
        </span>
      )}
      {trouble && <span className="sb-handle-trouble">!</span>}
    </button>
  );
}

/** Level, date and note of every page that is read, a line each; of the map where none is. */
function evidenceWords(page: NonNullable<DockModel['page']>, language: DockModel['language']): string {
  const t = dockTexts[language];
  const words = (one: { level: typeof page.level; seen: string; note?: string }): string =>
    [t.level[one.level], t.seen(one.seen), one.note].filter(Boolean).join(' · ');
  if (!page.entries) return words(page);
  return page.entries
    .map((entry) => `${inLanguage(pageName(entry.kind), language)}: ${words(entry)}`)
    .join('\n');
}

/** Name, the map with its evidence, options and collapse. The bar itself is where the dock is dragged. */
export function Header({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const { page } = model;
  return (
    <header className="sb-dock-header" data-drag-handle="">
      <Brand size={18} />
      <strong>{t.name}</strong>
      {page && (
        <span className="sb-evidence" data-level={page.level} title={evidenceWords(page, model.language)}>
          {inLanguage(page.mapName, model.language)} · {t.level[page.level]} · {page.seen}
        </span>
      )}
      <span className="sb-spring" />
      {model.pausedUntil !== undefined && (
        <PauseControl
          compact
          pausedUntil={model.pausedUntil}
          language={model.language}
          onPause={actions.pause}
        />
      )}
      <IconButton icon="map" label={t.teachPage} keepFocus onPress={() => actions.pointAt({})} />
      <IconButton icon="gear" label={t.options} keepFocus onPress={actions.openOptions} />
      <IconButton
        icon="collapse"
        label={t.collapse}
        keepFocus
        expanded
        onPress={() => actions.place({ ...model.place, collapsed: true })}
      />
    </header>
  );
}
