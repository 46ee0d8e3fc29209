import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import type { GivingView, PhraseHit, PhraseQuestion } from '../dock/model.ts';
import { paletteTexts } from '../i18n/palette-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { PhraseForm } from '../phrases/PhraseForm.tsx';
import { standingOf } from '../phrases/standing.ts';
import { useTypedQuery } from '../phrases/use-typed-query.ts';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { EmptyLine, Line } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import { useGuard } from '../ui/trust.tsx';
import { groupsFor, withGroup } from './complete-group.ts';
import { PaletteOption } from './PaletteOption.tsx';

const shownAtMost = 30;

export interface PaletteProps {
  language: Language;
  theme?: 'auto' | 'light' | 'dark';
  search: (query: string, limit: number) => PhraseHit[];
  /** Categories and groups, for `@`. */
  groups?: readonly string[];
  /** What the open conversation's buyer already got. */
  given?: GivingView['given'];
  /** Typed by the agent before the box had the keys (the palette was asked for in a frame). */
  typed?: string;
  /** That is not known yet: Enter waits for it. */
  pending?: boolean;
  /** `index`: which of the phrase's texts, where the agent chose one. */
  onPick: (id: string, index?: number) => void;
  onClose: () => void;
  /** The last pick needs this from the agent (phrases.md §4). */
  question?: PhraseQuestion | undefined;
  onAnswer?: (answers: Readonly<Record<string, string>>) => void;
  /** The agent went back from the question to the list. */
  onDrop?: () => void;
}

/**
 * The keyboard way to a phrase: a combobox over the library. Enter takes the first or chosen one, digits take a
 * numbered one while nothing is typed, Tab completes an `@` or goes through a phrase's texts. While an input method
 * composes, no key is a command; the list is filtered on its raw letters (phrases.md §3).
 */
