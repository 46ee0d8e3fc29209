import type { DockActions, DockModel, GivingView, PhraseChoice } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import {
  actInFrame,
  callFrames,
  type FrameAct,
  type FramePlace,
  frameView,
  paletteTold,
} from '../../storage/contracts/frames.ts';
import { onNotice } from '../../storage/messages/notices.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import type { Box } from '../dock/dock-position.ts';
import { createDockStore, type DockStore } from '../dock/dock-store.ts';
import { boxInTop, knownBoxInTop } from '../dock/frame-place.ts';
import type { PaletteHandle } from '../dock/palette-host.tsx';
import type { PageReading } from '../site-map/facts.ts';
import type { LentChat } from './dock-actions.ts';
import { createSince, type FrameView, type ShownKind, shownKinds, viewOf } from './frame-view.ts';
import { readFrameJson } from './frame-wire.ts';
import { notice } from './insert-phrase.ts';
import { joinFrames, TOP } from './join-frames.ts';
import { routeActions } from './route-actions.ts';
import { watchWriting } from './wrote-at.ts';

export interface GatheredFrames {
  /** What the dock shows: the top frame's own desk joined with what the sub frames show. */
  store: DockStore;
  /** New readings of the top frame's own page. */
  saw(readings: readonly PageReading[]): void;
  /** The chat the dock speaks of, where it stands in a sub frame. */
  lentChat(): LentChat;
  /** Does each thing in the frame it concerns. */
  route(own: DockActions): DockActions;
  /** Takes the notice off the dock, whichever frame it came from: the next attempt begins. */
  forget(): void;
  /** What the dock must not cover, of every frame whose place is known. */
  obstacles(): Box[];
  /** Kinds of page the dock speaks of that stand in sub frames. */
  kinds(): ShownKind[];
  /** Asks a sub frame for the palette when the agent writes there. @returns whether they do */
  askPalette(): boolean;
  /** Opens the palette for editors in sub frames. */
  serve(palette: PaletteHandle): void;
}

/**
 * The other end of `publishDesk`: keeps what the sub frames of this tab show, joins it for the one dock and carries
 * back what the agent does. A frame that goes away says so, or is found missing, and takes its view away.
 */
