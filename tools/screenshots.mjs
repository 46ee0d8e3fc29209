// `npm run screenshots`: takes the pictures of the README anew, light and dark, from the practice back office.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildSandbox } from '../sandbox/build.mjs';
import { launchWithExtension, places } from '../sandbox/launch.mjs';
import { dock, openTab, palette, practice, searchPalette } from '../sandbox/tour/desk-driver.mjs';
import { buildE2e } from './build-e2e.mjs';

const folder = path.join(places.root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
await buildE2e(['chrome']);
await buildSandbox({ outDir: places.sandbox });

/** What a page of the extension asks of the background. */
async function ask(extension, name, input) {
  const page = await extension.context.newPage();
  await page.goto(extension.extensionUrl('options.html'));
  await page.evaluate((message) => chrome.runtime.sendMessage(message), { shoubian: name, input });
  await page.close();
}

/** The product a chat speaks of has a card. */
async function card(extension, page) {
  await page.goto('https://dongdong.jd.com/');
  const [first] = await practice(page, 'practice.truth().conversations');
  await practice(page, 'practice.switchTo(value)', first.id);
  const name = (await page.locator('.chat-product').textContent()).trim();
  await ask(extension, 'cards.save', {
    name,
    codes: ['BZ-1028'],
    ids: [],
    bag: true,
    material: 'PU 皮，涤纶里布',
    size: '长28*宽12*高18cm',
    stock: '黑色现货，米白预售 7 天',
    points: ['背带可以拆', '放得下 10 寸平板'],
    matching: ['同色零钱包'],
    price: 12_900,
    floor: 10_900,
    lines: [{ label: '保养', text: '湿布擦，阴干，不要暴晒' }],
  });
  await dock(page).getByRole('region', { name: '商品' }).getByText('PU 皮').waitFor();
}

/** One buyer after another writes, some minutes ago, and one is answered. */
async function conversation(page) {
  await page.goto('https://mms.pinduoduo.com/chat-merchant/index.html#/');
  const waits = [250, 95, 41, 12];
  const buyers = (await practice(page, 'practice.truth().conversations')).slice(0, waits.length);
  for (const [i, seconds] of waits.entries()) {
    await practice(page, 'practice.switchTo(value)', buyers[i].id);
    await page.locator('li.onemsg').first().waitFor();
    await practice(
      page,
      'practice.agentReplies("在的亲，您说", { at: practice.now - value * 1000 - 9000 })',
      seconds,
    );
    await practice(
      page,
      'practice.buyerWrites(value.id, "这个什么时候发货？", { at: practice.now - value.ms })',
      {
        id: buyers[i].id,
        ms: seconds * 1000,
      },
    );
    await page.waitForTimeout(300);
  }
}

for (const colorScheme of ['light', 'dark']) {
  const extension = await launchWithExtension({ colorScheme });
  const shoot = (page, name, options = {}) =>
    page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), ...options });
  // An agent who has set up: a number and a shop name.
  await ask(extension, 'settings.change', { agentNumber: '8', shopName: '包之恋' });
  // The pictures must not hang on the hour at which they are taken.
  const allDay = { kind: 'window', window: { from: '00:00', to: '24:00' } };
  await ask(extension, 'rules.set', { id: 'PDD-W', value: allDay });
  const page = await extension.context.newPage();

  await conversation(page);
  await openTab(page, '等待');
  await shoot(page, 'chat');
  await page.locator('textarea#replyTextarea').click();
  await searchPalette(page, 'fh');
  await palette(page).getByRole('option').first().waitFor();
  await shoot(page, 'palette');
  await page.keyboard.press('Escape');
  // What only the agent knows is asked for; what stands in the editor is checked.
  await searchPalette(page, 'jycm');
  await page.keyboard.press('Enter');
  await dock(page).locator('.sb-phrase-form').first().waitFor();
  await shoot(page, 'form');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('textarea#replyTextarea').fill('亲，这款保证不掉色的，加我微信发您实拍图，没有色差哦');
  await dock(page).locator('.sb-wording').first().waitFor();
  await shoot(page, 'wording');

  await card(extension, page);
  await shoot(page, 'cards');

  await page.goto('https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders');
  await page.locator('shoubian-mark').first().waitFor();
  await page.locator('.jd-pro-card-table .card').nth(4).scrollIntoViewIfNeeded();
  await shoot(page, 'orders');

  // One order opened: its deadlines with their sources, and what can be done with it.
  const rows = dock(page).locator('.sb-order-open');
  await rows.first().click();
  await dock(page).locator('.sb-order-details').waitFor();
  await shoot(page, 'order');
  await dock(page).getByRole('button', { name: '返回' }).click();
  await dock(page).getByText('合并 3', { exact: true }).click();
  await dock(page).locator('.sb-merge').first().waitFor();
  await shoot(page, 'merge');

  // A refund the agent is led through.
  await page.goto('https://fxg.jinritemai.com/ffa/morder/order/list?size=100&layout=2026');
  await dock(page).locator('[data-flag="refund-only"]').first().click();
  await rows.first().click();
  await dock(page).getByRole('button', { name: '处理步骤', exact: true }).click();
  await dock(page).locator('[data-question]').waitFor();
  await shoot(page, 'guide');

  // An address a buyer typed: the chip beside the message, and the tool it opens.
  await page.goto('https://mms.pinduoduo.com/chat-merchant/index.html#/');
  const [asks] = await practice(page, 'practice.truth().conversations');
  await practice(page, 'practice.switchTo(value)', asks.id);
  await page.locator('li.onemsg').first().waitFor();
  await practice(
    page,
    'practice.buyerWrites(value, "西藏自治区拉萨市城关区北京中路3号 韩青禾 13900001234")',
    asks.id,
  );
  await page.locator('shoubian-mark[data-address]').getByRole('button', { name: '查地址' }).click();
  await dock(page).getByText('西藏自治区', { exact: true }).waitFor();
  await shoot(page, 'address');

  await page.goto('https://www.goofish.com/im');
  const buyer = await practice(page, "practice.orders().find((order) => order.status === 'unpaid').buyerId");
  await practice(page, 'practice.switchTo(value)', buyer);
  await page.locator('[data-spm="head"]').getByText('修改价格').click();
  await page.getByRole('dialog').getByText('修改宝贝价格').waitFor();
  await dock(page).getByLabel('改后价（元）').fill('35.5');
  await shoot(page, 'price');

  await page.goto('https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav');
  await page.locator('shoubian-mark[data-review]').first().waitFor();
  await shoot(page, 'reviews');

  // A page whose anchor of the order number was renamed: said in one line, repaired by pointing.
  await page.goto('https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders&layout=redesigned');
  await dock(page).getByRole('button', { name: '指给它看' }).click();
  await dock(page).locator('.sb-picker').waitFor();
  // By place: what lies over the page takes the clicks.
  const number = await page.locator('.card-no__text').nth(1).boundingBox();
  await page.mouse.move(number.x + 8, number.y + 8);
  await page.mouse.click(number.x + 10, number.y + 8);
  await dock(page).locator('.sb-picker [data-field=orderId] li').first().waitFor();
  await shoot(page, 'picker');
  await page.keyboard.press('Escape');

  const own = await extension.context.newPage();
  await own.setViewportSize({ width: 380, height: 620 });
  await own.goto(extension.extensionUrl('popup.html'));
  await own.getByText('今天').first().waitFor();
  await own.waitForTimeout(400);
  await shoot(own, 'popup');
  await own.setViewportSize({ width: 380, height: 640 });
  await own.goto(extension.extensionUrl('phrase-pad.html'));
  await own.locator('[role=option]').first().waitFor();
  await shoot(own, 'pad');
  await ask(extension, 'rules.reset', { id: 'PDD-W' });
  await own.setViewportSize({ width: 1280, height: 820 });
  for (const section of ['phrases', 'couriers', 'decisions', 'maps', 'rules', 'limits']) {
    await own.goto(extension.extensionUrl(`options.html#${section}`));
    await own.reload();
    await own
      .getByRole('heading', { level: 1 })
      .or(own.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    await shoot(own, `options-${section}`);
  }
  await extension.close();
}
// The figures page with a month in it is drawn by its test, which knows what must stand there.
const cli = path.join(places.root, 'node_modules', '@playwright', 'test', 'cli.js');
const month = ['test', '-c', 'test/playwright.config.ts', 'figures-month', '--retries=0'];
const { status } = spawnSync(process.execPath, [cli, ...month], {
  cwd: places.root,
  env: { ...process.env, SHOUBIAN_PICTURES: folder },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
console.log(`docs/images: ${folder}`);
