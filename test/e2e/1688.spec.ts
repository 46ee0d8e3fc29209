import { expect } from '@playwright/test';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { alibaba } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { phraseRules, waitingNames } from './support/phrase-rules.ts';

test.use({ browserOf: '1688' });

/** markets.md §6: the page inside the frame, opened by itself; in its frame it is frames-of-chat's subject. */
phraseRules(test, alibaba);

test('a buyer who writes waits once, though the page shows no ids and no times, and an answer clears it', async ({
  page,
}) => {
  await page.goto(alibaba.url);
  await page.locator(alibaba.row).nth(2).click();
  await page.locator('.message-item').first().waitFor();
  const [open] = await practice<{ id: string; name: string }[]>(page, '[practice.truth().open]');
  // Only what arrives while the page watches has a time; what stood there before has none that could be read.
  await expect(dock(page).getByRole('tab', { name: '话术' })).toBeVisible();
  await practice(page, 'practice.buyerWrites(value, "在吗")', open?.id);
  await practice(page, 'practice.buyerWrites(value, "人呢")', open?.id);
  await openTab(page, '等待');
  await expect.poll(() => waitingNames(page)).toEqual([open?.name]);
  await practice(page, 'practice.agentReplies("在的亲")');
  await expect.poll(() => waitingNames(page)).toEqual([]);
});

test('before a contact is chosen nothing is broken and nothing is offered to fill', async ({ page }) => {
  await page.goto(`${alibaba.url}?rows=0`);
  await expect(page.getByText('您尚未选择联系人')).toBeVisible();
  await expect(dock(page)).toHaveCount(1);
  await expect(dock(page).getByRole('tab', { name: '话术' })).toHaveCount(0);
});