export function gatherFrames(options: {
  document: Document;
  store: DockStore;
  editors: EditorMemory;
  /** Values a phrase would be filled with now, given those of the chat in a sub frame. */
  values(lent: PhraseValues | undefined): PhraseValues;
  /** Which of a phrase's texts comes next for a buyer who got these. */
  nextIndex(id: string, given: GivingView['given']): number;
  /** Other kinds than before stand in sub frames. */
  changed(): void;
  now(): number;
  signal: AbortSignal;
}): GatheredFrames {
  const { document, store: own, editors, now, signal } = options;
  const shown = createDockStore(own.get());
  const since = createSince(now);
  const frames = new Map<number, FrameView & { load: number }>();
  let noticeOf: number | undefined;
  let ownNotice = own.get().notice;
  let joined = joinFrames(new Map());

  /** A sub frame, or undefined for the top frame's own desk. */
  const framed = (frameId: number | undefined): number | undefined =>
    frameId === TOP || frameId === undefined || !frames.has(frameId) ? undefined : frameId;
  /** What the model does not say is not shown any more. */
  const show = (model: DockModel): void => {
    const gone = Object.keys(shown.get()).filter((key) => !(key in model));
    shown.patch({ ...model, ...Object.fromEntries(gone.map((key) => [key, undefined])) });
  };
  const refresh = (): void => {
    const model = own.get();
    if (model.notice !== ownNotice) {
      ownNotice = model.notice;
      if (ownNotice) noticeOf = undefined;
    }
    // Most pages: nothing is joined.
    if (frames.size === 0) {
      show(model);
      return;
    }
    const mine = viewOf(model, {
      since: since.get(),
      wroteAt: wroteAt(),
      obstacles: [],
      values: undefined,
      place: undefined,
    });
    joined = joinFrames(new Map([[TOP, mine], ...frames]));
    const next: DockModel = { ...model };
    for (const key of [
      'openConversation',
      'giving',
      'orders',
      'price',
      'reviews',
      'items',
      'wording',
    ] as const)
      delete next[key];
    Object.assign(next, joined.shown);
    const told = noticeOf === undefined ? undefined : frames.get(noticeOf)?.notice;
    if (told) next.notice = { ...told, id: `${noticeOf} ${told.id}` };
    show(next);
  };
  const kinds = (): ShownKind[] => shownKinds.filter((kind) => framed(joined.leads[kind]) !== undefined);
  let toldKinds = '';
  /** After a frame came, changed or went. */
  const refreshFrames = (): void => {
    refresh();
    if (String(kinds()) === toldKinds) return;
    toldKinds = String(kinds());
    options.changed();
  };
  const drop = (frameId: number): void => {
    if (!frames.delete(frameId)) return;
    if (noticeOf === frameId) noticeOf = undefined;
    refreshFrames();
  };
  const wroteAt = watchWriting({ document, editors, now, signal, changed: () => refreshSoon() });
  let awaiting = false;
  function refreshSoon(): void {
    if (awaiting) return;
    awaiting = true;
    queueMicrotask(() => {
      awaiting = false;
      if (!signal.aborted) refresh();
    });
  }

  onNotice(frameView, signal, ({ frameId, load, view }) => {
    const before = frames.get(frameId);
    if (before && before.load > load) return;
    if (view === null) {
      drop(frameId);
      return;
    }
    const next = readFrameJson(view);
    frames.set(frameId, { ...next, load });
    if (next.notice && next.notice.id !== before?.notice?.id) {
      noticeOf = frameId;
      own.patch({ notice: undefined });
    }
    // A chip beside a message of the frame opened it; the dock shows it like one of its own.
    if (before && next.tool && next.tool.turn !== before.tool?.turn)
      own.patch({ tool: { ...next.tool, turn: (own.get().tool?.turn ?? 0) + 1 } });
    refreshFrames();
  });
  const call = (named: number[]): void => {
    sendRequest(callFrames, { frames: named }).then(
      ({ gone }) => gone.forEach(drop),
      () => undefined,
    );
  };
  // Frames that started before this script, or before a map that was replaced.
  call([]);
  document.addEventListener(
    'load',
    (event) => {
      if (frames.size > 0 && (event.target as Element | null)?.tagName === 'IFRAME') call([...frames.keys()]);
    },
    { capture: true, signal },
  );
  const stop = own.subscribe(refresh);
  signal.addEventListener('abort', stop, { once: true });

  function send(frameId: number, act: FrameAct): void {
    sendRequest(actInFrame, { frameId, act }).then(
      ({ delivered }) => {
        if (delivered) return;
        drop(frameId);
        own.patch({
          notice: notice(
            'warn',
            say(
              '这一块页面刚刚换掉了，请再点一次',
              'That part of the page has just changed; please try again',
            ),
          ),
        });
      },
      () => undefined,
    );
  }
  /** The frame a text goes to: where the agent last wrote, else where such a text belongs. */
  const editorIn = (kind: 'chat' | 'reviews'): number | undefined => {
    refresh();
    return framed(joined.wrote ?? joined.leads[kind]);
  };
  const lent = (): PhraseValues | undefined => {
    const lead = framed(joined.leads.chat);
    return lead === undefined ? undefined : frames.get(lead)?.values;
  };
  /** The key that did it, to be kept from the frame's page. */
  let heldKey: () => string | undefined = () => undefined;
  const held = (): { held?: string } => {
    const code = heldKey();
    return code === undefined ? {} : { held: code };
  };
  const forget = (): void => {
    const frameId = framed(noticeOf);
    noticeOf = undefined;
    own.patch({ notice: undefined });
    if (frameId === undefined) return;
    send(frameId, { do: 'dismiss' });
    refresh();
  };
  const lentChat = (): LentChat => {
    if (framed(joined.leads.chat) === undefined) return { values: undefined };
    const { openConversation, giving } = joined.shown;
    return { values: lent(), conversation: openConversation, given: giving?.given };
  };
  const insertIn = (frameId: number, id: string, choice: PhraseChoice = {}): void => {
    // The frame's own chat is read there at the moment of the insert; another's is lent.
    const isChat = joined.leads.chat === undefined || joined.leads.chat === frameId;
    const values = isChat ? {} : (options.values(lent()) as Record<string, string>);
    if (isChat) send(frameId, { do: 'insert', id, values, ...carried(choice), ...held() });
    else {
      const conversation = shown.get().openConversation;
      const index = choice.index ?? options.nextIndex(id, shown.get().giving?.given ?? {});
      send(frameId, {
        do: 'insert',
        id,
        values,
        ...carried({ ...choice, index }),
        ...(conversation !== undefined && { conversation }),
        ...held(),
      });
    }
  };

  return {
    store: shown,
    saw: (readings) => {
      since.saw(readings);
      if (frames.size > 0) refreshSoon();
    },
    lentChat,
    route: (actions) =>
      routeActions(actions, {
        lead: (kind) => framed(joined.leads[kind]),
        editorIn,
        wrote: () => framed(joined.wrote),
        checked: () => framed(joined.checked),
        frames,
        ownHealth: () => own.get().health,
        send,
        insertIn,
        offers: () => shown.get().giving?.offers,
        held,
        forget,
      }),
    forget,
    kinds,
    obstacles: () =>
      [...frames.values()].flatMap(({ obstacles, place }) =>
        place ? obstacles.flatMap((box) => knownBoxInTop(place, box, document) ?? []) : [],
      ),
    askPalette() {
      const frameId = editorIn('chat');
      if (frameId === undefined) return false;
      send(frameId, { do: 'palette' });
      return true;
    },
    serve(palette) {
      heldKey = palette.heldKey;
      const openIn = (frameId: number, place: FramePlace, replace: string | undefined): void => {
        palette.open({
          box: boxInTop(place, document) ?? bottomOf(document),
          typesFirst: true,
          giveBack: () => send(frameId, { do: 'focus', ...held() }),
          insert(id, choice) {
            forget();
            insertIn(frameId, id, { ...choice, ...(replace !== undefined && { replace }) });
          },
          asked: replace !== undefined,
        });
      };
      onNotice(paletteTold, signal, ({ frameId, told }) => {
        if (told.say === 'typed') palette.type(told.text);
        else if (told.say === 'pressed') palette.close();
        else if (told.place) openIn(frameId, told.place, told.replace);
        else {
          const other = editorIn('chat');
          if (other === undefined) palette.open();
          else if (other !== frameId) send(other, { do: 'palette' });
        }
      });
    },
  };
}

/** A choice as it travels. */
const carried = ({ index, answers, replace }: PhraseChoice) => ({
  ...(index !== undefined && { index }),
  ...(answers && { answers: { ...answers } }),
  ...(replace !== undefined && { replace }),
});

/** Where an editor usually is, when nothing tells: near the lower edge. */
function bottomOf(document: Document): Box {
  const { innerWidth: width, innerHeight: height } = document.defaultView ?? window;
  return { left: width / 3, top: height * 0.75, width: 0, height: 0 };
}
