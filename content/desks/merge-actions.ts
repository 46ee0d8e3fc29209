import type { DockActions } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { noteOrders } from '../../storage/contracts/order-book.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { DockStore } from '../dock/dock-store.ts';
import { notice } from './insert-phrase.ts';

/** What the agent notes about orders that may share a parcel; orders of other pages are named by their numbers. */
export function mergeActions({ store }: { store: DockStore }): Pick<DockActions, 'noteMerge'> {
  return {
    noteMerge({ platform, orders }, state) {
      const noted = orders.flatMap(({ orderId }) => (orderId === undefined ? [] : [{ platform, orderId }]));
      if (noted.length === 0) return;
      sendRequest(noteOrders, { orders: noted, change: { mergeConsent: state } }).catch(() =>
        store.patch({
          notice: notice('warn', say('没有记下来，请再试一次', 'It was not noted; please try again')),
        }),
      );
    },
  };
}
