import { expect } from '@playwright/test';
import { dock, openTab, palette, practice, searchPalette } from '../../sandbox/tour/desk-driver.mjs';
import {
  type ChatPage,
  chatPages,
  expectDraft,
  jdChat,
  openChat,
  pdd,
  phraseRow,
  sentTexts,
  written,
  xianyu,
} from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { starterText } from './support/phrases.ts';

test.use({ browserOf: 'chat' });

/** insertion.md §1: at the caret, one undo, never sent, read back; on the three kinds of editor that exist. */
const title = '请稍等';
const phrase = starterText(title);
const twoLines = '亲，分两步：\n1. 点申请退款\n2. 选七天无理由';

test.beforeAll(async ({ product }) => {
  await product.ask('library.save', { title: '退货两步', text: twoLines, category: '测试' });
});

for (const chat of chatPages) {
  test.describe(chat.name, () => {
    test('a clicked phrase lands at the caret, the draft stays, and the next key follows it', async ({
      page,
    }) => {
      const editor = await openChat(page, chat);
      await page.keyboard.type('前后');
      await page.keyboard.press('ArrowLeft');
      await (await phraseRow(page, title)).click();
      await expectDraft(page, chat, `前${phrase}后`);
      await expect(editor).toBeFocused();
      await page.keyboard.type('！');
      await expectDraft(page, chat, `前${phrase}！后`);
    });

    test('a selection is replaced by the phrase', async ({ page }) => {
      await openChat(page, chat);
      await page.keyboard.type('abcd');
      await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.press('Shift+ArrowLeft');
      await (await phraseRow(page, title)).click();
      await expectDraft(page, chat, `ab${phrase}`);
    });

    test('one Ctrl+Z takes the phrase out and Ctrl+Shift+Z brings it back', async ({ page }) => {
      await openChat(page, chat);
      await page.keyboard.type('草稿');
      await (await phraseRow(page, title)).click();
      await expectDraft(page, chat, `草稿${phrase}`);
      await page.keyboard.press('Control+z');
      await expectDraft(page, chat, '草稿');
      await page.keyboard.press('Control+Shift+z');
      await expectDraft(page, chat, `草稿${phrase}`);
      await page.keyboard.press('Control+z');
      await expectDraft(page, chat, '草稿');
      await page.keyboard.press('Control+y');
      await expectDraft(page, chat, `草稿${phrase}`);
    });

    test('a phrase of several lines keeps them and sends nothing; the agent then sends exactly it', async ({
      page,
    }) => {
      await openChat(page, chat);
      await (await phraseRow(page, '退货两步')).click();
      await expectDraft(page, chat, twoLines);
      expect(await sentTexts(page)).toEqual([]);
      await page.locator(chat.send).click();
      await expect.poll(() => sentTexts(page)).toEqual([twoLines]);
    });

    test('Enter in the palette inserts and sends nothing, also when the key is held down', async ({
      page,
    }) => {
      await openChat(page, chat);
      await searchPalette(page, 'qsd');
      await page.keyboard.down('Enter');
      await page.keyboard.down('Enter');
      await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      await expectDraft(page, chat, phrase);
      expect(await sentTexts(page)).toEqual([]);
      // A fresh Enter is the agent's own again.
      await page.keyboard.press('Enter');
      await expect.poll(() => sentTexts(page)).toEqual([phrase]);
    });

    test('a phrase picked while an input method composes waits for it', async ({ page }) => {
      await openChat(page, chat);
      await page.keyboard.type('a');
      const row = await phraseRow(page, title);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
      await row.click();
      // An insert that did not wait would stand between the raw letters and the committed word.
      await cdp.send('Input.insertText', { text: '你' });
      await expectDraft(page, chat, `a你${phrase}`);
    });
  });
}

