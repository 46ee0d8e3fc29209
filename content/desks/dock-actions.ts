import type { DockActions, OrderRowView, PhraseChoice } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { orderRows } from '../../rules/packs/order-rows.ts';
import { type NextText, nextText, textsOf } from '../../rules/phrases/next-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { type FillOptions, steadyChance } from '../../rules/phrases/template.ts';
import { currentShift } from '../../rules/shift/shift.ts';
import { pauseAttention } from '../../storage/contracts/attention.ts';
import { openFigures } from '../../storage/contracts/figures.ts';
import { setPageOff } from '../../storage/contracts/health.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import { openOptions, placeDock } from '../../storage/contracts/settings.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';
import type { CursorStops } from '../compose/cursor-stops.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { insertText } from '../compose/insert.ts';
import { outcomeText } from '../compose/outcome-text.ts';
import type { DockStore } from '../dock/dock-store.ts';
import { addressActions } from './address-actions.ts';
import { askPhrase } from './ask-phrase.ts';
import { cardActions } from './card-actions.ts';
import type { DeskSession } from './desk-session.ts';
import { copyPhraseImage, giveImages } from './give-images.ts';
import { guideActions } from './guide-actions.ts';
import { insertPhrase, notice } from './insert-phrase.ts';
import { mergeActions } from './merge-actions.ts';
import { orderActions } from './order-actions.ts';
import { phraseValues } from './phrase-desk.ts';
import { pricingActions } from './pricing-actions.ts';
import { registerActions } from './register-actions.ts';
import { shiftActions } from './shift-actions.ts';
import type { WordingWatch } from './wording-watch.ts';

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
  const { settings, shop, rules } = session.state;
  const pack = { ...shop.pack, rows: orderRows(rules.rows, session.platform) };
  return {
    ...phraseValues({ chat: session.chat(), orders: session.orders() }, settings, pack, session.now()),
    ...lent,
  };
}

/** What stands in another frame than the one something is inserted in. */
export interface LentChat {
  /** Values of that chat. */
  values: PhraseValues | undefined;
  /** Its open conversation and what its buyer already got; absent where this frame's own chat is meant. */
  conversation?: string | undefined;
  given?: Readonly<Record<string, readonly number[]>> | undefined;
}

export interface DockParts {
  session: DeskSession;
  store: DockStore;
  editors: EditorMemory;
  stops: CursorStops;
  /** Ids of phrases on their way into an editor. */
  inserting: Set<string>;
  wording: Pick<WordingWatch, 'replace' | 'release' | 'show'>;
  /** The orders the dock shows, of whichever frame. */
  ordersShown(): readonly OrderRowView[] | undefined;
  /** What is told and read of a chat in another frame. */
  lent(): LentChat;
  /** Begins pointing in this page. */
  pick?(request: PickRequest): void;
}

