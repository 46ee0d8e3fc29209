import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { hitId, viewHits, withSuggestion } from '../../rules/wording/index.ts';
import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { imeOwns } from '../ui/ime.ts';
import { useGuard } from '../ui/trust.tsx';
import { HitRow } from '../wording/HitRow.tsx';
import type { PadActions } from './model.ts';

/** What the agent writes in their own words, checked while it is typed: no editor of a page will check it. */
export function PadDraft({ language, actions }: { language: Language; actions: PadActions }) {
  const t = useTexts(padTexts, language);
  const guard = useGuard();
  const [text, setText] = useState('');
  const blank = text.trim() === '';
  const { check } = actions;
  const hits = useMemo(() => (blank ? [] : check(text)), [blank, check, text]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || blank) return;
    event.preventDefault();
    actions.copyDraft(text);
  };
  return (
    <details className="sb-pad-draft">
      <summary>{t.draft}</summary>
      <textarea
        aria-label={t.draft}
        rows={3}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={guard(onKeyDown)}
      />
      <ul className="sb-hits sb-scroll">
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
      <p className="sb-pad-draft-foot">
        <span className="sb-hint" role="status">
          {!blank && hits.length === 0 ? t.draftFine : t.draftKeys}
        </span>
        <span className="sb-spring" />
        <Button disabled={blank} icon="copy" onPress={() => actions.copyDraft(text)}>
          {t.copy}
        </Button>
      </p>
    </details>
  );
}
