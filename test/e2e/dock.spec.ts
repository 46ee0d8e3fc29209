import { expect, type Page } from '@playwright/test';
import { launchWithExtension, places } from '../../sandbox/launch.mjs';
import { dock, practice } from '../../sandbox/tour/desk-driver.mjs';
import { type ChatPage, chatPages, openChat, pdd, xianyu } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { alternateUrl, ordersUrl } from './support/orders-page.ts';
import { launchTrueTabs, openTrueTab } from './support/true-tabs.ts';

test.use({ browserOf: 'dock' });

/** site-map.md, "What the page shows"; issue "The main job", 5: at the edge, in nobody's way, remembered per site. */
const reviewsUrl = 'https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav';
const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 640 },
];
/** A classic scrollbar; the test browser draws none, so its strip is worked out from the box it belongs to. */
const scrollbar = 15;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What is drawn of the dock: the open panel or the handle. */
const drawn = (page: Page) => dock(page).locator('.sb-dock, .sb-handle');

async function drawnBox(page: Page): Promise<Box> {
  return drawn(page).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The send button and the strip of the message list's scrollbar, as they are laid out now. */
async function mustStayFree(page: Page, chat: ChatPage): Promise<Record<string, Box>> {
  return page.evaluate(
    ([send, list, width]) => {
      const boxOf = (css: string): Box => {
        const element = document.querySelector(css);
        if (!element) throw new Error(`${css} is not on the page`);
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      const box = boxOf(list);
      return { 'send button': boxOf(send), 'list scrollbar': { ...box, left: box.right - width } };
    },
    [chat.send, chat.list, scrollbar] as const,
  );
}

async function expectClear(page: Page, chat: ChatPage): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await expect
    .poll(async () => {
      const own = await drawnBox(page);
      const free = await mustStayFree(page, chat);
      const covered = Object.entries(free).filter(([, box]) => meet(own, box));
      return {
        covered: covered.map(([name]) => name),
        inside: own.left >= 0 && own.top >= 0 && own.right <= width && own.bottom <= height,
      };
    })
    .toEqual({ covered: [], inside: true });
}

for (const [name, url] of [
  ['PDD chat', pdd.url],
  ['PDD reviews', reviewsUrl],
  ['JD orders', ordersUrl],
  ['JD orders in a frame', `${ordersUrl}&frame=1`],
  ['JD orders on the alternate host', alternateUrl],
  ['JD chat', 'https://dongdong.jd.com/'],
  ['Xianyu', xianyu.url],
] as const) {
  test(`one dock in the top frame, none in frames, at the right edge (${name})`, async ({ page }) => {
    await page.goto(url);
    await expect(drawn(page)).toBeVisible();
    if (url.includes('frame=1')) await page.frameLocator('iframe').locator('.card').first().waitFor();
    for (const frame of page.frames()) {
      expect(await frame.locator('shoubian-dock').count()).toBe(frame === page.mainFrame() ? 1 : 0);
    }
    const own = await drawnBox(page);
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    expect(width - own.right).toBeLessThanOrEqual(16);
    expect(own.right).toBeLessThanOrEqual(width);
  });
}

for (const chat of chatPages) {
  test(`neither send button nor the list's scrollbar is ever covered, at any size (${chat.name})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openChat(page, chat);
    // Long enough that the list has a scrollbar at every size.
    await practice(page, "Array.from({ length: 60 }, (_, n) => practice.agentReplies('第' + n + '句'))");
    await expect
      .poll(() => page.locator(chat.list).evaluate((list) => list.scrollHeight > list.clientHeight * 1.5))
      .toBe(true);
    for (const size of [...sizes, { width: 1100, height: 500 }, sizes[0] ?? { width: 0, height: 0 }]) {
      await page.setViewportSize(size);
      await expectClear(page, chat);
      // Wherever the agent puts it, too: to the very bottom and back to the top.
      for (const key of ['Alt+ArrowDown', 'Alt+ArrowUp']) {
        const handle = dock(page).getByRole('button', { name: /^收起$|^展开手边/ });
        await handle.focus();
        for (let press = 0; press < 30; press += 1) await page.keyboard.press(key);
        await expectClear(page, chat);
      }
    }
    await page.locator(chat.editor).fill('好的');
    await page.locator(chat.send).click();
    expect(await practice<number>(page, 'practice.sent.length')).toBe(61);
  });
}

test("the page's own scrollbar stays free", async () => {
  const browser = await launchTrueTabs(process.env.SHOUBIAN_EXTENSION ?? places.extension);
  try {
    const page = await openTrueTab(browser, ordersUrl);
    await page.waitForSelector('shoubian-dock');
    await page.evaluate(() => {
      document.documentElement.style.overflowY = 'scroll';
    });
    const edges = () =>
      page.evaluate(() => {
        const panel = document.querySelector('shoubian-dock')?.shadowRoot?.querySelector('.sb-dock');
        const { clientWidth } = document.documentElement;
        const right = panel?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY;
        return { scrollbar: window.innerWidth - clientWidth, over: Math.max(0, right - clientWidth) };
      });
    await expect.poll(edges).toEqual({ scrollbar, over: 0 });
  } finally {
    await browser.close();
  }
});

test('the confirm button of the price dialog stays free in a small window', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 500 });
  await page.goto(`${xianyu.url}?seed=1`);
  await drawn(page).waitFor();
  const buyer = await practice<string>(
    page,
    "practice.orders().find((order) => order.status === 'unpaid').buyerId",
  );
  await practice(page, 'practice.switchTo(value)', buyer);
  await page.locator('[data-spm="head"]').getByText('修改价格').dispatchEvent('click');
  const confirm = page.getByRole('button', { name: /确定修改/ });
  await confirm.waitFor();
  await expect
    .poll(async () => {
      const box = await confirm.boundingBox();
      if (!box) throw new Error('no confirm button');
      const { x: left, y: top, width, height } = box;
      return meet(await drawnBox(page), { left, top, right: left + width, bottom: top + height });
    })
    .toBe(false);
});

test('dragged along the edge it stays at the edge, keeps its place on this site and not on another', async ({
  page,
}) => {
  await page.goto(ordersUrl);
  const header = dock(page).locator('[data-drag-handle]').first();
  await header.waitFor();
  const before = await drawnBox(page);
  const grip = { x: before.left + 90, y: before.top + 12 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - 200, grip.y + 60, { steps: 4 });
  await page.mouse.move(grip.x - 300, grip.y + 120, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await drawnBox(page)).top - before.top)).toBe(120);
  expect((await drawnBox(page)).right).toBe(before.right);
  const dropped = await drawnBox(page);
  await page.reload();
  await expect.poll(async () => (await drawnBox(page)).top).toBe(dropped.top);
  await page.goto(alternateUrl);
  await expect.poll(async () => (await drawnBox(page)).top).toBe(before.top);
});

test('collapsed by the agent it stays a small handle after a reload, until it is opened again', async ({
  page,
}) => {
  await page.goto(alternateUrl);
  await dock(page).getByRole('button', { name: '收起', exact: true }).click();
  const handle = dock(page).getByRole('button', { name: /^展开手边/ });
  await expect(handle).toBeVisible();
  const box = await drawnBox(page);
  expect(box.right - box.left).toBeLessThanOrEqual(40);
  await page.screenshot({ path: 'artifacts/screens/dock-collapsed.png' });
  await page.reload();
  await expect(handle).toBeVisible();
  // A drag of the handle is not a click on it.
  await page.mouse.move(box.left + 10, box.top + 20);
  await page.mouse.down();
  await page.mouse.move(box.left + 10, box.top + 120, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await drawnBox(page)).top).toBeGreaterThan(box.top + 50);
  await expect(handle).toBeVisible();
  await handle.press('Enter');
  await expect(dock(page).getByRole('button', { name: '收起', exact: true })).toBeVisible();
});

for (const [how, act] of [
  ['the dock is removed', () => document.querySelector('shoubian-dock')?.remove()],
  ['the body is replaced', () => document.body.replaceWith(document.createElement('body'))],
  [
    'everything is replaced',
    () =>
      document.documentElement.replaceChildren(
        document.createElement('head'),
        document.createElement('body'),
      ),
  ],
] as const) {
  test(`when ${how} by the page, the dock is there again within one second`, async ({ page }) => {
    await page.goto(ordersUrl);
    await drawn(page).waitFor();
    await page.evaluate(act);
    const ms = await page.evaluate(async () => {
      const began = performance.now();
      while (!document.querySelector('shoubian-dock') && performance.now() - began < 5_000) {
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - began;
    });
    expect(ms).toBeLessThan(1_000);
    await expect(dock(page)).toHaveCount(1);
    await expect(drawn(page)).toBeVisible();
  });
}

test('the page is as it would be without the extension, but for our two elements', async ({ page }) => {
  const state = async (on: Page) => {
    const globals = await on.evaluate(() => Object.getOwnPropertyNames(window).sort());
    const html = await on.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      for (const own of copy.querySelectorAll('shoubian-dock, shoubian-mark')) own.remove();
      return copy.outerHTML;
    });
    return { globals, html };
  };
  const plain = await launchWithExtension({ extension: null });
  try {
    const other = await plain.context.newPage();
    const now = Date.UTC(2026, 10, 22, 4);
    for (const [url, row] of [
      [`${ordersUrl}&now=${now}`, '.card'],
      [`${reviewsUrl}&now=${now}&hash=a`, 'tbody'],
      [`https://dongdong.jd.com/?now=${now}&hash=a`, '.alluser-item'],
    ] as const) {
      await page.goto(url);
      await drawn(page).waitFor();
      if (row !== '.alluser-item') await page.locator('shoubian-mark').first().waitFor({ state: 'attached' });
      await other.goto(url);
      await other.locator(row).first().waitFor();
      expect(await state(page)).toEqual(await state(other));
      expect(await other.locator('shoubian-dock').count()).toBe(0);
    }
  } finally {
    await plain.close();
  }
});

