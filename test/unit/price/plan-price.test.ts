import { describe, expect, it } from 'vitest';
import { platforms } from '../../../rules/platform.ts';
import type { PriceQuestion } from '../../../rules/price/index.ts';
import { planPrice, priceLimits } from '../../../rules/price/index.ts';

const ask = (part: Partial<PriceQuestion>): PriceQuestion => ({
  platform: 'taobao',
  mode: 'total',
  status: 'unpaid',
  current: 6300,
  request: { way: 'target', value: '58' },
  shop: { price: {} },
  ...part,
});
const target = (value: string, freight?: string): PriceQuestion['request'] => ({
  way: 'target',
  value,
  ...(freight !== undefined && { freight }),
});
const minus = (value: string, freight?: string): PriceQuestion['request'] => ({
  ...target(value, freight),
  way: 'minus',
});
const percent = (value: string): PriceQuestion['request'] => ({ way: 'percent', value });
const zh = (texts: { 'zh-CN': string }[]): string => texts.map((text) => text['zh-CN']).join('|');

describe('the worked examples of the price rules', () => {
  const lines = [{ amount: 1990 }, { amount: 3500 }, { amount: 810 }];

  it('−5.00 over 19.90 / 35.00 / 8.10 leaves 18.32 / 32.22 / 7.46', () => {
    const totals = planPrice(ask({ mode: 'line-total', lines, request: minus('5.00') }));
    expect(totals).toMatchObject({ ok: true, price: 5800, delta: -500, lineInputs: [1832, 3222, 746] });
    const deltas = planPrice(ask({ mode: 'line-delta', lines, request: minus('-5.00') }));
    expect(deltas.lineInputs).toEqual([-158, -278, -64]);
  });

  it('63.00 at 8.8折 is 55.44, −7.56', () => {
    expect(planPrice(ask({ request: percent('8.8折') }))).toMatchObject({ price: 5544, delta: -756 });
  });

  it('Taobao goods 63.00, freight 6.00 waived, −5.00: the buyer pays 58.00', () => {
    const plan = planPrice(ask({ mode: 'line-delta', freight: 600, request: minus('5', '0') }));
    expect(plan).toMatchObject({
      ok: true,
      price: 5800,
      freight: 0,
      payable: 5800,
      delta: -500,
      lineInputs: [-500],
    });
    expect(planPrice(ask({ freight: 600, request: minus('5', '免运费') })).freight).toBe(0);
  });

  it.each<[string, Partial<PriceQuestion>, boolean, RegExp]>([
    ['抖店 63.00 → 64.00', { platform: 'doudian', request: target('64') }, false, /只能往低改/],
    ['Tmall goods 63.00 → 58.00', { platform: 'tmall' }, false, /优惠券.*差价链接.*邮费/],
    ['微信, 50 changes used', { platform: 'weixin', changesUsed: 50 }, false, /最多 50 次/],
    ['微信, 49 changes used', { platform: 'weixin', changesUsed: 49 }, true, /^$/],
    ['微信 raised', { platform: 'weixin', request: target('63.01') }, false, /只能往低改/],
    [
      '微信 60.00 − 60.00',
      { platform: 'weixin', current: 6000, request: minus('60') },
      false,
      /不能低于 0.01/,
    ],
    [
      '抖店 60.00 − 60.00',
      { platform: 'doudian', current: 6000, request: minus('60') },
      false,
      /不能低于 0.01/,
    ],
    ['抖店 to 0.01', { platform: 'doudian', current: 6000, request: target('0.01') }, true, /^$/],
    ['Taobao 60.00 − 60.00', { current: 6000, request: minus('60') }, true, /^$/],
    ['Taobao raised', { request: target('70') }, true, /^$/],
    ['below zero', { request: minus('63.01') }, false, /负数/],
    ['below zero on an unknown platform', { platform: 'pdd', request: target('-1') }, false, /负数/],
  ])('%s', (_, part, ok, blocks) => {
    const plan = planPrice(ask(part));
    expect(plan.ok).toBe(ok);
    expect(zh(plan.blocks)).toMatch(blocks);
    expect(plan.lineInputs !== undefined).toBe(ok);
  });

  it('payable 0 is a warning elsewhere', () => {
    expect(zh(planPrice(ask({ current: 6000, request: minus('60') })).warnings)).toContain('付 0 元');
  });
});

