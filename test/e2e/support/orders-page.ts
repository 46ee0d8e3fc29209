import { expect, type Frame, type Page } from '@playwright/test';
import type { OrdersTruth } from '../../../sandbox/generator/order-shape.ts';
import { markedOrders, ordersByFlag, practice } from '../../../sandbox/tour/desk-driver.mjs';

export const ordersUrl = 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders';
export const alternateUrl = 'https://trade-order-jdm.jd.com/orderList';

export const ordersTruth = (page: Page | Frame): Promise<OrdersTruth> =>
  practice<OrdersTruth>(page as Page, 'practice.truth()');

/** What the generator says, for the orders among `shown`: flag → sorted order numbers, flags without orders left out. */
export function expectedFlags(truth: OrdersTruth, shown?: readonly string[]): Record<string, string[]> {
  const visible = shown && new Set(shown);
  return Object.fromEntries(
    Object.entries(truth.flags)
      .map(([flag, ids]) => [flag, ids.filter((id) => !visible || visible.has(id)).sort()] as const)
      .filter(([, ids]) => ids.length > 0),
  );
}

/** The marks of the page come to be exactly these. */
export async function expectMarks(page: Page | Frame, flags: Record<string, string[]>): Promise<void> {
  await expect.poll(async () => ordersByFlag(await markedOrders(page as Page))).toEqual(flags);
}

/**
 * Lets the page do something to its marks and waits in the page itself, so that a busy test machine is not counted,
 * until `count` marks stand there again.
 * @param act expression over `practice`
 * @returns ms until then, or Infinity after five seconds
 */
export function msUntilMarksAreBack(page: Page, act: string, count: number): Promise<number> {
  return page.evaluate(
    async ([code, wanted]) => {
      const marks = (): number => document.querySelectorAll('shoubian-mark[data-order]').length;
      await new Function('practice', `return (${code})`)((window as { practice?: unknown }).practice);
      const began = performance.now();
      if (marks() >= wanted) throw new Error('the page did not lose its marks');
      return new Promise<number>((resolve) => {
        const look = (): void => {
          if (marks() >= wanted) done(performance.now() - began);
        };
        const watcher = new MutationObserver(look);
        const timer = setTimeout(() => done(Number.POSITIVE_INFINITY), 5_000);
        const done = (ms: number): void => {
          watcher.disconnect();
          clearTimeout(timer);
          resolve(ms);
        };
        watcher.observe(document, { childList: true, subtree: true });
        look();
      });
    },
    [act, count] as const,
  );
}

/** Every mark on an order. */
export const marks = 'shoubian-mark[data-order]';

export const markOf = (page: Page | Frame, id: string) => page.locator(`${marks}[data-order="${id}"]`);

/** Opens the list and waits for its marks. */
export async function openOrders(page: Page, url = ordersUrl): Promise<OrdersTruth> {
  await page.goto(url);
  const truth = await ordersTruth(page);
  await expectMarks(page, expectedFlags(truth));
  return truth;
}
