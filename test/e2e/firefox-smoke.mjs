// Firefox: the same product in the other browser. One JSON line per check, exit code 1 when one failed; run by
// `npm test`. Playwright's Firefox loads no add-ons, so puppeteer drives the installed one (platform.md §12).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { places } from '../../sandbox/launch.mjs';
import { practiceResponse } from '../../sandbox/serve.mjs';
import { foundBrowsers } from '../../tools/find-browsers.mjs';

const extension = process.env.SHOUBIAN_FIREFOX_EXTENSION ?? path.join(places.root, '.output/firefox-mv3-e2e');
const patienceMs = 15_000;
const foreign = [];
let failed = 0;

async function check(name, run) {
  try {
    await run();
    console.log(JSON.stringify({ name, ok: true }));
  } catch (error) {
    failed += 1;
    const reason = error instanceof Error ? error.message : String(error);
    console.log(JSON.stringify({ name, ok: false, error: reason }));
  }
}

/** Asks until the answer holds; throws with the last answer. */
async function until(ask, holds, what) {
  const end = Date.now() + patienceMs;
  let answer;
  do {
    try {
      answer = await ask();
      if (holds(answer)) return answer;
    } catch (error) {
      // A page on its way from one process to another cannot be asked.
      answer = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  throw new Error(`${what}: ${JSON.stringify(answer)?.slice(0, 400)}`);
}

const is = (wanted) => (seen) => JSON.stringify(seen) === JSON.stringify(wanted);

/** A marketplace nobody knows; its pages are fixtures of the picker's tests. */
const inventedHost = 'https://seller.invented.test';
function inventedMarket(address) {
  if (!address.startsWith(`${inventedHost}/`)) return undefined;
  const name = path.basename(new URL(address).pathname);
  const file = path.join(
    places.root,
    'test/fixtures/invented-markets',
    name.endsWith('.js') ? name : `${name}.html`,
  );
  if (!existsSync(file)) return { status: 404, headers: {}, body: '' };
  const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body: readFileSync(file) };
}

async function openPage(browser, url) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const address = request.url();
    const response = practiceResponse(address, places.sandbox) ?? inventedMarket(address);
    if (response) {
      request.respond({ status: response.status, headers: response.headers, body: response.body });
      return;
    }
    if (/^https?:/.test(address) && !address.endsWith('/favicon.ico')) foreign.push(address);
    if (/^https?:/.test(address)) request.abort();
    else request.continue();
  });
  await page.goto(url);
  return page;
}

/** An element inside the dock (its root is open in the test build), clicked as a hand would. */
async function inDock(page, find, argument) {
  const handle = await page.evaluateHandle(
    (source, value) => {
      const root = document.querySelector('shoubian-dock')?.shadowRoot;
      return root ? new Function('root', 'value', `return (${source})(root, value)`)(root, value) : undefined;
    },
    find.toString(),
    argument,
  );
  return handle.asElement();
}
async function clickInDock(page, find, argument) {
  const element = await until(() => inDock(page, find, argument), Boolean, 'not in the dock');
  await element.click();
}
const byText = (root, value) =>
  [...root.querySelectorAll(value.selector)].find((element) =>
    new RegExp(value.text).test(element.textContent),
  );
// The dock speaks the browser's language, and an English Firefox has no Chinese of its own.
const fill = '^(填入|Fill)';

const practice = (page, body, argument) =>
  page.evaluate(
    (code, value) => new Function('practice', 'value', `return (${code})`)(window.practice, value),
    body,
    argument,
  );

if (!existsSync(path.join(extension, 'manifest.json'))) {
  console.error('the test build for Firefox is missing: node tools/build-e2e.mjs --firefox');
  process.exit(1);
}

// Firefox names an extension's pages anew in every profile; a name of our own lets the popup be opened as a page.
const { gecko } = JSON.parse(
  readFileSync(path.join(extension, 'manifest.json'), 'utf8'),
).browser_specific_settings;
const origin = '5b0f4b3c-6a39-4c52-9d0e-000000000001';
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: foundBrowsers().firefox,
  headless: true,
  // Without it the driver may not look into pages of an extension.
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: origin }) },
});

