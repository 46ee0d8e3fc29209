import type { Language } from '../../rules/language/local-text.ts';
import type { Order } from '../../rules/orders/order.ts';
import type { OrderState } from '../../rules/orders/order-state.ts';
import { orderRows } from '../../rules/packs/order-rows.ts';
import type { Platform } from '../../rules/platform.ts';
import { currentShift } from '../../rules/shift/shift.ts';
import { type HolidayYears, shipBy } from '../../rules/shipping/index.ts';
import { readRegions } from '../../storage/contracts/addresses.ts';
import { visitOrders } from '../../storage/contracts/visited-orders.ts';
import { holidaysStore, holidayYears } from '../../storage/holidays.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { watchStore } from '../../storage/watch.ts';
import type { ChatFact, OrderFact } from '../site-map/facts.ts';
import { type OrdersPicture, pictureOrders } from './orders-desk.ts';
import { createRefusalWatch } from './refusal-watch.ts';
import { createRegionCache } from './region-cache.ts';
import { createVisitedOrders } from './visited-orders.ts';

/** The orders of a page with all that is known of them beside the page. */
export interface OrdersWatch {
  picture(rows: readonly OrderFact[], at: number, language: Language): OrdersPicture;
  /** Hears what the open chat's buyer says against an order. */
  hear(chat: ChatFact | undefined): void;
}

/** Follows what marks on orders need beside the page: regions, refusals, holidays, orders of other pages. */
export function createOrdersWatch(options: {
  platform: Platform;
  state: () => KeptState;
  stateOf(order: Order): OrderState | undefined;
  now: () => number;
  signal: AbortSignal;
  /** Something that the picture rests on came or changed. */
  changed(): void;
}): OrdersWatch {
  const { platform, state, stateOf, now, signal, changed } = options;
  const regions = createRegionCache({
    ask: async (texts) => (await sendRequest(readRegions, { texts })).regions,
    changed,
    signal,
  });
  const refusals = createRefusalWatch({
    platform,
    rules: () => state().shop.pack.urging,
    now,
    signal,
    changed,
  });
  let holidays: HolidayYears = {};
  void watchStore(holidaysStore, now, signal, (record) => {
    holidays = holidayYears(record);
    changed();
  });
  const visited = createVisitedOrders({
    tell: async (page) => (await sendRequest(visitOrders, page)).seen,
    changed,
    now,
    signal,
  });
  return {
    picture(rows, at, language) {
      const { shop, settings, shifts, rules } = state();
      const pack = { ...shop.pack, holidays, rows: orderRows(rules.rows, platform) };
      const { regionOf } = regions;
      const shift = currentShift(shifts.shifts, at);
      const context = {
        regionOf,
        stateOf,
        refusalOf: refusals.refusalOf,
        agent: settings.agentNumber,
        seen: visited.seen(),
        shop: settings.shopId,
        ...(shift && { shiftStart: shift.start }),
      };
      const picture = pictureOrders(rows, pack, at, language, context, settings.shopName);
      visited.show(
        rows.map(({ order }) => order),
        { regionOf, shop: settings.shopId, deadlineOf: (order) => shipBy(order, pack)?.at },
      );
      return picture;
    },
    hear: refusals.read,
  };
}
