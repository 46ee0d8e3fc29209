import {
  dock,
  markedOrders,
  openTab,
  ordersByFlag,
  palette,
  practice,
  searchPalette,
} from './desk-driver.mjs';
import { agentRow, badge, figures, killUntilStopped } from './observe.mjs';

const PDD_CHAT = 'https://mms.pinduoduo.com/chat-merchant/index.html#/';
const PDD_REVIEWS = 'https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav';
const JD_ORDERS = 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders';
const XIANYU = 'https://www.goofish.com/im';

const editor = (page) => page.locator('textarea#replyTextarea');
const must = (holds, seen) => {
  if (!holds) throw new Error(seen);
  return seen;
};
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Opens the chat of the first conversation that waits, as an agent would: by a click. */
async function openWaiting(page) {
  await page.locator('.chat-item-box').first().click();
  await page.locator('li.onemsg').first().waitFor();
}

/**
 * The guided tour: what the product is for, on the practice back office. Each step does something, looks at what
 * came of it, and says what was seen; a step that did not see what it must throws.
 * @type {{ id: string, title: string, run(tour: Tour): Promise<string> }[]}
 * @typedef {{ page: import('@playwright/test').Page, extension: Awaited<ReturnType<typeof import('../launch.mjs').launchWithExtension>> }} Tour
 */
