import { expect } from '@playwright/test';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { kuaishou, openChat, phraseRow } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { expectModel, phraseRules, waitingNames } from './support/phrase-rules.ts';
import { starterText } from './support/phrases.ts';

test.use({ browserOf: 'kuaishou' });

/** markets.md §7: Quill, names glued to times, direction by name alone, notices over the whole page. */
phraseRules(test, kuaishou);

for (const nick of ['安静的云', '手边练习小店2号', '手边练习小店']) {
  const isNamesake = nick === '手边练习小店';
  test(`a waiting buyer called ${nick} ${isNamesake ? 'is nobody the page can tell from the shop' : 'is counted once and cleared by the answer'}`, async ({
    page,
    product,
  }) => {
    await product.ask('data.erase', { what: 'figures' });
    await page.goto(`${kuaishou.url}?rows=6&nicks=${nick}`);
    const [buyer] = await practice<{ id: string }[]>(page, 'practice.truth().conversations');
    await page
      .locator(kuaishou.row)
      .filter({ has: page.getByText(nick, { exact: true }) })
      .click();
    await practice(page, 'practice.buyerWrites(value, "在吗")', buyer?.id);
    await practice(page, 'practice.buyerWrites(value, "人呢")', buyer?.id);
    if (isNamesake) {
      // The others are read as before, so that the empty list is no accident of a page not read yet.
      await page.locator(kuaishou.row).filter({ hasNotText: nick }).first().click();
      const [other] = await practice<{ id: string; name: string }[]>(page, '[practice.truth().open]');
      await practice(page, 'practice.buyerWrites(value, "在吗")', other?.id);
      await openTab(page, '等待');
      await expect.poll(() => waitingNames(page)).toEqual([other?.name]);
      return;
    }
    await openTab(page, '等待');
    await expect.poll(() => waitingNames(page)).toEqual([nick]);
    await page.locator(kuaishou.editor).click();
    await page.keyboard.type('在的亲');
    await page.locator(kuaishou.send).click();
    await expect.poll(() => waitingNames(page)).toEqual([]);
  });
}

test('a notice over the whole page leaves the dock usable, and its search keeps the caret', async ({
  page,
}) => {
  await openChat(page, kuaishou);
  await practice(page, 'practice.modal(true)');
  await page.getByRole('dialog').waitFor();
  await openTab(page, '话术');
  const search = dock(page).getByRole('searchbox').or(dock(page).getByRole('combobox')).first();
  await search.click();
  await page.keyboard.type('qsd');
  await expect(search).toHaveValue('qsd');
  await search.fill('');
  await page.getByRole('button', { name: '知道了' }).click();
  await page.locator(kuaishou.editor).click();
  await (await phraseRow(page, '请稍等')).click();
  await expectModel(page, starterText('请稍等'));
});
