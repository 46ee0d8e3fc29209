import type { DockActions, HealthLine, PhraseChoice, PhraseOffer } from '../../components/dock/model.ts';
import type { FrameAct } from '../../storage/contracts/frames.ts';
import type { FrameView, ShownKind } from './frame-view.ts';

/** Where things stand now, and the way there. Frames are sub frames; undefined is the top frame's own page. */
export interface FrameRoutes {
  /** The frame the dock speaks of. */
  lead(kind: ShownKind): number | undefined;
  /** The frame a text goes to. */
  editorIn(kind: 'chat' | 'reviews'): number | undefined;
  /** The frame the agent last wrote in. */
  wrote(): number | undefined;
  /** The frame whose editor the wording hits are of. */
  checked(): number | undefined;
  frames: ReadonlyMap<number, FrameView>;
  /** What is offered for the chat the dock speaks of. */
  offers(): readonly PhraseOffer[] | undefined;
  /** Lines of the top frame's own page. */
  ownHealth(): readonly HealthLine[];
  send(frameId: number, act: FrameAct): void;
  insertIn(frameId: number, phraseId: string, choice?: PhraseChoice): void;
  /** The key that did it, to be kept from the frame's page. */
  held(): { held?: string };
  /** Takes the notice off the dock: what was told of the last attempt is over with the next, in whichever frame. */
  forget(): void;
}

/** The dock's actions, each done in the frame it concerns; what concerns none is done here. */
export function routeActions(here: DockActions, routes: FrameRoutes): DockActions {
  const { lead, editorIn, frames, send, held } = routes;
  const jump =
    (kind: 'orders' | 'reviews', own: (key: string) => void) =>
    (key: string): void => {
      const frameId = lead(kind);
      if (frameId === undefined) own(key);
      else send(frameId, { do: 'jump', key });
    };
  const inPrice =
    (act: 'preview-price' | 'fill-price', own: DockActions['fillPrice']): DockActions['fillPrice'] =>
    (request) => {
      const frameId = lead('price');
      if (frameId === undefined) own(request);
      else send(frameId, { do: act, request, ...held() });
    };
  const inChat =
    (act: 'begin-anew' | 'drop-offer', own: (id: string) => void) =>
    (id: string): void => {
      const frameId = lead('chat');
      if (frameId === undefined) own(id);
      else send(frameId, { do: act, id });
    };
  const inChecked =
    (act: 'replace-word' | 'release-word' | 'show-word', own: (id: string) => void) =>
    (id: string): void => {
      const frameId = routes.checked();
      if (frameId === undefined) own(id);
      else send(frameId, { do: act, id, ...held() });
    };
  return {
    ...here,
    insertPhrase(id, choice) {
      routes.forget();
      const frameId = editorIn('chat');
      const chosen: [PhraseChoice?] = choice ? [choice] : [];
      if (frameId === undefined) here.insertPhrase(id, ...chosen);
      else routes.insertIn(frameId, id, ...chosen);
    },
    beginAnew: inChat('begin-anew', here.beginAnew),
    dropOffer: inChat('drop-offer', here.dropOffer),
    searchPhrases: (query, limit) => here.searchPhrases(query, limit, routes.offers()),
    insertText(text) {
      routes.forget();
      const frameId = editorIn('chat');
      if (frameId === undefined) here.insertText(text);
      else send(frameId, { do: 'insert-text', text, ...held() });
    },
    dismissNotice: routes.forget,
    jumpToOrder: jump('orders', here.jumpToOrder),
    jumpToReview: jump('reviews', here.jumpToReview),
    copyOrderNumbers(keys) {
      const frameId = lead('orders');
      const orders = frameId === undefined ? undefined : frames.get(frameId)?.orders;
      if (!orders) return here.copyOrderNumbers(keys);
      const all = [
        ...[...orders.counts, ...orders.merges].flatMap((one) => one.orders),
        ...orders.list.map(({ order }) => order),
      ];
      const idOf = new Map(all.map(({ key, orderId }) => [key, orderId]));
      here.copy(keys.map((key) => idOf.get(key) ?? key).join('\n'));
    },
    openConversation(chat, by = 'agent') {
      routes.forget();
      here.openConversation(chat, by);
      for (const [frameId, view] of frames) {
        if (view.since.chat !== undefined) send(frameId, { do: 'conversation', chat, by });
      }
    },
    previewPrice: inPrice('preview-price', here.previewPrice),
    fillPrice: inPrice('fill-price', here.fillPrice),
    async putNumber(number) {
      routes.forget();
      const frameId = routes.wrote();
      if (frameId === undefined) return here.putNumber(number);
      send(frameId, { do: 'put-number', number, ...held() });
      return 'sent';
    },
    fillReview(key, text) {
      routes.forget();
      const frameId = editorIn('reviews');
      if (frameId === undefined) here.fillReview(key, text);
      else send(frameId, { do: 'fill-review', key, text, ...held() });
    },
    replaceWord: inChecked('replace-word', here.replaceWord),
    releaseWord: inChecked('release-word', here.releaseWord),
    showWord: inChecked('show-word', here.showWord),
    redraftReview(key) {
      const frameId = lead('reviews');
      if (frameId === undefined) here.redraftReview(key);
      else send(frameId, { do: 'redraft', key });
    },
    pointAt(request) {
      const names = (health: readonly HealthLine[]): boolean =>
        health.some(({ page, field }) => page === request.kind && field === request.field);
      const [frameId] =
        [...frames].find(([, view]) => names(view.health) && view.place?.reached !== 'top') ?? [];
      // A frame of the page's own origin is looked into from here.
      if (frameId === undefined || names(routes.ownHealth())) here.pointAt(request);
      else send(frameId, { do: 'pick', request });
    },
  };
}
