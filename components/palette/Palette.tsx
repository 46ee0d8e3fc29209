import {
  type CompositionEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import type { PhraseHit } from '../dock/model.ts';
import { paletteTexts } from '../i18n/palette-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { EmptyLine, Line } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import { useGuard } from '../ui/trust.tsx';

const shownAtMost = 30;

export interface PaletteProps {
  language: Language;
  theme?: 'auto' | 'light' | 'dark';
  search: (query: string, limit: number) => PhraseHit[];
  /** Typed by the agent before the box had the keys (the palette was asked for in a frame). */
  typed?: string;
  /** That is not known yet: Enter waits for it. */
  pending?: boolean;
  onPick: (id: string) => void;
  onClose: () => void;
  /** The last pick was refused: these values of this phrase could not be read (phrases.md §4). */
  blocked?: { title: string; missing: string[] } | undefined;
}

/**
 * The keyboard way to a phrase: a combobox over the library. Enter takes the first or chosen one, digits take a
 * numbered one while nothing is typed. While an input method composes, no key is a command; the list is filtered
 * on its raw letters (phrases.md §3).
 */
export function Palette(props: PaletteProps) {
  const { language, theme = 'auto', search, typed = '', pending = false, onPick, onClose, blocked } = props;
  const t = useTexts(paletteTexts, language);
  const guard = useGuard();
  const base = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState('');
  const [composing, setComposing] = useState('');
  const [active, setActive] = useState(0);
  const [settled, setSettled] = useState(!pending);
  /** Enter, pressed before it was known what it would take. */
  const [entered, setEntered] = useState(false);

  const query = composing === '' ? value : withRawLetters(value, composing);
  const hits = useMemo(() => search(query, shownAtMost), [search, query]);
  const at = Math.min(active, hits.length - 1);
  const numbered = value === '';

  useEffect(() => input.current?.focus(), []);
  // Before the next key: what that key writes would take the place of what was typed earlier.
  useLayoutEffect(() => {
    if (pending) return;
    setValue((later) => typed + later);
    setSettled(true);
  }, [typed, pending]);
  useEffect(() => {
    if (!settled || !entered) return;
    setEntered(false);
    const hit = hits[at];
    if (hit) onPick(hit.phrase.id);
  }, [settled, entered, hits, at, onPick]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const pick = (index: number): boolean => {
    const hit = hits[index];
    if (hit) onPick(hit.phrase.id);
    return hit !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event) || composing !== '') return;
    const last = hits.length - 1;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'Home' && plain && !event.shiftKey) setActive(0);
    else if (event.key === 'End' && plain && !event.shiftKey) setActive(last);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !settled) setEntered(true);
    else if (event.key === 'Enter') pick(at);
    else if (settled && numbered && plain && /^[1-9]$/.test(event.key)) {
      // A digit beyond the list is the beginning of a code to search for.
      if (!pick(Number(event.key) - 1)) return;
    } else return;
    event.preventDefault();
  };
  const onCompose = (event: CompositionEvent): void => setComposing(event.data);

  return (
    <Surface language={language} theme={theme}>
      <div className="sb-palette" role="dialog" aria-label={t.name}>
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
            value={value}
            onChange={(event) => {
              setValue(event.target.value);
              setActive(0);
            }}
            onCompositionStart={onCompose}
            onCompositionUpdate={onCompose}
            onCompositionEnd={() => setComposing('')}
            onKeyDown={guard(onKeyDown)}
          />
        </div>
        {blocked && (
          <Line tone="stop" icon="alert">
            {t.blocked(
              blocked.title,
              blocked.missing.map((name) => `{${name}}`).join(language === 'en' ? ', ' : '、'),
            )}
          </Line>
        )}
        <div className="sb-scroll sb-palette-scroll">
          <div role="listbox" id={`${base}-list`} aria-label={t.results} ref={list}>
            {hits.map((hit, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this list
              <div
                key={hit.phrase.id}
                role="option"
                id={`${base}-${index}`}
                aria-selected={index === at}
                tabIndex={-1}
                className="sb-option"
                data-phrase={hit.phrase.id}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => index !== at && setActive(index)}
                onClick={guard(() => onPick(hit.phrase.id))}
              >
                <span className="sb-digit" aria-hidden="true">
                  {numbered && index < 9 ? index + 1 : ''}
                </span>
                <span className="sb-phrase-title">
                  <Highlight text={hit.phrase.title} ranges={hit.ranges} />
                </span>
                {hit.phrase.code && <kbd className="sb-code">{hit.phrase.code}</kbd>}
                <span className="sb-option-category">{hit.phrase.category}</span>
                <span className="sb-phrase-text">{hit.phrase.text}</span>
              </div>
            ))}
          </div>
          {hits.length === 0 && <EmptyLine>{query.trim() === '' ? t.empty : t.none}</EmptyLine>}
        </div>
        <p className="sb-foot">
          {t.keys}
          {numbered && ` · ${t.digitKeys}`}
          <output className="sb-unseen">{t.count(hits.length)}</output>
        </p>
      </div>
    </Surface>
  );
}

/** The box's text with the letters being composed run together: an IME splits them, `fa'huo` and `fa huo`. */
function withRawLetters(value: string, composing: string): string {
  const at = value.lastIndexOf(composing);
  if (at < 0) return value;
  return value.slice(0, at) + composing.replace(/['’\s]/g, '') + value.slice(at + composing.length);
}
