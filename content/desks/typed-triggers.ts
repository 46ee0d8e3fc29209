import type { DockActions, PhraseChoice } from '../../components/dock/model.ts';
import { slashOpens } from '../../storage/settings.ts';
import { watchTriggers } from '../compose/code-trigger.ts';
import { editorKind } from '../compose/editor-kind.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import type { DeskSession } from './desk-session.ts';

/** Phrases by what is typed in this page's own editors (phrases.md §2): a code, or a slash for the palette. */
export function serveTriggers(options: {
  session: DeskSession;
  editors: EditorMemory;
  /** Whether phrases are on their way into an editor. */
  isInserting(): boolean;
  ask: DockActions['askPhrase'];
  /** In an editor of this very page, wherever the dock would write. */
  insert(id: string, choice: PhraseChoice): void;
  /** Opens the palette; `id` is picked at once. */
  openPalette(replace: string, query: string, id?: string): void;
  signal: AbortSignal;
}): void {
  const { session, ask, insert, openPalette } = options;
  const triggers = () => session.state.settings.triggers;
  watchTriggers({
    editors: options.editors,
    signs: () => (triggers().codes ? triggers().signs : ''),
    knows: (code) => session.shelf.withCode(code).length > 0,
    slashOpens: (editor) =>
      slashOpens(session.state.settings, session.mapId, editorKind(editor) === 'textarea'),
    // A page's own search box is no place for phrases, unless its map says that it is where one writes.
    takes: (editor) => editorKind(editor) !== 'input' || editor === session.pageEditor()?.element,
    isBusy: options.isInserting,
    onCode(code, trigger) {
      const [phrase, ...others] = session.shelf.withCode(code);
      if (!phrase) return;
      if (others.length > 0) openPalette(trigger, code);
      else if (ask(phrase.id)) openPalette(trigger, code, phrase.id);
      else insert(phrase.id, { replace: trigger });
    },
    onSlash: (trigger) => openPalette(trigger, ''),
    signal: options.signal,
  });
}
