import { expect } from '@playwright/test';
import { openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { doudian } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { expectedFlags, expectMarks, markOf, ordersTruth } from './support/orders-page.ts';
import { phraseRules, waitingNames } from './support/phrase-rules.ts';

test.use({ browserOf: 'doudian' });

/** markets.md §2: names and sides read by prefixes and attributes, no mark of the open row, no times of messages. */
phraseRules(test, doudian);

interface Talk {
  id: string;
  name: string;
  waitingSince?: number;
}

for (const layout of ['rebuilt', 'prefix', 'opaque']) {
  test(`a waiting buyer is counted once and cleared by the answer (${layout})`, async ({ page, product }) => {
    await product.ask('data.erase', { what: 'figures' });
    await page.goto(`${doudian.url}?rows=8&layout=${layout}`);
    await openTab(page, '等待');
    const talks = await practice<Talk[]>(page, 'practice.truth().conversations');
    const [open, other] = talks.filter(({ waitingSince }) => waitingSince === undefined);
    if (!open || !other) throw new Error('nobody to talk to in this seed');
    await page.locator(`[data-cid*="${open.id}"]`).click();
    await page.locator(doudian.editor).waitFor();
    await expect.poll(() => waitingNames(page)).toEqual([]);
    for (const text of ['在吗', '人呢']) {
      await practice(page, 'practice.buyerWrites(value[0], value[1])', [open.id, text]);
    }
    await expect.poll(() => waitingNames(page)).toEqual([open.name]);
    await page.locator(doudian.editor).click();
    await page.keyboard.type('在的亲');
    await page.locator(doudian.send).click();
    await expect.poll(() => waitingNames(page)).toEqual([]);
  });
}

test('a buyer who writes in a conversation that is not open is listed once; the platform’s own notices never are', async ({
  page,
  product,
}) => {
  await product.ask('data.erase', { what: 'figures' });
  await page.goto(`${doudian.url}?rows=8`);
  await openTab(page, '等待');
  const talks = await practice<Talk[]>(page, 'practice.truth().conversations');
  const [open, other] = talks.filter(({ waitingSince }) => waitingSince === undefined);
  if (!open || !other) throw new Error('nobody to talk to in this seed');
  await page.locator(`[data-cid*="${open.id}"]`).click();
  await page.locator(doudian.editor).waitFor();
  for (const text of ['在吗', '人呢']) {
    await practice(page, 'practice.buyerWrites(value[0], value[1])', [other.id, text]);
  }
  await expect.poll(() => waitingNames(page)).toEqual([other.name]);
});

for (const layout of ['2026', '2026-rotated', '2021', '2021-rotated']) {
  test(`orders carry the marks the generator placed, as far as the page shows their ground (${layout})`, async ({
    page,
  }) => {
    await page.goto(`https://fxg.jinritemai.com/ffa/morder/order/list?size=100&layout=${layout}`);
    const truth = await ordersTruth(page);
    const expected = expectedFlags(truth);
    expect(Object.keys(expected)).toContain('unpaid');
    await expectMarks(page, expected);
    // Beside the order's own time, inside the first row of the order.
    const [first = ''] = expected.unpaid ?? [];
    await expect(markOf(page, first)).toBeVisible();
    // A page turned takes the marks along.
    await practice(page, 'practice.openTab("unpaid")');
    const shown = await practice<string[]>(page, 'practice.shown()');
    await expectMarks(page, expectedFlags(truth, shown));
  });
}
