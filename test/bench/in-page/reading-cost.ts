import type { PageReading } from '../../../content/site-map/facts.ts';
import { isOwnNode } from '../../../content/site-map/own-nodes.ts';
import { createTaskTimer } from '../../../content/site-map/task-timer.ts';
import { watchPage } from '../../../content/site-map/watch-page.ts';
import { readSiteMap, type SiteMap } from '../../../storage/schemas/site-map.ts';

/**
 * How a made-up order page shows its fields: by classes, by labels in front of them alone, as table rows in groups; or
 * rows of long texts made to keep the patterns of their map busy. */
export type PageStyle = 'classes' | 'labels' | 'groups' | 'hostile';

/** What a change does: words of a cell, or a cell put in place of another as frameworks do. */
export type Change = 'words' | 'element';

const statuses = ['待付款', '待发货', '已发货', '交易成功'];
const two = (n: number): string => String(n).padStart(2, '0');
const time = (i: number): string => `2026-09-${two((i % 28) + 1)} ${two(i % 24)}:${two(i % 60)}:07`;

function classRow(i: number): string {
  return `<div class="card"><div class="head"><span class="no">2609${String(i).padStart(8, '0')}</span><span class="at">${time(i)}</span><a class="buyer" href="#">买家${i}**</a><i></i></div>
    <div class="goods"><div class="line"><img alt=""><b class="title">加厚棉麻窗帘 遮光款 第${i}号</b><span class="sku">灰色 ${i % 5} 米</span><em class="count">x${(i % 3) + 1}</em><u class="price">¥${i % 90}.50</u></div></div>
    <div class="to"><span class="name">王**</span><span class="phone">138****${two(i % 100)}${two((i * 7) % 100)}</span><p class="address">浙江省杭州市西湖区文三路 ${i} 号</p></div>
    <div class="end"><span class="amount">¥${(i % 900) + 10}.00</span><span class="freight">¥0.00</span><span class="status">${statuses[i % 4]}</span><span class="memo"></span><button type="button">发货</button></div></div>`;
}

function labelRow(i: number): string {
  return `<section class="card"><div><span>订单编号：</span><span>2609${String(i).padStart(8, '0')}</span><span>下单时间：${time(i)}</span><span>买家：买家${i}</span></div>
    <table><tbody><tr><td>加厚棉麻窗帘 遮光款 第${i}号</td><td>数量</td><td>${(i % 3) + 1}</td><td>单价</td><td>¥${i % 90}.50</td></tr></tbody></table>
    <dl><dt>收货人</dt><dd>王**</dd><dt>电话</dt><dd>138****${two(i % 100)}${two((i * 7) % 100)}</dd><dt>收货地址</dt><dd>浙江省杭州市西湖区文三路 ${i} 号</dd></dl>
    <div><span>实收款（元）：</span><b>${(i % 900) + 10}.00</b><span>运费：0.00</span><span>订单状态</span><span>${statuses[i % 4]}</span><span>备注：</span><span></span><a href="#">详情</a></div></section>`;
}

function groupRow(i: number): string {
  return `<tr class="head"><td class="no">2609${String(i).padStart(8, '0')}</td><td class="buyer">买家${i}**</td><td class="amount">¥${(i % 900) + 10}.00</td><td class="status">${statuses[i % 4]}</td></tr>
    <tr class="sub"><td class="title">加厚棉麻窗帘 第${i}号</td><td class="count">x1</td><td class="price">¥9.50</td><td></td></tr>
    <tr class="sub"><td class="title">窗帘挂钩 第${i}号</td><td class="count">x20</td><td class="price">¥0.50</td><td></td></tr>`;
}

/** Long runs of what the patterns below look for, without what they end in. */
function hostileRow(i: number): string {
  return `<div class="card"><span class="no">2609${String(i).padStart(8, '0')}</span><p class="long">${'1'.repeat(6_000)}</p><p class="other">${'甲 '.repeat(4_000)}</p><span class="amount">¥${i}.00</span></div>`;
}

const styles: Record<
  PageStyle,
  { row(i: number): string; wrap(rows: string): string; entry: object; cell: string }
