import type { DockActions } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { orderRows } from '../../rules/packs/order-rows.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { addEntry } from '../../storage/contracts/registers.ts';
import { decisionsStore, guideTables } from '../../storage/decisions.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ShopRecord } from '../../storage/schemas/shop.ts';
import { settingsStore } from '../../storage/settings.ts';
import { shopStore } from '../../storage/shop.ts';
import { watchStore } from '../../storage/watch.ts';
import type { DeskSession } from './desk-session.ts';
import { orderOf } from './phrase-desk.ts';

/** Orders and chats an agent goes to and fro between; the oldest is forgotten. */
const MOST_KEPT = 50;

type GuideProgress = NonNullable<ReturnType<DockActions['guide']['recall']>>;

/** What the guide of the dock needs of the desk. The stores are read only while it is open. */
export function guideActions({
  session,
  values,
}: {
  session: DeskSession;
  /** Of the open chat, in whichever frame it stands. */
  values(): PhraseValues;
}): Pick<DockActions, 'guide'> {
  const kept = new Map<string, GuideProgress>();
  return {
    guide: {
      follow(changed, signal) {
        let decisions: Decisions | undefined;
        let shop: ShopRecord | undefined;
        let settings: Settings | undefined;
        const show = (): void => {
          if (!decisions || !shop || !settings) return;
          const { agentNumber, shopName } = settings;
          changed({
            tables: guideTables(decisions),
            shop: { ...shop.pack, rows: orderRows(session.state.rules.rows, session.platform) },
            agent: { agentNumber, shopName },
            platform: session.platform,
          });
        };
        const watched = Promise.all([
          watchStore(decisionsStore, session.now, signal, (next) => {
            decisions = next;
            show();
          }),
          watchStore(shopStore, session.now, signal, (next) => {
            shop = next;
            show();
          }),
          watchStore(settingsStore, session.now, signal, (next) => {
            settings = next;
            show();
          }),
        ]);
        // The extension was updated under this page: the dock says so itself.
        watched.catch(() => undefined);
      },
      chat() {
        const chat = session.chat();
        const order = chat && orderOf({ chat, orders: session.orders() });
        const message = chat?.messages.findLast(({ side, text }) => side === 'buyer' && text)?.text;
        return { values: values(), ...(order && { order }), ...(message && { message }) };
      },
      recall: (key) => kept.get(key),
      keep(key, progress) {
        kept.delete(key);
        kept.set(key, progress);
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      },
      write: (entry) =>
        sendRequest(addEntry, { entry }).then(
          (result) => (result.ok ? (result.known ? 'known' : 'written') : result.fault),
          () => say('没有登记上，请再试一次', 'It was not registered; please try again'),
        ),
    },
  };
}