export const steps = [
  {
    id: 'phrase-by-click',
    title: '点一下话术，进输入框',
    async run({ page }) {
      await page.goto(PDD_CHAT);
      await openWaiting(page);
      await editor(page).click();
      await openTab(page, '话术');
      const row = dock(page).getByRole('option', { name: '请稍等' }).first();
      await row.click();
      await page.waitForFunction(() => document.querySelector('#replyTextarea')?.value.includes('稍等'));
      const focused = await editor(page).evaluate((element) => element === document.activeElement);
      const [value, draft] = [await editor(page).inputValue(), await practice(page, 'practice.draft')];
      must(value === draft, `输入框「${value}」，页面模型「${draft}」`);
      must(focused, '焦点没有回到输入框');
      return `输入框：${value}`;
    },
  },
  {
    id: 'undo',
    title: '按一次 Ctrl+Z 就撤回',
    async run({ page }) {
      await page.keyboard.press('Control+z');
      const value = await editor(page).inputValue();
      return must(value === '', `输入框：「${value}」`);
    },
  },
  {
    id: 'phrase-by-pinyin',
    title: 'Alt+Q，输入 fhsj，回车',
    async run({ page }) {
      await editor(page).click();
      await searchPalette(page, 'fhsj');
      const first = await palette(page).getByRole('option').first().innerText();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => (document.querySelector('#replyTextarea')?.value ?? '') !== '');
      const value = await editor(page).inputValue();
      must(first.includes('发货时间'), `第一条是「${first}」`);
      must(!/[{}]/.test(value), `输入框：${value}`);
      await page.keyboard.press('Control+z');
      return `第一条「${first.split('\n')[0]}」，插入：${value}`;
    },
  },
  {
    id: 'missing-variable',
    title: '缺少变量就不插入，并说出缺哪个',
    async run({ page }) {
      await editor(page).click();
      await searchPalette(page, 'fhtz');
      await page.keyboard.press('Enter');
      const named = palette(page).getByText('单号', { exact: false }).first();
      await named.waitFor();
      const [value, told] = [await editor(page).inputValue(), await named.innerText()];
      await page.keyboard.press('Escape');
      return must(value === '', `输入框为空，提示：${told}`);
    },
  },
  {
    id: 'wait-clock-badge',
    title: '买家来消息，等待计时，图标显示人数',
    async run({ page, extension }) {
      const id = await practice(page, 'practice.truth().open.id');
      await practice(page, "practice.agentReplies('在的亲，您说')");
      await practice(page, 'practice.buyerWrites(value, "这个什么时候发货？")', id);
      await openTab(page, '等待');
      await agentRow(page, id);
      const shown = await badge(extension.worker);
      return must(Number(shown.text) >= 1, `图标：${shown.text}，颜色 ${shown.color}`);
    },
  },
  {
    id: 'worker-killed',
    title: '后台被杀掉，数字一个不差',
    async run({ page, extension }) {
      const before = await figures(extension);
      const id = await practice(page, 'practice.truth().open.id');
      let kills = 0;
      for (const text of ['马上给您查', '查到了，今天发']) {
        await killUntilStopped(extension);
        kills += 1;
        await practice(page, 'practice.agentReplies(value)', text);
        await killUntilStopped(extension);
        kills += 1;
        await practice(page, 'practice.buyerWrites(value[0], value[1])', [id, '好的']);
      }
      const expected = { human: before.human + 2, buyer: before.buyer + 2 };
      const after = await figures(extension, (now) => same({ human: now.human, buyer: now.buyer }, expected));
      must(
        same({ human: after.human, buyer: after.buyer }, expected),
        `应为 ${JSON.stringify(expected)}，得到 ${JSON.stringify(after)}`,
      );
      return `杀 ${kills} 次；客服消息 ${before.human}→${after.human}，买家消息 ${before.buyer}→${after.buyer}，已答轮次 ${after.answered}`;
    },
  },
  {
    id: 'order-marks',
    title: '60 多单的标记和种子里写的一致',
    async run({ page }) {
      await page.goto(JD_ORDERS);
      const truth = await practice(page, 'practice.truth()');
      const expected = Object.fromEntries(
        Object.entries(truth.flags)
          .filter(([, ids]) => ids.length > 0)
          .map(([flag, ids]) => [flag, [...ids].sort()]),
      );
      let seen = {};
      for (let look = 0; look < 50 && !same(sortKeys(seen), sortKeys(expected)); look += 1) {
        await page.waitForTimeout(100);
        seen = ordersByFlag(await markedOrders(page));
      }
      const counts = Object.entries(expected).map(
        ([flag, ids]) => `${flag} ${seen[flag]?.length ?? 0}/${ids.length}`,
      );
      return must(same(sortKeys(seen), sortKeys(expected)), `${truth.rows.length} 单：${counts.join('，')}`);
    },
  },
  {
    id: 'merge-group',
    title: '可合并的几单，理由写清楚',
    async run({ page }) {
      const truth = await practice(page, 'practice.truth()');
      const groups = truth.mergeGroups.length;
      const marked = (await markedOrders(page)).filter((mark) => mark.flags.includes('merge')).length;
      await dock(page).getByText(`合并 ${groups}`, { exact: true }).click();
      const view = dock(page).getByText(/单可能合并发/);
      await view.first().waitFor();
      must((await view.count()) === groups, `手边列出 ${await view.count()} 组，应为 ${groups} 组`);
      await view.first().scrollIntoViewIfNeeded();
      return `${groups} 组共 ${marked} 单；${truth.lookAlikes.length} 对打码相同的没有合并`;
    },
  },
  {
    id: 'order-opened',
    title: '打开最急的一单：截止时间写明从哪来',
    async run({ page }) {
      await dock(page)
        .getByText(/^订单 \d+$/)
        .click();
      await dock(page).locator('.sb-order-open').first().click();
      const timers = dock(page).locator('[data-timer]');
      await timers.first().waitFor();
      const late = await dock(page).locator('[data-timer][data-state="late"]').count();
      return must(late > 0, `${await timers.count()} 个时限，${late} 个已过；罚款估算要点了才有`);
    },
  },
  {
    id: 'typed-address',
    title: '买家在聊天里打了地址：旁边出结果，回复一点就填',
    async run({ page }) {
      await page.goto(PDD_CHAT);
      const [buyer] = await practice(page, 'practice.truth().conversations');
      await practice(page, 'practice.switchTo(value)', buyer.id);
      await page.locator('li.onemsg').first().waitFor();
      await practice(
        page,
        'practice.buyerWrites(value, "西藏自治区拉萨市城关区北京中路3号 韩青禾 13900001234")',
        buyer.id,
      );
      const chip = page.locator('shoubian-mark[data-address]');
      await chip.getByRole('button', { name: '填回复' }).click();
      await page.waitForFunction(() => (document.querySelector('#replyTextarea')?.value ?? '') !== '');
      const value = await editor(page).inputValue();
      return must(
        value.includes('18'),
        `${(await chip.locator('.chip').first().textContent()) ?? ''} → ${value}`,
      );
    },
  },
  {
    id: 'price-filled',
    title: '闲鱼改价：算好填好，不按确定',
    async run({ page }) {
      await page.goto(`${XIANYU}?seed=1`);
      const buyer = await practice(
        page,
        "practice.orders().find((order) => order.status === 'unpaid').buyerId",
      );
      await practice(page, 'practice.switchTo(value)', buyer);
      await page.locator('[data-spm="head"]').getByText('修改价格').click();
      await page.getByRole('dialog').getByText('修改宝贝价格').waitFor();
      await openTab(page, '改价');
      await dock(page).getByLabel('打几折').or(dock(page).getByLabel('改后价（元）')).first().fill('35.5');
      await dock(page).getByRole('button', { name: '填入' }).click();
      await dock(page).getByText('已填入', { exact: false }).waitFor();
      const value = await page.locator('input.ant-input-number-input').first().inputValue();
      const [form, pressed] = [
        await practice(page, 'practice.priceForm'),
        await practice(page, 'practice.confirmPressed'),
      ];
      must(Number(value) === 35.5, `输入框：${value}`);
      return must(!pressed, `价格框 ${value}，页面收到 ${JSON.stringify(form)}，确定修改按过：${pressed}`);
    },
  },
  {
    id: 'review-drafted',
    title: '评价回复起草，填进回复框',
    async run({ page }) {
      await page.goto(PDD_REVIEWS);
      const prompts = page.locator('shoubian-mark[data-review]');
      await prompts.first().waitFor();
      const count = await prompts.count();
      // The open panel stands over the table's last column, where the page's own 回复 is.
      await dock(page).getByRole('button', { name: '收起', exact: true }).click();
      const row = page.locator('tbody').filter({ has: prompts }).first();
      await row.getByText('回复', { exact: true }).click();
      const box = row.locator('textarea');
      await box.click();
      await row.getByRole('button', { name: '填入回复框' }).click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('textarea')].some((area) => area.value.length > 10),
      );
      const text = await box.inputValue();
      const sent = await practice(page, 'practice.submitted.length');
      return must(sent === 0, `${count} 条提示；起草：${text}`);
    },
  },
];

const sortKeys = (object) =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => a.localeCompare(b)));
