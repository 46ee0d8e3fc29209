import path from 'node:path';
import { type BrowserContext, expect, type Frame, type Page, test } from '@playwright/test';
import { launchWithExtension } from '../../sandbox/launch.mjs';
import { bundle } from '../fixtures/editors/bundle.ts';
import { allViews } from '../reading/all-views.ts';
import type { WrittenReport } from './support/report-in-page.ts';
import { leaks, type Secrets, secretsOf } from './support/report-secrets.ts';

/**
 * Issue 3, point 4: a report can be sent on without a buyer's data. On every practice page in every layout a report on
 * every field is written, by the map that fits and by one that no longer does, and searched for everything the
 * generator put on the page.
 */
let context: BrowserContext;
let code: string;

test.beforeAll(async () => {
  code = await bundle(path.resolve(import.meta.dirname, 'support/report-in-page.ts'));
  ({ context } = await launchWithExtension({ extension: null }));
});
test.afterAll(async () => {
  await context.close();
});

async function frameOf(page: Page, text: string | undefined): Promise<Frame> {
  if (text === undefined) return page.mainFrame();
  const isIt = (frame: Frame): boolean => frame !== page.mainFrame() && frame.url().includes(text);
  await expect.poll(() => page.frames().some(isIt)).toBe(true);
  return page.frames().find(isIt) as Frame;
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;

async function reportsOf(frame: Frame): Promise<{ reports: WrittenReport[]; secrets: Secrets }> {
  await frame.evaluate(
    `${code}; window.reports = (() => { const begun = performance.now(); return shoubianFixture.startReports(() => practice.now + performance.now() - begun); })()`,
  );
  let reports: WrittenReport[] = [];
  await expect
    .poll(async () => {
      reports = (await frame.evaluate('window.reports()')) as WrittenReport[];
      return reports.length;
    })
    .toBeGreaterThan(0);
  return { reports, secrets: secretsOf(await frame.evaluate('practice.reading()')) };
}

/** Every page in every layout once; what a page shows late, at New Year or two thousand times is the same. */
const views = allViews.filter(
  ({ name }) => !/ (?:at|arriving|without|behind|in a frame|on the)\b|, (?!order cards|\d input)/.test(name),
);

for (const view of views) {
  test(`${view.name} (${view.layout}): no report carries anything of a buyer`, async () => {
    const page = await context.newPage();
    await page.goto(view.url);
    const frame = await frameOf(page, view.frame);
    await frame.waitForFunction('typeof practice?.reading === "function"');
    await view.prepare?.(page);
    const { reports, secrets } = await reportsOf(frame);
    for (const report of reports) {
      const where = `${report.kind} ${report.field}, the map ${report.sight}`;
      expect(leaks(report, secrets), `${where}\n${report.text}`).toEqual([]);
      expect(bytes(report.text), where).toBeLessThanOrEqual(20_000);
      for (const name of report.needed) expect(report.text, where).toContain(name);
    }
    await page.close();
  });
}

/** A page that puts a buyer wherever a page can put one: 李娜, nick lina88, pin jd_lina88, order 270012345678. */
const hostile = (row: number) => `
<div class="card lina-row buyer-李娜 u-lina88" id="u_jd_lina88im" data-lina88="1" data-buyer="李娜" title="李娜 的订单"
  aria-label="李娜，浙江杭州" onclick="open('/buyer/lina88')" style="background:url(https://img.test/lina88.png)">
  <!-- 李娜 13800002345 -->
  <div class="shop-order-id" data-testid="order-270012345678"><label>订单编号：</label>
    <div class="order-info-btn"><a href="https://x.test/u/lina88?name=李娜">27001234567${row}</a></div></div>
  <span class="user-pin lina88" name="lina88">jd_lina88</span><span>李娜</span><b>李娜：</b><em>娜娜：已发货</em>
  <x-lina88>李娜</x-lina88><buyer-lina88-card>浙江杭州</buyer-lina88-card>
  <img alt="李娜" src="https://img.test/lina88.png"><input value="李娜" placeholder="给李娜备注" name="lina88">
  <textarea>李娜 13800002345</textarea><svg><title>李娜</title></svg><template>李娜</template>
  <script type="application/json">{"name":"李娜"}</script>
  <div class="remark-cell__text">待付款</div><p class="cons-name-text">收货人：李娜</p>
  <p>李娜收货地址：浙江杭州文三路12号</p><i>lina88</i><i>ｌｉｎａ８８</i><i>🌸娜🌸</i><u>李娜 付款</u>
</div>`;
const hostileSecrets: Secrets = {
  chinese: new Set(['李娜', '娜娜', '浙江', '江杭', '杭州', '文三', '三路', '图片']),
  figures: new Set(['1380', '3800', '2345', '2700', '0012', '5678', '4567']),
  letters: new Set(['lina', 'ina8', 'na88']),
};

test('a page that puts the buyer into classes, ids, attributes, tags, comments and pictures gives nothing away', async () => {
  const page = await context.newPage();
  await page.goto(
    'https://shop.jd.com/jdm/trade/orders/order-list?buyer=lina88&order=270012345678#/李娜/lina88',
  );
  const rows = Array.from({ length: 6 }, (_, row) => hostile(row)).join('');
  await page.evaluate((html) => {
    document.body.innerHTML = `<h1>李娜的店</h1><div class="jd-pro-card-table"><div class="table-body">${html}</div></div>`;
    const host = document.createElement('div');
    host.className = 'lina88-shadow';
    host.attachShadow({ mode: 'open' }).innerHTML = '<p class="lina88">李娜</p>';
    document.querySelector('.card')?.append(host);
  }, rows);
  const { reports } = await reportsOf(page.mainFrame());
  for (const report of reports) {
    expect(leaks(report, hostileSecrets), `${report.field} ${report.sight}\n${report.text}`).toEqual([]);
  }
  const [report] = reports.filter(({ field, sight }) => field === 'orderId' && sight === 'sees');
  expect(report?.text).toContain('.shop-order-id[data-testid=order-~]');
  expect(report?.text).toContain('label "订单编号："');
  expect(report?.text).toContain('"收货人：汉×2"');
  await page.close();
});
