import type { WordingView } from '../../components/dock/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { Platform } from '../../rules/platform.ts';
import {
  checkWording,
  hitId,
  type ShopWording,
  viewHits,
  type WordingHit,
  wordingOf,
} from '../../rules/wording/index.ts';
import { releaseWord } from '../../storage/contracts/wording.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { isComposing } from '../compose/composition-guard.ts';
import { isField } from '../compose/deepest-editor.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { outcomeText } from '../compose/outcome-text.ts';
import { readText } from '../compose/read-text.ts';
import { whenReady } from '../compose/ready.ts';
import { replaceText, selectPlace } from '../compose/replace-text.ts';

/** Who reads what is written in an editor. */
export type EditorChannel = WordingView['channel'];

export interface WordingWatch {
  /** The page, the shop's words or the focus may have changed: looks again when the page has time. */
  look(): void;
  replace(id: string): Promise<void>;
  release(id: string): Promise<void>;
  show(id: string): Promise<void>;
}

export interface WordingWatchOptions {
  document: Document;
  editors: EditorMemory;
  platform: Platform;
  /** The page's own reply editor, where the agent has been in none yet. */
  pageEditor(): HTMLElement | undefined;
  /** Undefined for an editor whose text no buyer reads: a search box, a price, a memo. */
  channelOf(editor: HTMLElement): EditorChannel | undefined;
  wording(): ShopWording;
  show(view: WordingView | undefined): void;
  tell(level: 'info' | 'warn', text: LocalText, copy?: string): void;
  signal: AbortSignal;
}

/** Hits shown at once; the others are counted. */
const most = 12;
/** A page that empties its editor by a script sends no event: while something is shown it is looked at this often. */
const RELOOK_MS = 400;
/** At the latest after this long, however busy the page is. */
const PATIENCE_MS = 250;

interface Shown {
  editor: HTMLElement;
  text: string;
  hits: ReadonlyMap<string, WordingHit>;
}

/**
 * Checks what stands in the page's reply editors and shows the hits in the dock (rules.md §7). It reads when the page
 * has drawn and has time, never inside the page's own key handling, and not while an input method composes: half a
 * syllable is no word. It neither changes nor holds back anything; the page's send button does not know of it.
 */
export function watchWording(options: WordingWatchOptions): WordingWatch {
  const { document, editors, signal } = options;
  const view = document.defaultView ?? window;
  let shown: Shown | undefined;
  let drawn = '';
  let last: { editor: HTMLElement; text: string; channel: EditorChannel; wording: ShopWording } | undefined;
  let asked = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const editorNow = (): { editor: HTMLElement; channel: EditorChannel } | undefined => {
    for (const editor of [editors.current()?.element, options.pageEditor()]) {
      const channel = editor && options.channelOf(editor);
      if (editor && channel) return { editor, channel };
    }
    return undefined;
  };
  const follow = (on: boolean): void => {
    if (on) timer ??= setInterval(look, RELOOK_MS);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
  const showNone = (): void => {
    follow(false);
    if (shown) options.show(undefined);
    shown = undefined;
    drawn = '';
  };
  /** Most keys change nothing about the hits before them: the dock is not drawn anew for those. */
  const showHits = (next: WordingView): void => {
    const told = JSON.stringify(next);
    if (told === drawn) return;
    drawn = told;
    options.show(next);
  };
  const check = (): void => {
    asked = false;
    if (signal.aborted) return;
    const now = editorNow();
    if (!now) {
      last = undefined;
      showNone();
      return;
    }
    const { editor, channel } = now;
    // What is being composed is shown when it is done; the end of the composition asks again.
    if (isComposing(editor.ownerDocument)) return;
    const text = draftOf(editor);
    const wording = options.wording();
    if (
      last?.editor === editor &&
      last.text === text &&
      last.channel === channel &&
      last.wording === wording
    ) {
      return;
    }
    last = { editor, text, channel, wording };
    const hits = text.trim() === '' ? [] : checkWording(text, wordingOf(wording, options.platform, channel));
    if (hits.length === 0) {
      showNone();
      return;
    }
    const views = viewHits(text, hits);
    shown = { editor, text, hits: new Map(hits.map((hit) => [hitId(text, hit), hit])) };
    follow(true);
    showHits({ channel, hits: views.slice(0, most), more: Math.max(0, views.length - most) });
  };
  const whenIdle = (): void => {
    // Firefox and Chromium have it; happy-dom and old engines do not.
    if ('requestIdleCallback' in view) view.requestIdleCallback(check, { timeout: PATIENCE_MS });
    else setTimeout(check, 0);
  };
  function look(): void {
    if (asked || signal.aborted) return;
    asked = true;
    // A tab in the background draws no frame; it has time as it is.
    if (document.visibilityState === 'visible') view.requestAnimationFrame(whenIdle);
    else whenIdle();
  }

  editors.eachDocument((page) => {
    const listen = { capture: true, signal };
    page.addEventListener(
      'input',
      (event) => {
        if (!(event as InputEvent).isComposing) look();
      },
      listen,
    );
    page.addEventListener('compositionend', look, listen);
    page.addEventListener('focusin', look, listen);
  });
  editors.onChange(look);
  signal.addEventListener('abort', () => follow(false), { once: true });

  /** The place of a hit, where the text is still the one it was found in. */
  const placeOf = (id: string) => {
    const hit = shown?.hits.get(id);
    if (!shown || !hit) return undefined;
    const was = shown.text.slice(hit.start, hit.end);
    return { hit, editor: shown.editor, place: { start: hit.start, end: hit.end, was } };
  };
  const selectionIn = (editor: HTMLElement) => {
    const remembered = editors.current();
    return remembered?.element === editor ? remembered.selection : undefined;
  };
  const moved = (): void => {
    options.tell('info', say('文字已经变了，没有替换', 'The text has changed; nothing was replaced'));
  };

  return {
    look,
    async replace(id) {
      const found = placeOf(id);
      const better = found?.hit.suggestion;
      if (!found || better === undefined) return;
      const outcome = await replaceText(found.editor, found.place, better, {
        selection: selectionIn(found.editor),
        signal,
      });
      if (outcome === 'moved') moved();
      else {
        const told = outcomeText(outcome);
        if (told) options.tell('warn', told, better);
      }
      look();
    },
    async release(id) {
      const found = placeOf(id);
      if (!found) return;
      const word = found.place.was.trim();
      try {
        await sendRequest(releaseWord, { word });
        options.tell(
          'info',
          say(
            `「${word}」已对本店放行，要收回请到选项「用词」`,
            `“${word}” is released for this shop; take it back in the options, Wording`,
          ),
        );
      } catch {
        options.tell('warn', say('没有记下放行，请再点一次', 'Not released; please try again'));
      }
    },
    async show(id) {
      const found = placeOf(id);
      if (!found) return;
      const { editor, place } = found;
      const ready = await whenReady(editor, selectionIn(editor), signal);
      if (!ready) await selectPlace(editor, place, signal);
    },
  };
}

/** A field's text costs nothing; a rich editor's is read block by block. */
const draftOf = (editor: HTMLElement): string => (isField(editor) ? editor.value : readText(editor).text);
