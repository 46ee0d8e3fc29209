import type { DockActions, PhraseChoice } from '../../components/dock/model.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import {
  type FrameAct,
  frameAct,
  publishAgain,
  publishFrame,
  tellPalette,
} from '../../storage/contracts/frames.ts';
import { onNotice } from '../../storage/messages/notices.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import type { Box } from '../dock/dock-position.ts';
import type { DockStore } from '../dock/dock-store.ts';
import { watchFrameKeys } from '../dock/frame-palette.ts';
import { placeInFrame } from '../dock/frame-place.ts';
import type { PageReading } from '../site-map/facts.ts';
import { createSince, isSilent, viewOf } from './frame-view.ts';
import { frameJson } from './frame-wire.ts';
import { watchWriting } from './wrote-at.ts';

export interface PublishedFrame {
  /** New readings of the page. */
  saw(readings: readonly PageReading[]): void;
  /** Values of a chat in another frame, while a phrase asked for there is inserted here. */
  lent(): PhraseValues | undefined;
  /** From now on does here what the agent does in the top frame's dock. */
  serve(actions: DockActions): void;
  /** Opens the top frame's palette for what was typed in this frame's editor. */
  askFor(replace: string, query: string): void;
}

/** The agent's choice, as the top frame sent it. */
function choiceOf(act: Extract<FrameAct, { do: 'insert' }>): PhraseChoice {
  const { index, answers, replace, conversation } = act;
  return {
    ...(index !== undefined && { index }),
    ...(answers && { answers }),
    ...(replace !== undefined && { replace }),
    ...(conversation !== undefined && { conversation }),
  };
}

/** Changes that come together are told together. */
const GATHER_MS = 50;
/** A page may move its send button without any resize; the dock looks as often. */
const RELOOK_MS = 1_000;

/**
 * The desk of a sub frame: it has no dock, so its tab's dock shows what stands in its store, and what the agent does
 * there is done here. Both ends are our own script; the background passes the messages on and says which frame they
 * come from. All that goes wrong here is told in the store's notice, which is shown like everything else.
 */
export function publishDesk(options: {
  document: Document;
  store: DockStore;
  editors: EditorMemory;
  /** Of the chat read in this frame. */
  values(): PhraseValues | undefined;
  obstacles(): readonly DOMRect[];
  shortcut(): string;
  now(): number;
  signal: AbortSignal;
}): PublishedFrame {
  const { document, store, editors, now, signal } = options;
  const view = document.defaultView ?? window;
  // Of this desk, not of the page alone: a desk that replaces another in the same page comes later.
  const load = view.performance.timeOrigin + view.performance.now();
  const since = createSince(now);
  let last: string | undefined;
  let lent: PhraseValues | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (json: string | null): void => {
    sendRequest(publishFrame, { load, view: json }).catch(() => {
      last = '';
    });
  };
  const publish = (): void => {
    timer = undefined;
    if (signal.aborted) return;
    const { innerWidth: width, innerHeight: height } = view;
    const place = placeInFrame({ left: 0, top: 0, width, height }, view);
    const obstacles = options.obstacles().map((rect): Box => {
      const [left, top] = [rect.left + place.box.left, rect.top + place.box.top];
      return {
        left: Math.round(left),
        top: Math.round(top),
        width: Math.round(rect.width),
        height: Math.round(rect.height),
      };
    });
    const next = viewOf(store.get(), {
      since: since.get(),
      values: options.values(),
      wroteAt: wroteAt(),
      obstacles,
      place,
    });
    // Most frames have nothing to say, and are never heard of.
    if (last === undefined && isSilent(next)) return;
    const json = frameJson(next);
    if (json === last) return;
    last = json;
    say(json);
  };
  const publishSoon = (ms = GATHER_MS): void => {
    if (timer !== undefined && ms > 0) return;
    clearTimeout(timer);
    timer = setTimeout(publish, ms);
  };
  const leave = (): void => {
    if (last === undefined) return;
    last = undefined;
    say(null);
  };

  const wroteAt = watchWriting({ document, editors, now, signal, changed: () => publishSoon(0) });
  const keys = watchFrameKeys({
    document,
    memory: editors,
    shortcut: options.shortcut,
    tell: async (told) => (await sendRequest(tellPalette, told)).delivered,
    signal,
  });

  const stop = store.subscribe(() => publishSoon());
  const look = setInterval(() => {
    if (last !== undefined && document.visibilityState === 'visible') publishSoon();
  }, RELOOK_MS);
  view.addEventListener('pagehide', leave, { signal });
  view.addEventListener('pageshow', (event) => event.persisted && publishSoon(), { signal });
  view.addEventListener('resize', () => publishSoon(), { signal });
  onNotice(publishAgain, signal, () => {
    if (last !== undefined) last = '';
    publishSoon();
  });
  signal.addEventListener(
    'abort',
    () => {
      stop();
      clearInterval(look);
      clearTimeout(timer);
      leave();
    },
    { once: true },
  );

  async function perform(act: FrameAct, actions: DockActions): Promise<void> {
    switch (act.do) {
      case 'jump':
        return actions.jumpToOrder(act.key);
      case 'conversation':
        return actions.openConversation(act.chat, act.by);
      case 'insert':
        await keys.giveBack(act.held);
        lent = Object.keys(act.values).length > 0 ? (act.values as PhraseValues) : undefined;
        // The values are read before the insert waits for anything, so they need not outlast this line.
        actions.insertPhrase(act.id, choiceOf(act));
        lent = undefined;
        return;
      case 'begin-anew':
        return actions.beginAnew(act.id);
      case 'drop-offer':
        return actions.dropOffer(act.id);
      case 'insert-text':
        await keys.giveBack(act.held);
        return actions.insertText(act.text);
      case 'focus':
        await keys.giveBack(act.held);
        return;
      case 'palette':
        return keys.ask();
      case 'preview-price':
        return actions.previewPrice(act.request);
      case 'fill-price':
        await keys.giveBack(act.held);
        return actions.fillPrice(act.request);
      case 'put-number':
        await keys.giveBack(act.held);
        await actions.putNumber(act.number);
        return;
      case 'fill-review':
        await keys.giveBack(act.held);
        return actions.fillReview(act.key, act.text);
      case 'replace-word':
        await keys.giveBack(act.held);
        return actions.replaceWord(act.id);
      case 'release-word':
        return actions.releaseWord(act.id);
      case 'show-word':
        await keys.giveBack(act.held);
        return actions.showWord(act.id);
      case 'redraft':
        return actions.redraftReview(act.key);
      case 'pick':
        return actions.pointAt(act.request);
      case 'dismiss':
        return actions.dismissNotice();
    }
  }

  return {
    saw: (readings) => {
      since.saw(readings);
      publishSoon();
    },
    lent: () => lent,
    askFor: keys.askFor,
    serve: (actions) => onNotice(frameAct, signal, ({ act }) => void perform(act, actions)),
  };
}