describe('freight', () => {
  it.each<[string, string, boolean]>([
    ['doudian', '300', true],
    ['doudian', '300.01', false],
    ['doudian', '-1', false],
    ['taobao', '-1', false],
    ['taobao', '301', true],
    ['taobao', '6.005', false],
    ['taobao', '面议', false],
  ])('%s freight %s', (platform, freight, ok) => {
    const part = {
      platform: platform as PriceQuestion['platform'],
      freight: 600,
      request: target('58', freight),
    };
    expect(planPrice(ask(part)).ok).toBe(ok);
  });

  it('stays as it is when nothing is typed, and counts into what the buyer pays', () => {
    expect(planPrice(ask({ freight: 600, request: target('58', ' ') }))).toMatchObject({
      freight: 600,
      payable: 6400,
    });
  });

  it('that the page does not show is not invented', () => {
    const plan = planPrice(ask({ mode: 'line-delta' }));
    expect(plan).not.toHaveProperty('freight');
    expect(plan).not.toHaveProperty('payable');
    expect(planPrice(ask({ mode: 'total' })).payable).toBe(5800);
  });

  it('alone may change on Tmall', () => {
    const plan = planPrice(ask({ platform: 'tmall', freight: 600, request: target('63', '0') }));
    expect(plan).toMatchObject({ ok: true, delta: 0, payable: 6300 });
  });
});

describe('only an unpaid order changes its price', () => {
  it.each(['unshipped', 'shipped', 'done', 'closed', 'refunding'] as const)('%s is refused', (status) => {
    expect(zh(planPrice(ask({ status })).blocks)).toContain('待付款');
  });

  it('an unread status is said, except where the dialog opens for unpaid orders only', () => {
    const { status: _, ...unread } = ask({});
    expect(zh(planPrice(unread).warnings)).toContain('没读到订单状态');
    expect(zh(planPrice({ ...unread, platform: 'xianyu' }).warnings)).not.toContain('没读到订单状态');
  });
});

describe('under a floor nothing is filled without the agent’s word for it', () => {
  it.each<[string, Partial<PriceQuestion>, string]>([
    ['absolute floor', { shop: { price: { floor: 6000 } } }, '底价 60.00'],
    ['floor as a share', { shop: { price: { floorPercent: 95 } } }, '底价 59.85'],
    ['the higher floor holds', { shop: { price: { floorPercent: 95, floor: 6100 } } }, '底价 61.00'],
    ['cost', { cost: 5900 }, '成本 59.00'],
    ['product cards', { floors: [{ amount: 5950, why: 'card' }] }, '商品卡底价 59.50'],
    [
      'a formula',
      { floors: [{ amount: 6200, why: 'formula', name: '娜好呀' }] },
      '公式「娜好呀」的底价 62.00',
    ],
    [
      'a raise that stays under it',
      { request: target('64'), shop: { price: { floor: 9000 } } },
      '底价 90.00',
    ],
  ])('%s', (_, part, words) => {
    const plan = planPrice(ask(part));
    expect(plan.ok).toBe(false);
    expect(plan.blocks).toEqual([]);
    expect(plan).not.toHaveProperty('lineInputs');
    expect(zh(plan.confirms)).toContain(words);
    const accepted = planPrice(ask({ ...part, accepted: true }));
    expect(accepted.ok).toBe(true);
    expect(accepted.lineInputs).toEqual([accepted.price]);
    expect(zh(accepted.confirms)).toContain(words);
  });

  it('exactly at the floor, or with nothing changed, nothing is asked', () => {
    expect(planPrice(ask({ shop: { price: { floor: 5800 } }, cost: 5800 })).confirms).toEqual([]);
    expect(planPrice(ask({ request: target('63'), shop: { price: { floor: 9000 } } })).confirms).toEqual([]);
  });

  it('an accepted floor lifts no platform limit', () => {
    const part = { platform: 'doudian', request: target('0'), accepted: true, cost: 100 } as const;
    expect(planPrice(ask(part)).ok).toBe(false);
  });
});

