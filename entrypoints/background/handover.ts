import { browser } from '#imports';
import { missGoals } from '../../rules/figures/miss-goals.ts';
import { missLines } from '../../rules/figures/miss-line.ts';
import { atStake } from '../../rules/metrics/at-stake.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import { entryKinds } from '../../rules/registers/entry.ts';
import {
  HANDOVER_HOURS,
  type HandoverFacts,
  type HandoverFigures,
  type OpenOrder,
} from '../../rules/shift/handover.ts';
import { currentShift, ordersOf, type Shift } from '../../rules/shift/shift.ts';
import { startOfShift } from '../../rules/shift/start-of-shift.ts';
import { DAY_MS, HOUR_MS, shanghaiDay, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { entryView, livingEntries } from '../../storage/registers.ts';
import { VISITED_KEY, visitedSchema } from '../../storage/visited-orders.ts';
import type { FigureBook } from './figure-book.ts';
import type { Stores } from './stores.ts';

/** Buyers by the names pages have for them; the last one is the nick where there are several. */
const named = (buyers: readonly string[]): string => buyers.at(-1) ?? '';

/** Figures of the shift, and where today's misses stand. */
async function figuresOf(
  stores: Stores,
  figures: Pick<FigureBook, 'span' | 'figures'>,
  from: number,
  to: number | undefined,
  at: number,
): Promise<HandoverFigures[]> {
  const midnight = startOfShanghaiDay(at);
  const [ofShift, ofToday, { rows }, { waiting }] = await Promise.all([
    figures.span({ from, ...(to !== undefined && { to }) }),
    figures.figures(midnight, midnight + DAY_MS),
    stores.rules.read(),
    stores.queue.read(),
  ]);
  const inForce = rowsInForce(rows);
  return ofShift.map(({ platform, figures: own }) => {
    const day = ofToday.find((one) => one.platform === platform);
    const misses = missLines({
      platform,
      today: shanghaiDay(at),
      days: day ? [{ day: shanghaiDay(at), figures: day.figures }] : [],
      ...missGoals(platform, inForce),
      atRisk: waiting.filter((buyer) => buyer.platform === platform && !buyer.failed).length,
    });
    return { platform, figures: own, misses };
  });
}

/** Orders whose time runs out, as pages told of them in this shift, and addresses that wait for a word. */
async function openOrders(stores: Stores, since: number, at: number): Promise<OpenOrder[]> {
  const parsed = visitedSchema.safeParse((await browser.storage.session.get(VISITED_KEY))[VISITED_KEY]);
  const due = (parsed.success ? parsed.data : []).flatMap(({ platform, orderId, deadline, elsewhere }) =>
    deadline !== undefined && elsewhere >= since && deadline <= at + HANDOVER_HOURS * HOUR_MS
      ? [{ platform, orderId, why: 'deadline' as const, at: deadline }]
      : [],
  );
  const addresses = (await stores.orders.read()).orders.flatMap(
    ({ platform, orderId, addressCheck }): OpenOrder[] =>
      addressCheck === undefined || addressCheck.state === 'confirmed' || addressCheck.at < since
        ? []
        : [
            {
              platform,
              orderId,
              why: addressCheck.state === 'asked' ? 'address-asked' : 'address-change',
              at: addressCheck.at,
            },
          ],
  );
  return [...due.sort((one, other) => one.at - other.at), ...addresses];
}

/** Gathers what the next agent has to know, as of now, from what is kept (rules.md §8). */
export async function gatherHandover(
  stores: Stores,
  figures: Pick<FigureBook, 'span' | 'figures'>,
  now: () => number,
): Promise<HandoverFacts> {
  const at = now();
  const [{ shifts }, { shopName, agentNumber }, queue, registers, refusals, book] = await Promise.all([
    stores.shifts.read(),
    stores.settings.read(),
    stores.queue.read(),
    stores.registers.read(),
    stores.refusals.read(),
    stores.orders.read(),
  ]);
  const shift: Shift | undefined = currentShift(shifts, at) ?? shifts.at(-1);
  const since = startOfShift(at, shift?.start);
  const from = shift?.start ?? since;
  const waits = new Set(queue.waiting.map(({ key }) => key));
  const kindAt = new Map(entryKinds.map((kind, i) => [kind, i]));
  const agent = shift?.agent ?? agentNumber.trim();
  const rows = rowsInForce((await stores.rules.read()).rows);
  return {
    at,
    ...(shopName !== '' && { shop: shopName }),
    ...(agent !== '' && { agent }),
    ...(shift && { shift }),
    figures: await figuresOf(stores, figures, from, shift?.end, at),
    waiting: queue.waiting.map((buyer) => ({
      ...buyer,
      costs: atStake(buyer, at, rows).map(({ text }) => text),
    })),
    lastWords: queue.lastWords.filter(({ key }) => !waits.has(key)),
    openEntries: livingEntries(registers)
      .filter(({ status }) => status === 'open')
      .map(entryView)
      .sort(
        (one, other) =>
          (one.promisedAt ?? Number.MAX_SAFE_INTEGER) - (other.promisedAt ?? Number.MAX_SAFE_INTEGER) ||
          (kindAt.get(one.kind) ?? 0) - (kindAt.get(other.kind) ?? 0) ||
          one.createdAt - other.createdAt,
      ),
    ordersOpen: await openOrders(stores, since, at),
    refusals: refusals.refusals
      .filter((refusal) => refusal.at >= from)
      .map(({ platform, buyers, word, at: when }) => ({ platform, buyer: named(buyers), word, at: when })),
    ordersHandled: shift?.orders ?? (shift ? ordersOf(shift, book.orders, at) : 0),
  };
}