try {
  await browser.installExtension(extension);
  const chat = await openPage(
    browser,
    'https://mms.pinduoduo.com/chat-merchant/index.html?rows=1&wipe=0&late=0#/',
  );
  const draft = () => practice(chat, 'practice.draft');

  await check('the dock appears on a marketplace page', async () => {
    await until(() => inDock(chat, (root) => root.querySelector('header')), Boolean, 'no dock');
  });

  await check('a clicked phrase lands in the chat and one Ctrl+Z takes it out', async () => {
    await chat.click('.chat-item-box');
    await chat.waitForSelector('li.onemsg');
    await chat.click('#replyTextarea');
    await chat.keyboard.type('亲');
    await clickInDock(chat, (root) => root.querySelector('[data-tab="phrases"]'));
    await clickInDock(chat, byText, { selector: '[role="option"]', text: '请稍等' });
    await until(draft, (text) => text.startsWith('亲') && text.includes('稍等'), 'the page does not know it');
    const focused = await chat.evaluate(() => document.activeElement?.id);
    if (focused !== 'replyTextarea') throw new Error(`the focus is on ${focused}`);
    await chat.keyboard.down('Control');
    await chat.keyboard.press('z');
    await chat.keyboard.up('Control');
    await until(draft, is('亲'), 'not undone');
  });

  await check('Alt+Q and initials find a phrase, Enter inserts it and sends nothing', async () => {
    await chat.evaluate(() => document.querySelector('#replyTextarea').select());
    await chat.keyboard.press('Backspace');
    await chat.keyboard.down('Alt');
    await chat.keyboard.press('q');
    await chat.keyboard.up('Alt');
    const field = (root) => root.querySelector('.palette-layer [role="combobox"]');
    await until(() => inDock(chat, field), Boolean, 'no palette');
    await chat.keyboard.type('fhsj');
    await until(
      async () =>
        chat.evaluate(
          (option) => option?.textContent ?? '',
          await inDock(chat, (root) => root.querySelector('.palette-layer [role="option"]')),
        ),
      (text) => text.includes('发货时间'),
      'not found',
    );
    await chat.keyboard.press('Enter');
    await until(draft, (text) => text !== '' && !/[{}]/.test(text), 'not inserted');
    if ((await practice(chat, 'practice.sent.length')) !== 0) throw new Error('something was sent');
  });

  await check('the marks on JD orders are those the generator placed', async () => {
    const orders = await openPage(
      browser,
      'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders',
    );
    const truth = await practice(orders, 'practice.truth()');
    const flags = (entries) =>
      Object.fromEntries(
        entries
          .filter(([, ids]) => ids.length > 0)
          .map(([flag, ids]) => [flag, [...ids].sort()])
          .sort(([a], [b]) => a.localeCompare(b)),
      );
    await until(
      async () => {
        const marks = await orders.$$eval('shoubian-mark[data-order]', (all) =>
          all.map((mark) => [mark.getAttribute('data-order'), mark.getAttribute('data-flags') ?? '']),
        );
        const byFlag = {};
        for (const [id, names] of marks) {
          for (const flag of names.split(' ').filter(Boolean)) byFlag[flag] = [...(byFlag[flag] ?? []), id];
        }
        return flags(Object.entries(byFlag));
      },
      is(flags(Object.entries(truth.flags))),
      `${truth.rows.length} orders`,
    );
    await orders.close();
  });

  await check('a price is filled on Xianyu and not confirmed', async () => {
    const dialog = await openPage(browser, 'https://www.goofish.com/im?seed=1');
    const buyer = await practice(
      dialog,
      "practice.orders().find((order) => order.status === 'unpaid').buyerId",
    );
    await practice(dialog, 'practice.switchTo(value)', buyer);
    const change = await dialog.waitForSelector('xpath///*[@data-spm="head"]//*[text()="修改价格"]');
    await change.click();
    await dialog.waitForSelector('input.ant-input-number-input');
    await clickInDock(dialog, (root) => root.querySelector('[role="tabpanel"] input[type="text"]'));
    await dialog.keyboard.type('35.5');
    await clickInDock(dialog, byText, { selector: '[role="tabpanel"] button', text: fill });
    await until(
      () => dialog.$eval('input.ant-input-number-input', (input) => Number(input.value)),
      is(35.5),
      'not filled',
    );
    if (await practice(dialog, 'practice.confirmPressed')) throw new Error('it was confirmed');
    await dialog.close();
  });

  await check('a review reply is drafted and put into the field, not submitted', async () => {
    const reviews = await openPage(browser, 'https://mms.pinduoduo.com/goods/evaluation/index');
    await reviews.waitForSelector('shoubian-mark[data-review]');
    // The open dock lies over the first reply button; an agent collapses it and brings it back.
    await clickInDock(reviews, (root) => root.querySelector('header [aria-expanded="true"]'));
    await until(() => inDock(reviews, (root) => root.querySelector('.sb-handle')), Boolean, 'not collapsed');
    // Locators wait until a row has come to rest: the marks move the rows while they are drawn.
    await reviews.locator('::-p-xpath(//*[normalize-space(text())="回复"])').click();
    await reviews.locator('textarea').click();
    await clickInDock(reviews, (root) => root.querySelector('.sb-handle'));
    await clickInDock(reviews, byText, { selector: '[role="tabpanel"] button', text: fill });
    await until(
      () => reviews.$eval('textarea', (area) => area.value),
      (text) => text.length > 10,
      'no draft',
    );
    if ((await practice(reviews, 'practice.submitted.length')) !== 0) throw new Error('it was submitted');
    await reviews.close();
  });

  const popup = await browser.newPage();
  await check('the popup opens and shows who waits and the marketplaces', async () => {
    // The page changes its process on the way, which the driver does not notice: it is asked until it is there.
    popup.goto(`moz-extension://${origin}/popup.html`, { timeout: 1_000 }).catch(() => undefined);
    await until(
      () =>
        popup.$$eval('[data-market]', (rows) => rows.map((row) => [row.dataset.market, row.dataset.state])),
      (rows) => rows.length >= 3 && rows.every(([, state]) => state === 'on'),
      'marketplaces',
    );
    await until(() => popup.$$eval('.sb-waiting', (rows) => rows.length), is(1), 'who waits');
  });

  await check(
    'the phrase pad is one window, copies a phrase found by initials and keeps its place',
    async () => {
      const ask = (name, input = {}) =>
        popup.evaluate(async (message) => (await browser.runtime.sendMessage(message))?.ok, {
          shoubian: name,
          input,
        });
      await ask('pad.open');
      await ask('pad.open');
      const address = (page) => page.evaluate(() => location.href).catch(() => '');
      const padPages = async () => {
        const pages = await browser.pages();
        const addresses = await Promise.all(pages.map(address));
        return pages.filter((_, at) => addresses[at].endsWith('/phrase-pad.html'));
      };
      const [pad] = await until(padPages, (pages) => pages.length === 1, 'no pad, or two');
      await pad.waitForSelector('[data-phrase]');
      await pad.focus('[role=combobox]');
      await pad.keyboard.type('qsd');
      await pad.waitForSelector('[data-phrase] mark');
      await pad.keyboard.press('Enter');
      await until(
        () => pad.$eval('[data-outcome]', (element) => element.dataset.outcome),
        is('copied'),
        'the clipboard was refused',
      );
      const place = { left: 60, top: 50, width: 440, height: 520 };
      await pad.evaluate(async (to) => {
        await browser.windows.update((await browser.windows.getCurrent()).id, to);
      }, place);
      const kept = () =>
        popup.evaluate(async () => (await browser.storage.local.get('pad')).pad?.value.place?.width);
      await until(kept, is(place.width), 'the place is not kept');
      await pad.close();
    },
  );

  await check('a page of an unknown marketplace is taught by pointing, and marked', async () => {
    const page = await openPage(browser, `${inventedHost}/lujiao-orders`);
    const begin = (address) =>
      popup.evaluate(async (url) => {
        const tab = (await browser.tabs.query({})).find((one) => one.url === url);
        const input = { tabId: tab?.id, request: {} };
        return (await browser.runtime.sendMessage({ shoubian: 'picker.begin', input }))?.value?.ok;
      }, address);
    await until(() => begin(`${inventedHost}/lujiao-orders`), is(true), 'not begun');
    const began = performance.now();
    const press = (selector) => clickInDock(page, (root, value) => root.querySelector(value), selector);
    const spot = (words) =>
      page.evaluate((text) => {
        const element = [...document.querySelectorAll('span')].find((one) => one.textContent === text);
        const { left, top, height } = element.getBoundingClientRect();
        return [left + 10, top + height / 2];
      }, words);
    await press('[data-kind=orders]');
    const [x, y] = await spot('一鸣的小店3');
    await page.mouse.move(x - 3, y);
    await page.mouse.move(x, y);
    await page.evaluate(() => window.heard());
    await page.mouse.click(x, y);
    await until(() => inDock(page, (root) => root.querySelector('[data-rows="12"]')), Boolean, 'rows');
    const heard = await page.evaluate(() => window.heard());
    if (heard.length > 0) throw new Error(`the page heard ${heard.join(', ')}`);
    await press('[data-confirm-row]');
    await press('[data-adopt]');
    await press('[data-save]');
    await until(
      () => page.$$eval('shoubian-mark[data-flags~=unpaid]', (marks) => marks.length),
      is(3),
      'marks of what was taught',
    );
    console.log(
      `teach an orders page in Firefox: 5 clicks, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    await page.close();
  });

  await check(
    'a notification shows, and the background page may sound without having been clicked',
    async () => {
      const attempt = (what) =>
        popup.evaluate(async (message) => (await browser.runtime.sendMessage(message))?.value?.done, {
          shoubian: 'attention.try',
          input: { what },
        });
      if ((await attempt('notice')) !== true) throw new Error('the notification was refused');
      const policy = await popup.evaluate(async () =>
        (await browser.runtime.getBackgroundPage()).navigator.getAutoplayPolicy('audiocontext'),
      );
      if (policy !== 'allowed') throw new Error(`a sound is ${policy}`);
      // Without a sound card nothing is heard; that is said, and nothing hangs.
      if (typeof (await attempt('warn')) !== 'boolean') throw new Error('no answer to a sound');
    },
  );

  await check('an answer is counted, the queue and the badge empty', async () => {
    const badge = () => popup.evaluate(() => browser.action.getBadgeText({}));
    await until(badge, is('1'), 'badge');
    await practice(chat, "practice.agentReplies('在的亲')");
    await until(badge, is(''), 'badge after the answer');
    await until(() => popup.$$eval('.sb-waiting', (rows) => rows.length), is(0), 'queue after the answer');
    await until(
      () => popup.$eval('[data-figure="answered"] b', (value) => value.textContent),
      (text) => Number(text) >= 1,
      'figures',
    );
  });

  await check("a chat in a frame (1688) takes phrases from the top page's dock and palette", async () => {
    const outer = 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im';
    const page = await openPage(browser, `${outer}/index.html`);
    const frame = await page.waitForFrame((one) => one.url().startsWith(`${outer}_core`));
    await (await frame.waitForSelector('.conversation-item')).click();
    await (await frame.waitForSelector('pre.edit')).click();
    const said = async () => (await practice(frame, 'practice.draft')).split('稍等').length - 1;
    await clickInDock(page, (root) => root.querySelector('[data-tab="phrases"]'));
    await clickInDock(page, byText, { selector: '[role="option"]', text: '请稍等' });
    await until(said, is(1), 'not inserted by click');
    await page.keyboard.down('Alt');
    await page.keyboard.press('q');
    await page.keyboard.up('Alt');
    await page.keyboard.type('qsd');
    await until(
      () => inDock(page, (root) => root.querySelector('.palette-layer [aria-selected="true"]')),
      Boolean,
      'no palette',
    );
    await page.keyboard.press('Enter');
    await until(said, is(2), 'not inserted by the palette');
    if ((await practice(frame, 'practice.sent.length')) !== 0) throw new Error('something was sent');
    await page.close();
  });

  await check('nothing was asked of the network', async () => {
    if (foreign.length > 0) throw new Error(foreign.join(' '));
  });
} finally {
  await browser.close();
}
process.exitCode = failed > 0 ? 1 : 0;