export function Palette(props: PaletteProps) {
  const { language, theme = 'auto', onAnswer, onDrop, question } = props;
  const t = useTexts(paletteTexts, language);
  const asks = question && question.fields.length > 0 ? question : undefined;
  const names = question?.missing.map((name) => (/^[{｛]/.test(name) ? name : `{${name}}`)) ?? [];
  const blocked = question && names.length > 0 && (
    <Line tone={asks ? 'warn' : 'stop'} icon="alert">
      {t.blocked(question.title, names.join(language === 'en' ? ', ' : '、'))}
    </Line>
  );
  return (
    <Surface language={language} theme={theme}>
      {asks && (
        <div className="sb-palette sb-palette-form">
          {blocked}
          <PhraseForm
            language={language}
            title={asks.title}
            fields={asks.fields}
            last={asks.last}
            preview={asks.preview}
            onSubmit={(answers) => onAnswer?.(answers)}
            onCancel={() => onDrop?.()}
          />
        </div>
      )}
      <Finder {...props} hidden={asks !== undefined}>
        {!asks && blocked}
      </Finder>
    </Surface>
  );
}

function Finder({
  language,
  search,
  groups = [],
  given = {},
  typed = '',
  pending = false,
  onPick,
  onClose,
  hidden,
  children,
}: PaletteProps & { hidden: boolean; children: React.ReactNode }) {
  const t = useTexts(paletteTexts, language);
  const guard = useGuard();
  const base = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [steps, setSteps] = useState<Readonly<Record<string, number>>>({});
  const [settled, setSettled] = useState(!pending);
  /** Enter, pressed before it was known what it would take. */
  const [entered, setEntered] = useState(false);
  const query = useTypedQuery(() => setActive(0));
  const { value, setValue } = query;

  const hits = useMemo(() => search(query.query, shownAtMost), [search, query.query]);
  const completions = query.composing ? [] : groupsFor(value, groups);
  const at = Math.min(active, hits.length - 1);
  const numbered = value === '';

  useEffect(() => {
    if (!hidden) input.current?.focus();
  }, [hidden]);
  // Before the next key: what that key writes would take the place of what was typed earlier.
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken in once, when it is known
  useLayoutEffect(() => {
    if (pending) return;
    setValue(typed + (input.current?.value ?? ''));
    setSettled(true);
  }, [typed, pending]);
  useEffect(() => {
    if (!settled || !entered) return;
    setEntered(false);
    const hit = hits[at];
    if (hit) onPick(...chosen(hit, steps));
  }, [settled, entered, hits, at, steps, onPick]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const pick = (index: number): boolean => {
    const hit = hits[index];
    if (hit) onPick(...chosen(hit, steps));
    return hit !== undefined;
  };
  /** Another of the chosen phrase's texts. */
  const step = (by: number): void => {
    const phrase = hits[at]?.phrase;
    const standing = phrase && standingOf(phrase, given[phrase.id], steps[phrase.id]);
    if (!phrase || !standing) return;
    // Where chance would choose, the first press chooses the first.
    const next = standing.open ? (by > 0 ? 0 : standing.of - 1) : standing.index + by;
    setSteps({ ...steps, [phrase.id]: (next + standing.of) % standing.of });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event) || query.composing) return;
    const last = hits.length - 1;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const [completion] = completions;
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'Home' && plain && !event.shiftKey) setActive(0);
    else if (event.key === 'End' && plain && !event.shiftKey) setActive(last);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab' && plain) {
      if (completion !== undefined) setValue(withGroup(value, completion));
      else step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Enter' && !settled) setEntered(true);
    else if (event.key === 'Enter') pick(at);
    else if (settled && numbered && plain && /^[1-9]$/.test(event.key)) {
      // A digit beyond the list is the beginning of a code to search for.
      if (!pick(Number(event.key) - 1)) return;
    } else return;
    event.preventDefault();
  };

  return (
    <div className="sb-palette" role="dialog" aria-label={t.name} hidden={hidden}>
      <div className="sb-search">
        <Icon name="search" size={16} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t.name}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hits[at] ? `${base}-${at}` : undefined}
          placeholder={t.placeholder}
          autoComplete="off"
          spellCheck={false}
          {...query.box}
          onKeyDown={guard(onKeyDown)}
        />
      </div>
      {completions.length > 0 && (
        <p className="sb-completions">
          {completions.map((name, index) => (
            <button
              key={name}
              type="button"
              tabIndex={-1}
              data-first={index === 0 || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={guard(() => setValue(withGroup(value, name)))}
            >
              @{name}
            </button>
          ))}
          <span>{t.completes}</span>
        </p>
      )}
      {children}
      <div className="sb-scroll sb-palette-scroll">
        <div role="listbox" id={`${base}-list`} aria-label={t.results} ref={list}>
          {hits.map((hit, index) => (
            <PaletteOption
              key={hit.phrase.id}
              id={`${base}-${index}`}
              hit={hit}
              standing={standingOf(hit.phrase, given[hit.phrase.id], steps[hit.phrase.id])}
              digit={numbered && index < 9 ? index + 1 : undefined}
              active={index === at}
              language={language}
              onHover={() => index !== at && setActive(index)}
              onPick={() => pick(index)}
            />
          ))}
        </div>
        {hits.length === 0 && <EmptyLine>{value.trim() === '' ? t.empty : t.none}</EmptyLine>}
      </div>
      <p className="sb-foot">
        {t.keys}
        {numbered && ` · ${t.digitKeys}`}
        {hits[at]?.phrase.kind && ` · ${t.stepKeys}`}
        <output className="sb-unseen">{t.count(hits.length)}</output>
      </p>
    </div>
  );
}

/** The phrase, and which of its texts where the agent chose one. */
function chosen({ phrase }: PhraseHit, steps: Readonly<Record<string, number>>): [string, number?] {
  const index = steps[phrase.id];
  return index === undefined ? [phrase.id] : [phrase.id, index];
}