export function dockActions(parts: DockParts): DockActions {
  const { session, store, editors, stops, inserting, wording, lent, pick } = parts;
  const { signal, document } = session;
  /** What stop words held back; picked again, this very text goes in. */
  let heldBack: { text: string; id: string; index: number } | undefined;

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

  /** What was drawn for a phrase until it lands: what was previewed, or held back, is what goes in. */
  const draws = new Map<string, ReturnType<typeof steadyChance>>();
  const fillOptions = (id: string): FillOptions => {
    const drawn = draws.get(id) ?? steadyChance(Math.random);
    draws.set(id, drawn);
    return { now: session.now(), snippet: session.shelf.snippet, chance: drawn.start() };
  };
  /** Which of a phrase's texts this buyer gets now. */
  const chosenText = async (
    phrase: Phrase,
    choice: PhraseChoice,
    conversation: string | undefined,
  ): Promise<NextText> => {
    const index = choice.index ?? (heldBack?.id === phrase.id ? heldBack.index : undefined);
    if (index !== undefined) {
      const texts = textsOf(phrase);
      return { index, text: texts[index] ?? phrase.text, of: texts.length, exhausted: false };
    }
    const given = phrase.kind === undefined ? {} : await session.giving.given(conversation);
    return nextText(phrase, given[phrase.id] ?? [], Math.random());
  };

  return {
    ...addressActions({ session }),
    ...cardActions({ session, store, editors }),
    ...registerActions({ session }),
    ...guideActions({ session, values: () => deskValues(session, lent().values) }),
    ...pricingActions({ session, store, editors, copy }),
    ...orderActions({
      store,
      shown: parts.ordersShown,
      shiftStart: () => currentShift(session.state.shifts.shifts, session.now())?.start,
      document,
      now: session.now,
    }),
    ...mergeActions({ store }),
    shift: shiftActions(
      () => store.get().language,
      (text) => copyText(text, document),
    ),
    place: (place) => {
      store.patch({ place });
      tell(sendRequest(placeDock, place));
    },
    async insertPhrase(id, choice = {}) {
      const phrase = session.shelf.find(id);
      if (!phrase) return;
      // Before anything is waited for: the page may show another conversation by then.
      const values = deskValues(session, lent().values);
      const editor = editors.current() ?? session.pageEditor();
      const conversation = choice.conversation ?? lent().conversation ?? session.giving.open();
      inserting.add(id);
      const { text, index } = await chosenText(phrase, choice, conversation);
      const result = await insertPhrase(
        { text, ...(phrase.literal && { literal: true }) },
        {
          values,
          fill: { ...fillOptions(id), answers: choice.answers },
          editor,
          platform: session.platform,
          wording: session.state.shop.pack.wording,
          confirmed: (held) => heldBack?.text === held,
          replace: choice.replace,
          telling: (told) => store.patch({ notice: told }),
          signal,
        },
      ).finally(() => inserting.delete(id));
      if (choice.answers) session.forms.remember(phrase, index, choice.answers, session.shelf.snippet);
      const held = result.ok ? undefined : result.heldBack;
      heldBack = held === undefined ? undefined : { text: held, id, index };
      store.patch({ notice: result.notice });
      if (!result.ok) return;
      draws.delete(id);
      session.giving.landed({ phrase, index, conversation });
      const at = editor?.element;
      if (at && result.stops) stops.visit(at, result.stops);
      // Images go with the first text; of variants every one is the first.
      const withImages = index === 0 || phrase.kind === 'variants';
      if (at && phrase.images && withImages) {
        const told = await giveImages(at, phrase.images, signal);
        if (told) store.patch({ notice: told });
      }
    },
    askPhrase(id, index) {
      const phrase = session.shelf.find(id);
      if (!phrase) return undefined;
      const { values, given = session.giving.view()?.given } = lent();
      const at = index ?? nextText(phrase, given?.[id] ?? [], Math.random()).index;
      return askPhrase(phrase, at, deskValues(session, values), () => fillOptions(id), session.forms.last());
    },
    beginAnew: (id) => session.giving.beginAnew(id),
    dropOffer: (id) => session.giving.dropOffer(id),
    copyImage: (hash) => void copyPhraseImage(hash, document).then((told) => store.patch({ notice: told })),
    searchPhrases: (query, limit, offers = session.giving.view()?.offers) =>
      session.shelf.search(query, limit, offers),
    dismissNotice: () => store.patch({ notice: undefined }),
    copy: (text) => void copy(text),
    copyOrderNumbers: (keys) => {
      const idOf = new Map(session.orders().map(({ order }) => [order.key, order.orderId]));
      // In the order of the list they were copied from.
      const ids = keys.flatMap((key) => idOf.get(key) ?? []);
      void copy((ids.length > 0 ? ids : keys).join('\n'));
    },
    jumpToOrder: (key) => session.jumpTo(key),
    openTool: (id, start) => store.patch({ tool: { id, turn: (store.get().tool?.turn ?? 0) + 1, ...start } }),
    jumpToReview: (key) => session.jumpTo(key),
    openConversation: (chat, by = 'agent') => session.showConversation(chat, by),
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
    replaceWord: (id) => void wording.replace(id),
    releaseWord: (id) => void wording.release(id),
    showWord: (id) => void wording.show(id),
    redraftReview: (key) => session.redraft(key),
    pause: (on) => tell(sendRequest(pauseAttention, { on })),
    openOptions: () => tell(sendRequest(openOptions, {})),
    openFigures: () => tell(sendRequest(openFigures, { platform: session.platform })),
    reloadPage: () => document.location.reload(),
    pointAt: (request) => pick?.(request),
    copyReport: (line) => {
      const report = line.report ?? session.report(line.page, line.field);
      if (report !== undefined) void copy(report);
    },
    setPage: (kind, on) => tell(sendRequest(setPageOff, { mapId: session.mapId, kind, off: !on })),
  };
}