describe('warnings leave the decision to the agent', () => {
  it.each<[string, Partial<PriceQuestion>, string]>([
    ['postage raised on Taobao', { freight: 600, request: target('58', '8') }, '邮费只能往低改'],
    [
      'postage raised on Tmall',
      { platform: 'tmall', freight: 600, request: target('63', '8') },
      '邮费只能往低改',
    ],
    ['more than half off', { request: target('31.49') }, '超过 50%'],
    ['no change', { request: target('63.00') }, '没有变化'],
    ['lowest-price record on Taobao', {}, '历史最低成交价'],
    ['pdd rules unknown', { platform: 'pdd' }, '没有找到'],
    ['xianyu rules unknown', { platform: 'xianyu' }, '闲鱼没有公开'],
  ])('%s', (_, part, words) => {
    const plan = planPrice(ask(part));
    expect(plan.ok).toBe(true);
    expect(zh(plan.warnings)).toContain(words);
  });

  it.each<[string, Partial<PriceQuestion>, string]>([
    ['exactly half off', { request: target('31.50') }, '超过 50%'],
    ['postage lowered on Taobao', { freight: 600, request: target('58', '5') }, '邮费'],
    ['postage raised on 抖店', { platform: 'doudian', freight: 600, request: target('58', '8') }, '邮费'],
    ['a raise on Taobao', { request: target('64') }, '历史最低'],
  ])('%s says nothing', (_, part, words) => {
    expect(zh(planPrice(ask(part)).warnings)).not.toContain(words);
  });

  it('margin is price less cost', () => {
    expect(planPrice(ask({ cost: 4000 })).margin).toBe(1800);
  });
});

describe('what the agent typed', () => {
  it.each<[PriceQuestion['request'], number]>([
    [target('￥５８．００'), 5800],
    [target('¥58'), 5800],
    [minus('5'), 5800],
    [minus('−5.00'), 5800],
    [percent('88'), 5544],
    [percent('88%'), 5544],
    [percent('120'), 7560],
  ])('%o', (request, price) => {
    expect(planPrice(ask({ request })).price).toBe(price);
  });

  it.each([
    target('58.001'),
    target('abc'),
    target(''),
    minus('+5'),
    percent('8.8'),
    percent('12%'),
    percent('abc'),
  ])('%o is refused before anything is worked out', (request) => {
    const plan = planPrice(ask({ request }));
    expect(plan.ok).toBe(false);
    expect(plan.blocks).toHaveLength(1);
    expect(plan).not.toHaveProperty('price');
  });

  it('an unclear percentage names both readings with their outcome', () => {
    expect(zh(planPrice(ask({ request: percent('8.8') })).blocks)).toMatch(
      /8\.8折（55\.44 元）.*8\.8%（5\.54 元）/,
    );
    expect(zh(planPrice(ask({ request: percent('12%') })).blocks)).toMatch(
      /付 12%（7\.56 元）.*减 12%（55\.44 元）/,
    );
  });
});

describe('rounding off', () => {
  it.each<[PriceQuestion['request'], number, number]>([
    [{ way: 'round', value: 'yuan' }, 6355, 6300],
    [{ way: 'round', value: 'yuan' }, 6300, 6300],
    [{ way: 'round', value: 'yuan' }, 55, 55],
    [{ way: 'round', value: 'five' }, 6355, 6000],
    [{ way: 'round', value: 'five' }, 499, 499],
    [{ way: 'round', value: 'nine' }, 6355, 6290],
    [{ way: 'round', value: 'nine' }, 6290, 6290],
    [{ way: 'round', value: 'nine' }, 6295, 6290],
    [{ way: 'round', value: 'nine' }, 60, 60],
  ])('%o of %d fen is %d', (request, current, price) => {
    expect(planPrice(ask({ request, current })).price).toBe(price);
  });
});