test('dark when the browser is dark, light when it is light, and always what the agent chose', async ({
  page,
  product,
}) => {
  const brightness = async (): Promise<number> => {
    const colour = await drawn(page).evaluate((element) => getComputedStyle(element).backgroundColor);
    return Math.max(...(colour.match(/\d+/g)?.slice(0, 3).map(Number) ?? [Number.NaN]));
  };
  await page.goto(ordersUrl);
  await drawn(page).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(brightness).toBeLessThan(64);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(brightness).toBeGreaterThan(192);
  await product.ask('settings.change', { theme: 'dark' });
  await expect.poll(brightness).toBeLessThan(64);
  const ink = () =>
    page
      .locator('shoubian-mark .mark')
      .first()
      .evaluate((element) => Number(getComputedStyle(element).color.match(/\d+/)?.[0]));
  await expect.poll(ink).toBeGreaterThan(128);
  await product.ask('settings.change', { theme: 'auto' });
  await expect.poll(brightness).toBeGreaterThan(192);
});

test('typing in the dock is not seen by the page', async ({ page }) => {
  await openChat(page, pdd);
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'keypress', 'input', 'paste']) {
      document.addEventListener(type, () => heard.push(type));
      window.addEventListener(type, () => heard.push(type));
    }
    Object.assign(window, { heard });
  });
  const search = dock(page).getByRole('combobox', { name: '搜话术' });
  await search.click();
  await page.keyboard.type('fhsj');
  await expect(
    dock(page).getByRole('listbox', { name: '话术列表' }).getByRole('option').first(),
  ).toContainText('发货时间');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator(pdd.editor)).toHaveValue(/预计/);
  expect(await practice<number>(page, 'practice.sent.length')).toBe(0);
});
