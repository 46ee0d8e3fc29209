import type {
  DockActions,
  NumberPut,
  NumberToPut,
  PricePreview,
  PriceRequest,
} from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import {
  notePriceChange,
  type PriceChangeNote,
  priceFacts,
  searchPrices,
} from '../../storage/contracts/pricing.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { isField } from '../compose/deepest-editor.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { fillField } from '../compose/fill-field.ts';
import type { DockStore } from '../dock/dock-store.ts';
import type { DeskSession } from './desk-session.ts';
import { notice } from './insert-phrase.ts';
import { fillPrice, type OpenPrice, previewPrice } from './price-desk.ts';

/** Rows of the price list a search lists. */
const listed = 20;

/** What was asked for, in an agent's words, for the log. */
function wayOf({ way, value, source }: PriceRequest): string {
  const words = { target: '改成', minus: '减掉', percent: '打折', round: '抹零' } as const;
  const rounds: Record<string, string> = { yuan: '到元', five: '到 5 元', nine: '到 .9' };
  const asked = `${words[way]} ${way === 'round' ? (rounds[value] ?? value) : value.trim()}`;
  return (source === undefined ? asked : `${asked}（${source}）`).slice(0, 500);
}

/** What the agent does with prices, in a known dialog and without one. Nothing here ever confirms. */
export function pricingActions({
  session,
  store,
  editors,
  copy,
}: {
  session: DeskSession;
  store: DockStore;
  editors: EditorMemory;
  copy(text: string): Promise<void>;
}): Pick<DockActions, 'previewPrice' | 'fillPrice' | 'priceFacts' | 'searchPrices' | 'putNumber'> {
  const { signal } = session;
  const preview = (price: OpenPrice, request: PriceRequest): PricePreview =>
    previewPrice(price, request, session.state.shop.pack);

  /** Nothing waits for the log; that it could not be written is said. */
  const note = (change: PriceChangeNote): void => {
    sendRequest(notePriceChange, change).catch(() =>
      store.patch({
        notice: notice('warn', say('已填入，但没能记进改价记录', 'Filled in, but it could not be logged')),
      }),
    );
  };

  return {
    priceFacts: (items, order) =>
      sendRequest(priceFacts, { items: [...items], ...(order && { order }) }).catch(() => undefined),
    searchPrices: (query) => sendRequest(searchPrices, { query, limit: listed }).catch(() => undefined),
    previewPrice(request) {
      const price = session.price();
      if (price) session.showPrice(preview(price, request));
    },
    async fillPrice(request) {
      const price = session.price();
      if (!price) return;
      const before = price.fact.current;
      const chat = session.chat();
      const done = await fillPrice(price.fact, preview(price, request), signal);
      session.showPrice(done);
      if (!done.filled) return;
      const orderId = price.fact.orderId ?? price.order?.orderId;
      const buyer = price.order?.buyer ?? chat?.buyer;
      note({
        place: 'dialog',
        platform: price.platform,
        way: wayOf(request),
        ...(orderId !== undefined && { orderId }),
        ...(buyer !== undefined && { buyer: buyer.slice(0, 120) }),
        ...(before !== undefined && { old: before }),
        ...(done.newPrice !== undefined && { price: done.newPrice }),
        ...(done.delta !== undefined && { delta: done.delta }),
        ...(done.freight !== undefined && { freight: done.freight }),
        ...(request.reason !== undefined &&
          request.reason.trim() !== '' && { reason: request.reason.trim() }),
      });
    },
    async putNumber({ text, way }: NumberToPut): Promise<NumberPut> {
      const field = editors.current()?.element;
      // A chat's editor is the buyer's: a number for a price field never takes the place of a draft.
      if (!field || !isField(field) || field.tagName !== 'INPUT') {
        await copy(text);
        return 'copied';
      }
      const { result } = await fillField(field, text, { signal });
      const name = nameOf(field as HTMLInputElement);
      if (result !== 'ok') {
        store.patch({
          notice: notice(
            'warn',
            say(
              `没能填进${name['zh-CN']}，请手动输入 ${text}`,
              `${name.en} did not take it; please type ${text} by hand`,
            ),
            text,
          ),
        });
        return 'failed';
      }
      store.patch({
        notice: notice(
          'info',
          say(
            `${text} 已填进${name['zh-CN']}，请核对后自己确认`,
            `${text} is in ${name.en}; check it and confirm it yourself`,
          ),
        ),
      });
      const orderId = session.price()?.fact.orderId;
      note({ place: 'field', platform: session.platform, way, ...(orderId !== undefined && { orderId }) });
      return 'filled';
    },
  };
}

/** What the page calls a field, so that the agent sees where a number went. */
function nameOf(field: HTMLInputElement) {
  const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? field.placeholder;
  const shown = label.replace(/\s+/g, ' ').trim().slice(0, 20);
  return shown === '' ? say('刚才点的输入框', 'the field you were in') : say(`「${shown}」`, `"${shown}"`);
}