describe('lines', () => {
  it('must add up to the total', () => {
    const plan = planPrice(ask({ mode: 'line-total', lines: [{ amount: 6200 }] }));
    expect(plan.ok).toBe(false);
    expect(zh(plan.blocks)).toContain('对不上');
  });

  it('ask when their own floors leave no room, and go under them only when told to', () => {
    const lines = [
      { amount: 3000, floor: 2900 },
      { amount: 3300, floor: 3200 },
    ];
    const question = ask({ mode: 'line-total', lines, request: minus('5') });
    const plan = planPrice(question);
    expect(plan.ok).toBe(false);
    expect(zh(plan.confirms)).toContain('低于它自己的底价');
    expect(planPrice({ ...question, accepted: true }).lineInputs).toEqual([2762, 3038]);
  });

  it('are refused when the platform’s least amount leaves no room', () => {
    const lines = [{ amount: 6299 }, { amount: 1 }];
    const plan = planPrice(ask({ platform: 'weixin', mode: 'line-total', lines, request: target('0.01') }));
    expect(zh(plan.blocks)).toContain('减不下');
  });

  it('keep the platform’s least amount each', () => {
    const lines = [{ amount: 6298 }, { amount: 2 }];
    const plan = planPrice(ask({ platform: 'weixin', mode: 'line-total', lines, request: target('0.03') }));
    expect(plan.lineInputs).toEqual([2, 1]);
  });
});

describe('the rows of the price rules', () => {
  it.each([
    ['taobao', 'both', 'B'],
    ['tmall', 'fixed', 'B'],
    ['doudian', 'down', 'B'],
    ['weixin', 'down', 'A'],
    ['weixin-component', 'both', 'A'],
    ['xiaoe', 'both', 'A'],
    ['pdd', 'unknown', 'unknown'],
    ['jd', 'unknown', 'unknown'],
    ['kuaishou', 'unknown', 'unknown'],
    ['1688', 'unknown', 'unknown'],
  ])('%s: goods %s, tag %s', (platform, goods, tag) => {
    expect(priceLimits.find((row) => row.platform === platform)).toMatchObject({ goods, tag });
  });

  it('抖店: at least 0.01, freight 0 to 300; 微信: 50 changes; its component: one', () => {
    const row = (platform: string) => priceLimits.find((one) => one.platform === platform);
    expect(row('doudian')).toMatchObject({ leastGoods: 1, freight: { least: 0, most: 30_000 } });
    expect(row('weixin')).toMatchObject({ leastGoods: 1, refusesZero: true, mostChanges: 50 });
    expect(planPrice(ask({ platform: 'weixin-component', changesUsed: 1 })).ok).toBe(false);
    expect(planPrice(ask({ platform: 'weixin-component', changesUsed: 0 })).ok).toBe(true);
  });
});

describe('the limit rows', () => {
  it('cover every platform once, each with tag, source and date', () => {
    for (const platform of [...platforms, 'weixin'] as const) {
      expect(priceLimits.filter((row) => row.platform === platform)).toHaveLength(1);
    }
    for (const row of priceLimits) {
      expect(row.tag === 'unknown').toBe(row.goods === 'unknown');
      expect(row.source && row.sourceDate && row.note['zh-CN'] && row.note.en).toBeTruthy();
    }
    expect(new Set(priceLimits.map((row) => row.id)).size).toBe(priceLimits.length);
  });

  it('are data: a row the user edited decides', () => {
    const limits = priceLimits.map((row) =>
      row.platform === 'doudian' ? { ...row, goods: 'both' as const } : row,
    );
    expect(planPrice(ask({ platform: 'doudian', request: target('64'), limits })).ok).toBe(true);
  });
});
