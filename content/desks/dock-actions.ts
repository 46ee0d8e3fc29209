import type { DockActions, PriceRequest } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { fillTemplate } from '../../rules/phrases/template.ts';
import { setPageOff } from '../../storage/contracts/health.ts';
import { phraseUsed } from '../../storage/contracts/library.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import { openOptions, placeDock } from '../../storage/contracts/settings.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { insertText } from '../compose/insert.ts';
import { outcomeText } from '../compose/outcome-text.ts';
import type { DockStore } from '../dock/dock-store.ts';
import type { DeskSession } from './desk-session.ts';
import { insertPhrase, notice } from './insert-phrase.ts';
import { phraseValues } from './phrase-desk.ts';
import { fillPrice, previewPrice } from './price-desk.ts';

/** A message to the background whose failure changes nothing on the page. */
const tell = (sent: Promise<unknown>): void => void sent.catch(() => undefined);

/** Writes to the clipboard on the agent's own click in our surface, never in the course of an insert. */
async function copyText(text: string, document: Document): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What a phrase is filled with at this moment. @param lent values of a chat that stands in another frame */
export function deskValues(session: DeskSession, lent: PhraseValues | undefined): PhraseValues {
  const { settings, shop } = session.state;
  return { ...phraseValues(session.chat(), settings, shop.pack, session.now()), ...lent };
}

/** Values of a phrase that neither page nor settings tell; the palette names them and stays open. */
export function missingValues(
  session: DeskSession,
  id: string,
  lent: PhraseValues | undefined,
): { title: string; missing: string[] } | undefined {
  const phrase = session.shelf.find(id);
  if (!phrase) return undefined;
  const filled = fillTemplate(phrase.text, deskValues(session, lent));
  return filled.ok ? undefined : { title: phrase.title, missing: filled.missing };
}

/**
 * @param lent values of a chat that stands in another frame
 * @param pick begins pointing in this page
 */
export function dockActions(
  session: DeskSession,
  store: DockStore,
  editors: EditorMemory,
  lent: () => PhraseValues | undefined,
  pick?: (request: PickRequest) => void,
): DockActions {
  const { signal, document } = session;
  let heldBack: string | undefined;

  const copy = async (text: string): Promise<void> => {
    const done = await copyText(text, document);
    store.patch({
      notice: done
        ? notice('info', say('已复制', 'Copied'))
        : notice(
            'warn',
            say('浏览器没有允许复制，请手动选中复制', 'The browser refused; please copy by hand'),
            // A frame of another origin may not use the clipboard; the dock, in the top frame, may.
            text,
          ),
    });
  };

  const preview = (request: PriceRequest) => {
    const price = session.price();
    if (!price) return undefined;
    return previewPrice(price.fact, request, price.platform, session.state.shop.pack);
  };

  return {
    place: (place) => {
      store.patch({ place });
      tell(sendRequest(placeDock, place));
    },
    async insertPhrase(id) {
      const phrase = session.shelf.find(id);
      if (!phrase) return;
      const result = await insertPhrase(phrase, {
        values: deskValues(session, lent()),
        editor: editors.current() ?? session.pageEditor(),
        platform: session.platform,
        confirmed: (text) => heldBack === text,
        signal,
      });
      heldBack = result.ok ? undefined : result.heldBack;
      store.patch({ notice: result.notice });
      if (result.ok) tell(sendRequest(phraseUsed, { id }));
    },
    searchPhrases: (query, limit) => session.shelf.search(query, limit),
    dismissNotice: () => store.patch({ notice: undefined }),
    copy: (text) => void copy(text),
    copyOrderNumbers: (keys) => {
      const wanted = new Set(keys);
      const ids = session
        .orders()
        .flatMap(({ order }) =>
          wanted.has(order.key) && order.orderId !== undefined ? [order.orderId] : [],
        );
      void copy((ids.length > 0 ? ids : keys).join('\n'));
    },
    jumpToOrder: (key) => session.jumpTo(key),
    jumpToReview: (key) => session.jumpTo(key),
    openConversation: (waiting) => session.showConversation(waiting),
    previewPrice(request) {
      const result = preview(request);
      if (result) session.showPrice(result);
    },
    async fillPrice(request) {
      const result = preview(request);
      const price = session.price();
      if (result && price) session.showPrice(await fillPrice(price.fact, result, signal));
    },
    async fillReview(_key, text) {
      const editor = editors.current();
      if (!editor) {
        store.patch({
          notice: notice(
            'info',
            say('先点一下回复框，再点「填入」', 'Click the reply box first, then Fill in'),
            text,
          ),
        });
        return;
      }
      const told = outcomeText(await insertText(editor, text, { signal }));
      store.patch({ notice: told && notice('warn', told, text) });
    },
    redraftReview: (key) => session.redraft(key),
    openOptions: () => tell(sendRequest(openOptions, {})),
    reloadPage: () => document.location.reload(),
    pointAt: (request) => pick?.(request),
    copyReport: (line) => {
      const report = line.report ?? session.report(line.page, line.field);
      if (report !== undefined) void copy(report);
    },
    setPage: (kind, on) => tell(sendRequest(setPageOff, { mapId: session.mapId, kind, off: !on })),
  };
}
