import { expect, it, test } from 'vitest';
import { count, mean, rate } from '../../../rules/metrics/figure.ts';
import type { RegisterEntry } from '../../../rules/registers/entry.ts';
import { type HandoverFacts, memoCode, orderTail } from '../../../rules/shift/handover.ts';
import { handoverText, memoDraft } from '../../../rules/shift/handover-text.ts';
import { HOUR_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const at = shanghaiEpoch(2026, 3, 2, 17, 45) ?? 0;
const empty: HandoverFacts = {
  at,
  figures: [],
  waiting: [],
  lastWords: [],
  openEntries: [],
  ordersOpen: [],
  refusals: [],
  ordersHandled: 0,
};
const entry = (more: Partial<RegisterEntry>): RegisterEntry => ({
  id: '1',
  kind: 'return',
  platform: 'jd',
  goods: [],
  issue: '退货没到',
  status: 'open',
  createdAt: at,
  updatedAt: at,
  ...more,
});

it('says of every part that there is nothing, rather than leaving it out', () => {
  const text = handoverText(empty, 'zh-CN');
  expect(text.match(/^\d\. .*$/gm)).toHaveLength(8);
  expect(text.match(/^- 无$/gm)).toHaveLength(7);
  expect(text).toContain('提前 15 分钟');
});

it('is whole in English too', () => {
  const text = handoverText({ ...empty, openEntries: [entry({ promisedAt: at - HOUR_MS })] }, 'en');
  expect(text.replace('退货没到', '')).not.toMatch(/\p{Script=Han}/u);
  expect(text).toContain('promised 03-02 16:45, passed');
});

it('a promise that has passed says so, and stands before what nobody promised', () => {
  const text = handoverText(
    { ...empty, openEntries: [entry({ promisedAt: at - HOUR_MS }), entry({ issue: '缺码\n缺色' })] },
    'zh-CN',
  );
  expect(text).toMatch(/4\. 答应过买家的 \(1\)\n- 退货 · 京东 · 退货没到 · 答应 03-02 16:45，已过\n/);
  expect(text).toMatch(/5\. 登记未完的 \(1\)\n- 退货 · 京东 · 缺码 缺色\n/);
});

it('names the shift, its breaks and what it came to, every rate with its counts', () => {
  const start = at - 8 * HOUR_MS;
  const text = handoverText(
    {
      ...empty,
      agent: '07',
      shift: {
        id: 's',
        start,
        startedBy: 'hand',
        breaks: [{ from: start + HOUR_MS, to: start + 1.5 * HOUR_MS }],
      },
      figures: [
        {
          platform: 'jd',
          figures: [count('answered', 9), mean('mean', 270_000, 9), rate('within', 8, 9)],
          misses: [],
        },
      ],
      ordersHandled: 12,
    },
    'zh-CN',
  );
  expect(text).toContain('本班 03-02 09:45 起 · 上班 7 小时 30 分 · 休息 1 次 0 小时 30 分 · 处理订单 12');
  expect(text).toContain('京东：已回复轮次 9，平均响应 30 秒，达标率 88.89% (8/9)');
});

it('a very long list ends with how many more there are', () => {
  const many = Array.from({ length: 60 }, (_, i) => entry({ id: `${i}` }));
  expect(handoverText({ ...empty, openEntries: many }, 'zh-CN')).toContain('- 还有 10 条，见手边');
});

test.each([
  ['07', '07'],
  ['8', '08'],
  ['客服 123', '23'],
  ['小王', undefined],
])('the memo code of %j is %j', (agent, code) => {
  expect(memoCode(agent)).toBe(code);
});

it('drafts a memo as shops write it', () => {
  expect(memoDraft(at, '7', '已答应今日补发, 垫付运费否, 退回单号待收')).toBe(
    '03-02 07 已答应今日补发, 垫付运费否, 退回单号待收',
  );
  expect(memoDraft(at, '小王', 'x')).toBeUndefined();
  expect(orderTail('123456789')).toBe('6789');
});
