import type { DockActions, OrderRowView } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { addressPrint } from '../../rules/orders/address-print.ts';
import { callingFlags } from '../../rules/orders/handled.ts';
import type { NotedOrder } from '../../rules/orders/order-state.ts';
import { noteOrders } from '../../storage/contracts/order-book.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { DockStore } from '../dock/dock-store.ts';
import { ordersFile, saveFile } from './export-orders.ts';
import { notice } from './insert-phrase.ts';

/** What the page shows of an order when something is noted about it; undefined where no number was read. */
function notedOrder({ order, flags }: OrderRowView): NotedOrder | undefined {
  const { platform, orderId, address } = order;
  if (orderId === undefined) return undefined;
  const calling = callingFlags(flags);
  return {
    platform,
    orderId,
    ...(address !== undefined && { address: addressPrint(address) }),
    ...(calling.length > 0 && { flags: calling }),
  };
}

/**
 * What the agent notes about orders. Nothing of it needs the frame the orders stand in: it goes to the background.
 * @param shown the rows the dock shows, of whichever frame
 */
export function orderActions({
  store,
  shown,
  shiftStart,
  document,
  now,
}: {
  store: DockStore;
  shown(): readonly OrderRowView[] | undefined;
  /** When the shift that runs began. */
  shiftStart(): number | undefined;
  document: Document;
  now(): number;
}): Pick<DockActions, 'noteOrder' | 'exportOrders'> {
  return {
    exportOrders(keys, file) {
      const rows = new Map((shown() ?? []).map((row) => [row.order.key, row]));
      const wanted = keys.flatMap((key) => rows.get(key) ?? []);
      const start = shiftStart();
      const at = { now: now(), ...(start !== undefined && { shiftStart: start }) };
      saveFile(document, ordersFile(wanted, file, { language: store.get().language, ...at }));
    },
    noteOrder(keys, change) {
      const wanted = new Set(keys);
      const orders = (shown() ?? []).flatMap((row) =>
        wanted.has(row.order.key) ? (notedOrder(row) ?? []) : [],
      );
      if (orders.length === 0) return;
      sendRequest(noteOrders, { orders, change }).catch(() =>
        store.patch({
          notice: notice('warn', say('没有记下来，请再试一次', 'It was not noted; please try again')),
        }),
      );
    },
  };
}
