import { editorOf } from '../compose/deepest-editor.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import type { DockStore } from '../dock/dock-store.ts';
import type { PageFact, PageReading } from '../site-map/facts.ts';
import type { DeskSession } from './desk-session.ts';
import { notice } from './insert-phrase.ts';
import { type EditorChannel, type WordingWatch, watchWording } from './wording-watch.ts';

/** The wording check of one desk: what it reads of the session, and its hits into the desk's store. */
export function wordingDesk(parts: {
  session: DeskSession;
  store: DockStore;
  editors: EditorMemory;
  readings(): readonly PageReading[];
  signal: AbortSignal;
}): WordingWatch {
  const { session, store, editors, signal } = parts;
  return watchWording({
    document: session.document,
    editors,
    platform: session.platform,
    pageEditor: () => session.pageEditor()?.element,
    channelOf: (editor) =>
      editorChannel(
        editor,
        parts.readings().map(({ fact }) => fact),
      ),
    wording: () => session.state.shop.pack.wording,
    show: (wording) => store.patch({ wording }),
    tell: (level, text, copy) => store.patch({ notice: notice(level, text, copy) }),
    signal,
  });
}

/**
 * Who reads what is written in an editor, by what the page is: the chat's own editor, or a box on a page of reviews.
 * Where a map does not name the chat's editor every box of several lines counts as it. Undefined for all others: a
 * search box, a price, a memo for the shop itself, whose words are nobody's business.
 */
export function editorChannel(editor: HTMLElement, facts: readonly PageFact[]): EditorChannel | undefined {
  const chat = facts.find((fact) => fact.kind === 'chat');
  if (chat?.editor && isEditorOf(editor, chat.editor)) return 'chat';
  const reviews = facts.find((fact) => fact.kind === 'reviews');
  if (reviews?.replyEditor && isEditorOf(editor, reviews.replyEditor)) return 'reply';
  if (editor.tagName === 'INPUT') return undefined;
  if (reviews) return 'reply';
  return chat && !chat.editor ? 'chat' : undefined;
}

/** Whether an element the map names is this editor, or holds it (a frame, a wrapper). */
function isEditorOf(editor: HTMLElement, named: Element): boolean {
  return named === editor || editorOf(named) === editor || named.contains(editor);
}
