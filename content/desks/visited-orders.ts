import { candidateOf } from '../../rules/merge/index.ts';
import type { CandidateOptions, MergeCandidate } from '../../rules/merge/merge-candidate.ts';
import type { Order } from '../../rules/orders/order.ts';
import { mostOnPage } from '../../storage/contracts/visited-orders.ts';
import type { SeenOrder, VisitedOrder } from '../../storage/schemas/merge-candidate.ts';

interface Page {
  open: VisitedOrder[];
  closed: { platform: Order['platform']; orderId: string }[];
}

/** Rows come and go while a page draws itself: it is told of once it stands still. */
const SETTLE_MS = 400;
/** Another tab may have shown more by now. */
const ASK_AGAIN_MS = 60_000;

export interface VisitedOrders {
  /** Orders of other pages that may share a parcel with one of this page. */
  seen(): readonly MergeCandidate[];
  /** What the page shows now; told when it is new, and now and then again for what other tabs saw. */
  show(orders: readonly Order[], options: CandidateOptions): void;
}

/** The page as it is told: without a number nobody could find an order again. */
export function pageOf(orders: readonly Order[], options: CandidateOptions): Page {
  const page: Page = { open: [], closed: [] };
  for (const order of orders.slice(0, mostOnPage)) {
    const { platform, orderId } = order;
    if (orderId === undefined) continue;
    const candidate = candidateOf(order, options);
    // A row whose status is not understood is neither.
    if (candidate) page.open.push({ ...candidate, orderId });
    else if (order.status !== undefined) page.closed.push({ platform, orderId });
  }
  return page;
}

/** Tells the background which orders this page holds, and keeps what came back of other pages. */
export function createVisitedOrders(options: {
  tell(page: Page): Promise<readonly SeenOrder[]>;
  changed(): void;
  now(): number;
  signal: AbortSignal;
}): VisitedOrders {
  const { tell, changed, now, signal } = options;
  let seen: readonly MergeCandidate[] = [];
  let told = '';
  let toldAt = 0;
  let next: { page: Page; text: string } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  async function send(): Promise<void> {
    timer = undefined;
    if (!next || signal.aborted) return;
    const { page, text } = next;
    toldAt = now();
    try {
      const answer = await tell(page);
      if (signal.aborted) return;
      told = text;
      if (JSON.stringify(answer) === JSON.stringify(seen)) return;
      seen = answer;
      changed();
    } catch {
      // The next look at the page tells again.
      told = '';
    }
  }

  return {
    seen: () => seen,
    show(orders, how) {
      if (signal.aborted) return;
      const page = pageOf(orders, how);
      const text = JSON.stringify(page);
      if (text === told && now() - toldAt < ASK_AGAIN_MS) return;
      if (page.open.length === 0 && page.closed.length === 0) return;
      next = { page, text };
      timer ??= setTimeout(() => void send(), SETTLE_MS);
    },
  };
}
