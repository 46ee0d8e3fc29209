import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { hitId, viewHits, withSuggestion } from '../../rules/wording/index.ts';
import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { useGuard } from '../ui/trust.tsx';
import { HitRow } from '../wording/HitRow.tsx';
import type { PadActions } from './model.ts';

/** What the agent writes in their own words, checked while it is typed: no editor of a page will check it. */
export function PadDraft({
  language,
  actions,
  open,
  onOpen,
}: {
  language: Language;
  actions: PadActions;
  /** In the list's place; what was written stays while it is closed. */
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const t = useTexts(padTexts, language);
  const guard = useGuard();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const blank = text.trim() === '';
  const { check } = actions;
  const hits = useMemo(() => (blank ? [] : check(text)), [blank, check, text]);

  useEffect(() => {
    if (open) box.current?.focus();
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event)) return;
    if (event.key === 'Escape') onOpen(false);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !blank) actions.copyDraft(text);
    else return;
    event.preventDefault();
  };
  return (
    <section className="sb-pad-draft" data-open={open || undefined} aria-label={t.draft}>
      <button
        type="button"
        className="sb-pad-draft-toggle"
        aria-expanded={open}
        onClick={guard(() => onOpen(!open))}
      >
        <Icon name={open ? 'down' : 'edit'} size={14} />
        {t.draft}
      </button>
      <textarea
        ref={box}
        hidden={!open}
        aria-label={t.draftName}
        rows={4}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={guard(onKeyDown)}
      />
      <ul className="sb-hits sb-scroll" hidden={!open}>
        {viewHits(text, hits).map((view) => (
          <HitRow
            key={view.id}
            hit={view}
            language={language}
            onReplace={(id) => {
              const hit = hits.find((one) => hitId(text, one) === id);
              if (hit) setText(withSuggestion(text, hit));
            }}
          />
        ))}
      </ul>
      <p className="sb-pad-draft-foot" hidden={!open}>
        <span className="sb-hint" role="status">
          {!blank && hits.length === 0 ? t.draftFine : t.draftKeys}
        </span>
        <span className="sb-spring" />
        <Button disabled={blank} icon="copy" onPress={() => actions.copyDraft(text)}>
          {t.copy}
        </Button>
      </p>
    </section>
  );
}