> = {
  classes: {
    row: classRow,
    wrap: (rows) => `<main id="list">${rows}</main>`,
    cell: '.amount',
    entry: {
      root: '#list',
      item: '.card',
      fields: {
        orderId: '.no',
        buyer: '.buyer',
        receiver: '.name',
        phone: '.phone',
        address: '.address',
        amount: '.amount',
        freight: '.freight',
        status: '.status',
        placedAt: '.at',
        memo: '.memo',
      },
      lines: {
        item: '.line',
        fields: {
          title: '.title',
          sku: '.sku',
          quantity: { css: '.count', pattern: 'x(\\d+)' },
          price: '.price',
        },
      },
    },
  },
  labels: {
    row: labelRow,
    wrap: (rows) => `<main id="list">${rows}</main>`,
    cell: 'b',
    entry: {
      root: '#list',
      item: '.card',
      fields: {
        orderId: { label: '订单编号', pattern: '(\\d{6,})' },
        buyer: { label: '买家' },
        receiver: { label: '收货人' },
        phone: { label: '电话' },
        address: { label: '收货地址' },
        amount: [{ label: '实收款' }, { label: '实付款' }],
        freight: { label: '运费' },
        status: { label: '订单状态' },
        placedAt: { label: '下单时间' },
        shippedAt: { label: '发货时间' },
        memo: { label: '备注' },
        courier: { label: '快递公司' },
        trackingNo: { label: '运单号' },
      },
      lines: { item: 'tr', fields: { quantity: { label: '数量' }, price: { label: '单价' } } },
    },
  },
  hostile: {
    row: hostileRow,
    wrap: (rows) => `<main id="list">${rows}</main>`,
    cell: '.amount',
    entry: {
      item: '.card',
      fields: {
        orderId: '.no',
        amount: '.amount',
        // The worst that is let in: the square of the text, several times in a row.
        memo: { css: '.long', pattern: '(\\d+)x' },
        courier: { css: '.long', pattern: '(\\d+\\D)' },
        receiver: { css: '.other', pattern: '((?:甲 )+)乙' },
      },
    },
  },
  groups: {
    row: groupRow,
    wrap: (rows) => `<table id="list"><tbody>${rows}</tbody></table>`,
    cell: '.amount',
    entry: {
      root: '#list',
      item: 'tr.head',
      group: 'until-next',
      fields: { orderId: '.no', buyer: '.buyer', amount: '.amount', status: '.status' },
      lines: {
        item: 'tr.sub',
        fields: { title: '.title', quantity: { css: '.count', pattern: 'x(\\d+)' }, price: '.price' },
      },
    },
  },
};

function mapOf(style: PageStyle): SiteMap {
  const read = readSiteMap({
    format: 'shoubian.site-map',
    version: 1,
    id: 'bench',
    name: { 'zh-CN': '示例市场', en: 'Example' },
    platform: 'other',
    hosts: ['https://seller.example.test/*'],
    evidence: { level: 'user', seen: '2026-09-08' },
    pages: [
      {
        kind: 'orders',
        ...styles[style].entry,
        statuses: { 待付款: 'unpaid', 待发货: 'unshipped', 已发货: 'shipped', 交易成功: 'done' },
      },
    ],
  });
  if (!read.ok) throw new Error(read.errors.map((error) => error.en).join('\n'));
  return read.map;
}

/** A task of its own, after the engine's. */
const later = (ms = 20): Promise<void> => new Promise((done) => setTimeout(done, ms));

interface Running {
  controller: AbortController;
  cells: readonly Element[];
  calls: number;
  rows: number;
  longestMs: number;
}
let running: Running | undefined;

/** Puts a made-up page in place and lets it be laid out: the page's own work is not the engine's. */
export async function preparePage(style: PageStyle, rows: number): Promise<void> {
  const { row, wrap } = styles[style];
  document.body.innerHTML = wrap(Array.from({ length: rows }, (_, i) => row(i)).join(''));
  document.body.getBoundingClientRect();
  await later();
}

/** Reads the page from the start, without the extension around the engine, and gives how many rows were handed out. */
export async function firstRead(style: PageStyle): Promise<number> {
  const controller = new AbortController();
  const state: Running = { controller, cells: [], calls: 0, rows: 0, longestMs: 0 };
  running = state;
  const setTimer = createTaskTimer(controller.signal);
  watchPage({
    maps: [mapOf(style)],
    document,
    now: Date.now,
    signal: controller.signal,
    isOurs: isOwnNode,
    topFrame: true,
    onReadings: ([reading]: PageReading[]) => {
      state.calls += 1;
      state.rows = reading?.fact.kind === 'orders' ? reading.fact.rows.length : 0;
    },
    setTimer: (run, ms) =>
      setTimer(() => {
        const start = performance.now();
        run();
        state.longestMs = Math.max(state.longestMs, performance.now() - start);
      }, ms),
  });
  while (state.calls === 0) await later();
  state.cells = [...document.querySelectorAll(styles[style].cell)];
  return state.rows;
}

/** Changes so many rows one after another, each long enough after the last to be read by itself. */
export async function changeRows(count: number, change: Change): Promise<void> {
  if (!running) return;
  const cells = [...running.cells];
  for (let i = 0; i < count; i += 1) {
    await later(80);
    const before = running.calls;
    const at = Math.floor(((i + 0.5) * cells.length) / count);
    const cell = cells[at];
    if (!cell) return;
    const fresh = change === 'element' ? (cell.cloneNode(false) as Element) : cell;
    // Words no row showed before, so that every change is one to hand out.
    fresh.textContent = `${Math.round(performance.now())}.${change === 'words' ? 25 : 75}`;
    if (fresh !== cell) cell.replaceWith(fresh);
    cells[at] = fresh;
    while (running.calls === before) await later(5);
  }
  running.cells = cells;
}

/** The engine's longest task since the page was read from the start, ms by the clock on the wall. */
export function stopReading(): number {
  running?.controller.abort();
  document.body.replaceChildren();
  return running?.longestMs ?? 0;
}
