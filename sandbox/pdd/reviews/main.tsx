import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { maskedNick, placeReviews, type ReviewTruth } from '../../generator/reviews.ts';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { openedWith } from '../../simulator/control.ts';
import { Review } from './Review.tsx';
import './reviews.css';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const { reviews, truth } = placeReviews({ seed: params.seed, now: clock.now(), rows: params.rows ?? 16 });
const layout = readLayout(params);
// CSS-module hash and Beast version: both differ between loads, the prefixes and testids stay (markets.md §1).
const logic = (name: string): string => `${name}__${layout.tail(name, 5)} r-${name}`;
const beast = (name: string): string => `${name}_${layout.version()}`;

const state = { page: 0, version: 0 };
const submitted: { orderId: string; text: string }[] = [];
const listeners = new Set<() => void>();
const again = (): void => {
  state.version += 1;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const asked = Number(params.get('size'));
const PAGE_SIZE = Number.isInteger(asked) && asked > 0 ? asked : 20;
const pages = Math.max(1, Math.ceil(reviews.length / PAGE_SIZE));
const shown = () => reviews.slice(state.page * PAGE_SIZE, (state.page + 1) * PAGE_SIZE);

function reply(orderId: string, text: string): void {
  const index = reviews.findIndex((review) => review.orderId === orderId);
  const [review, facts] = [reviews[index], truth[index]];
  if (!review || !facts) return;
  review.reply = text;
  facts.reply = text;
  submitted.push({ orderId, text });
  again();
}

function openPage(page: number): void {
  state.page = Math.min(Math.max(page, 0), pages - 1);
  again();
}

const menu = [
  '店铺首页',
  '发货管理',
  '售后管理',
  '商品管理',
  '评价管理',
  '店铺营销',
  '多多客服',
  '数据中心',
  '账户资金',
];
const filters = ['全部评价', '待回复', '差评', '有图评价', '追评'];

function Page() {
  useSyncExternalStore(subscribe, () => state.version);
  const last = state.page >= pages - 1;
  return (
    <div className="mms">
      <header className="mms-top">
        <b>拼多多 商家后台</b>
        <span>首页</span>
        <span>消息</span>
        <i />
        <span>手边练习旗舰店</span>
      </header>
      <div className="mms-main">
        <nav className="mms-menu">
          {menu.map((word) => (
            <span key={word} className={word === '评价管理' ? 'on' : ''}>
              {word}
            </span>
          ))}
        </nav>
        <section className="mms-page">
          <h3>评价管理</h3>
          <p className="practice-note">
            练习页说明：公开资料里没有商家回复框的结构，这里点“回复”后出现的普通输入框是我们的假设。
          </p>
          <form className="review-filter" onSubmit={(event) => event.preventDefault()}>
            <label data-tracking-click-viewid="product_id_input">
              商品ID <input placeholder="请输入商品ID" />
            </label>
            <button type="submit" data-testid="beast-core-button" className={beast('BTN_primary')}>
              查询
            </button>
          </form>
          <div className="review-tabs">
            {filters.map((word, n) => (
              <span key={word} className={`${beast('TAB_capsuleLabel')}${n === 0 ? ' on' : ''}`}>
                {word}
              </span>
            ))}
          </div>
          <div className="review-scroll">
            <table data-testid="beast-core-table" className={beast('TB_inner')}>
              <thead>
                <tr>
                  <th>评价内容</th>
                  <th>商品信息</th>
                  <th>评价时间</th>
                  <th>操作</th>
                </tr>
              </thead>
              {shown().map((review) => (
                <Review
                  key={review.orderId}
                  review={review}
                  logic={logic}
                  beast={beast}
                  onReply={(text) => reply(review.orderId, text)}
                />
              ))}
            </table>
          </div>
          <ul className="review-pager" data-testid="beast-core-pagination">
            <li>
              共 {reviews.length} 条 · 第 {state.page + 1} / {pages} 页
            </li>
            {/** biome-ignore lint/a11y/useKeyWithClickEvents: the original's pager is a list item */}
            <li
              data-testid="beast-core-pagination-next"
              className={last ? beast('PGT_disabled') : beast('PGT_next')}
              onClick={() => openPage(state.page + 1)}
            >
              下一页
            </li>
          </ul>
        </section>
      </div>
    </div>
  );
}

showRibbon(`拼多多评价管理 · ${openedWith(params.seed, clock)}`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Page />);

export interface ReviewsPractice {
  readonly now: number;
  advance(ms: number): void;
  /** Every review of the seed, on whatever page it stands. */
  truth(): ReviewTruth[];
  /** Order numbers of the rows on the open page, top to bottom. */
  shown(): string[];
  openPage(page: number): void;
  /** What was submitted through the page's own 提交. */
  readonly submitted: { orderId: string; text: string }[];
  wipe(): void;
  reading(): PageTruth;
}
const control: ReviewsPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => truth,
  shown: () => shown().map((review) => review.orderId),
  openPage,
  submitted,
  wipe: again,
  reading: () => ({
    reviews: shown().map((review) => ({
      orderId: review.orderId,
      buyer: maskedNick(review.buyer),
      rating: review.stars,
      text: review.text,
      time: { ms: review.at, precision: 's' },
      // The title stands in the row, but no source says where: the map does not read it.
      sku: review.sku,
      ...(review.reply !== undefined && { reply: review.reply }),
    })),
  }),
};
(window as unknown as { practice: ReviewsPractice }).practice = control;