test('clicks by the page itself insert nothing, open nothing, move nothing', async ({ page }) => {
  const editor = await openChat(page, pdd);
  await openTab(page, '话术');
  await dock(page).getByRole('option').first().waitFor();
  await page.evaluate(() => {
    const root = document.querySelector('shoubian-dock')?.shadowRoot;
    if (!root) throw new Error('no open shadow root to try');
    const press = (target: Element): void => {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
      }
      if (target instanceof HTMLElement) target.click();
    };
    for (const target of root.querySelectorAll('button, [role=option], [role=tab]')) press(target);
    const area = document.querySelector('#replyTextarea');
    for (const type of ['keydown', 'keyup']) {
      area?.dispatchEvent(
        new KeyboardEvent(type, { key: 'q', code: 'KeyQ', altKey: true, bubbles: true, composed: true }),
      );
    }
    const search = root.querySelector('[role=combobox]');
    search?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, composed: true }),
    );
  });
  await expect(palette(page)).toBeHidden();
  await expect(dock(page).getByRole('button', { name: '收起', exact: true })).toBeVisible();
  await expect(dock(page).getByRole('tab', { name: '话术' })).toHaveAttribute('aria-selected', 'true');
  // A trusted click afterwards: had any of the others counted, more than this one would stand there.
  await (await phraseRow(page, title)).click();
  await expectDraft(page, pdd, phrase);
  expect(
    page
      .context()
      .pages()
      .filter((open) => open.url().includes('options.html')),
  ).toEqual([]);
  await expect(editor).toBeFocused();
});

test('a page that throws the text away is reported, and the text is offered to copy', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: pdd.origin });
  const editor = await openChat(page, pdd);
  await editor.evaluate((area) => {
    area.addEventListener('input', () => {
      setTimeout(() => {
        (area as HTMLTextAreaElement).value = '';
        area.dispatchEvent(new Event('change'));
      }, 20);
    });
  });
  await (await phraseRow(page, title)).click();
  const notice = dock(page).getByRole('alert');
  await expect(notice).toContainText('话术没有放入');
  await notice.getByRole('button', { name: '复制' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(phrase);
});

test('an insert never touches the clipboard', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: jdChat.origin });
  await openChat(page, jdChat);
  await page.evaluate(() => navigator.clipboard.writeText('客服自己复制的'));
  await (await phraseRow(page, title)).click();
  await expectDraft(page, jdChat, phrase);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('客服自己复制的');
});

test('a phrase whose value the page does not show is refused by name, and the draft stays', async ({
  page,
}) => {
  await openChat(page, xianyu);
  await page.keyboard.type('草稿');
  await (await phraseRow(page, '已发货通知')).click();
  const notice = dock(page).getByRole('alert');
  await expect(notice).toContainText('快递');
  await expect(notice).toContainText('单号');
  await expectDraft(page, xianyu, '草稿');
});

test('the buyer of the open conversation is filled in, and after a switch the other one', async ({
  page,
  product,
}) => {
  await product.ask('library.save', { title: '叫名字', text: '{买家}，您好', category: '测试' });
  await openChat(page, pdd);
  const names = await practice<{ id: string; name: string }[]>(page, 'practice.truth().conversations');
  const row = await phraseRow(page, '叫名字');
  for (const { id, name } of [names[3], names[5]].filter((one) => one !== undefined)) {
    await practice(page, 'practice.switchTo(value)', id);
    await expect(page.locator('.chatWindowHeader .name')).toHaveText(name);
    await page.locator(pdd.editor).fill('');
    await row.click();
    await expectDraft(page, pdd, `${name}，您好`);
  }
});

test('a longer draft than fits with the phrase is left alone, and the room left is said', async ({
  page,
}) => {
  const editor = await openChat(page, xianyu);
  await editor.evaluate((area) => area.setAttribute('maxlength', '10'));
  await page.keyboard.type('12345678');
  await (await phraseRow(page, title)).click();
  await expect(dock(page).getByRole('alert')).toContainText('只剩 2 个字');
  expect(await written(editor)).toBe('12345678');
});

/** What the dock may cover is tested in dock.spec.ts; this is what it looks like in use. */
for (const [scheme, chat] of [
  ['light', pdd],
  ['dark', jdChat],
] as const satisfies readonly (readonly ['light' | 'dark', ChatPage])[]) {
  test(`the phrases are shown by category beside the chat (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openChat(page, chat);
    await openTab(page, '话术');
    const categories = dock(page).getByRole('navigation', { name: '话术分类' });
    await categories.getByRole('button', { name: '结束语' }).click();
    const titles = dock(page).getByRole('listbox', { name: '话术列表' }).getByRole('option');
    await expect(titles).toHaveCount(4);
    await expect(titles.first()).toContainText('成交告别');
    await page.screenshot({ path: `artifacts/screens/chat-${scheme}.png` });
  });
}
