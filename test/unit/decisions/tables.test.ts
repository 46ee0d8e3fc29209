import { describe, expect, it } from 'vitest';
import { memoTemplate } from '../../../rules/decisions/fill-outcome.ts';
import {
  type Answers,
  checkTable,
  type DecisionTable,
  type Facts,
  type FilledOutcome,
  fillOutcome,
  guideValues,
  offeredFor,
  readFacts,
  shippedTables,
  textReaders,
  toldBy,
  walk,
} from '../../../rules/decisions/index.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { orderValues } from '../../../rules/orders/order-values.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { fieldsOf, fillTemplate } from '../../../rules/phrases/template.ts';
import { DAY_MS, HOUR_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { checkWording, wordingOf } from '../../../rules/wording/index.ts';

const now = shanghaiEpoch(2026, 3, 2, 14) ?? 0;
const tableOf = (id: string): DecisionTable => {
  const table = shippedTables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
};
const order: Order = {
  key: 'o1',
  platform: 'taobao',
  orderId: '4012345678901234567',
  buyer: '小米',
  amount: 5_990,
  status: 'shipped',
  courier: '圆通快递',
  trackingNo: 'YT8801234567890',
  lines: [{ title: '帆布斜挎包', sku: '黑色', code: 'RST182', quantity: 1, price: 5_990 }],
};

/** The outcome reached with these facts and answers, or the question that is asked. */
function reached(id: string, facts: Facts, answers: Answers = {}): string {
  const { outcome, question } = walk(tableOf(id), facts, answers);
  return outcome?.id ?? `asks ${question?.id}`;
}

function filled(
  id: string,
  shown: Partial<Order>,
  answers: Answers,
  said: Record<string, string> = {},
): FilledOutcome {
  const guided = { order: { ...order, ...shown }, flags: [] };
  const facts = readFacts(guided, exampleShop, now);
  const { outcome, path } = walk(tableOf(id), facts, answers);
  if (!outcome) throw new Error('no outcome');
  const agent = { agentNumber: '07', shopName: '包之恋' };
  return fillOutcome(
    outcome,
    {
      values: orderValues(guided.order, agent, exampleShop, now),
      guide: guideValues(guided.order, toldBy(path, facts), exampleShop),
      answers: said,
      now,
    },
    'zh-CN',
  );
}
const textFor = (outcome: FilledOutcome, reader: string): string | undefined =>
  outcome.texts.find((one) => one.reader === reader)?.text;

describe('courier problems (B6)', () => {
  it.each<[string, Facts, Answers, string]>([
    ['nothing known asks', {}, {}, 'asks tracking'],
    ['no information at all → warehouse', { tracking: 'none' }, {}, 'no-information'],
    ['a label only → warehouse', { tracking: 'printed' }, {}, 'not-scanned'],
    ['picked up today', { tracking: 'picked-up', idleDays: 0 }, {}, 'on-its-way'],
    ['picked up, no movement → warehouse scan?', { tracking: 'picked-up', idleDays: 1 }, {}, 'no-movement'],
    ['picked up, still none after 3 days', { tracking: 'picked-up', idleDays: 3 }, {}, 'asks courier-says'],
    ['picked up, days not known', { tracking: 'picked-up' }, {}, 'asks picked-idle'],
    ['moving', { tracking: 'moving', idleDays: 0 }, {}, 'on-its-way'],
    ['slow → courier', { tracking: 'delivering', idleDays: 2 }, {}, 'slow'],
    [
      'stuck 3 days → courier, buyer, apology',
      { tracking: 'moving', idleDays: 3 },
      { 'courier-says': 'not-asked' },
      'stuck',
    ],
    ['stuck, then found', { tracking: 'moving', idleDays: 5 }, { 'courier-says': 'found' }, 'found'],
    [
      'lost, buyer not asked',
      { tracking: 'moving', idleDays: 5 },
      { 'courier-says': 'lost', 'lost-wish': 'not-asked' },
      'lost-ask',
    ],
    [
      'lost → reship',
      { tracking: 'moving', idleDays: 5 },
      { 'courier-says': 'lost', 'lost-wish': 'reship' },
      'lost-reship',
    ],
    [
      'lost → refund',
      { tracking: 'moving', idleDays: 5 },
      { 'courier-says': 'lost', 'lost-wish': 'refund' },
      'lost-refund',
    ],
    ['at a station', { tracking: 'at-station', idleDays: 4 }, {}, 'at-station'],
    ['delivered asks the buyer', { tracking: 'delivered' }, {}, 'asks received'],
    ['delivered and there', { tracking: 'delivered' }, { received: 'yes' }, 'arrived'],
    [
      'delivered but not received → courier, then buyer',
      { tracking: 'delivered' },
      { received: 'no', 'dispute-asked': 'not-asked' },
      'delivered-dispute',
    ],
    ['… left elsewhere', { tracking: 'delivered' }, { received: 'no', 'dispute-asked': 'placed' }, 'placed'],
    [
      '… lost',
      { tracking: 'delivered' },
      { received: 'no', 'dispute-asked': 'lost', 'lost-wish': 'refund' },
      'lost-refund',
    ],
    ['going back', { tracking: 'returned' }, {}, 'going-back'],
    [
      'the agent knows better than the page',
      { tracking: 'delivered' },
      { tracking: 'none' },
      'no-information',
    ],
  ])('%s', (_, facts, answers, outcome) => {
    expect(reached('courier', facts, answers)).toBe(outcome);
  });

  it('fills the texts for warehouse and courier with number, order and price', () => {
    const stuck = filled(
      'courier',
      { lastTrackText: '快件已到达 武汉转运中心', lastTrackAt: now - 4 * DAY_MS - HOUR_MS },
      { 'courier-says': 'not-asked' },
    );
    expect(textFor(stuck, 'courier')).toContain('YT8801234567890 已经 4 天没有更新');
    expect(textFor(stuck, 'memo')).toBe('03-02 07 物流停滞，已请快递查件，已告知买家');
    const gone = filled('courier', { lastTrackText: '暂无物流信息' }, {});
    expect(textFor(gone, 'warehouse')).toBe(
      '【查物流】订单 4012345678901234567，圆通快递 YT8801234567890，金额 59.90 元：查不到任何物流，请核实有没有出库、单号对不对。',
    );
  });

  it('names what the page does not tell and gives no text with a gap', () => {
    const { trackingNo: _, amount: __, ...bare } = order;
    const { outcome } = walk(tableOf('courier'), { tracking: 'none' }, {});
    if (!outcome) throw new Error('no outcome');
    const values = orderValues(bare, { agentNumber: '07', shopName: '' }, exampleShop, now);
    const told = { facts: {}, ranges: {} };
    const guide = guideValues(bare, told, exampleShop);
    const open = fillOutcome(outcome, { values, guide, answers: {}, now }, 'zh-CN');
    const warehouse = open.texts.find(({ reader }) => reader === 'warehouse');
    expect(warehouse?.text).toBeUndefined();
    expect(warehouse?.preview).toContain('【单号】');
    expect(open.fields.map(({ name }) => name)).toEqual(['单号', '金额']);
    const answers = { 单号: 'YT1', 金额: '8.80' };
    const whole = fillOutcome(outcome, { values, guide, answers, now }, 'zh-CN');
    expect(textFor(whole, 'warehouse')).toContain('圆通快递 YT1，金额 8.80 元');
  });
});

describe('refund only (B7)', () => {
  const noMemo = { memo: 'none' };
  it.each<[string, Facts, Answers, string]>([
    ['the memo comes first', { shipped: 'yes', tracking: 'delivered' }, {}, 'asks memo'],
    ['what was agreed goes before everything', { shipped: 'no' }, { memo: 'agreed' }, 'as-agreed'],
    ['not known whether shipped', {}, noMemo, 'asks shipped'],
    ['not shipped → warehouse pulls', { shipped: 'no' }, { ...noMemo, pulled: 'not-asked' }, 'pull'],
    ['pulled → refund', { shipped: 'no' }, { ...noMemo, pulled: 'pulled' }, 'refund'],
    ['handed to the courier already → refuse', { shipped: 'no' }, { ...noMemo, pulled: 'handed' }, 'refuse'],
    [
      'shipped, numbered only',
      { shipped: 'yes', tracking: 'printed' },
      { ...noMemo, pulled: 'pulled' },
      'refund',
    ],
    ['shipped, on its way → refuse', { shipped: 'yes', tracking: 'moving' }, noMemo, 'refuse'],
    ['shipped, delivered → return it', { shipped: 'yes', tracking: 'delivered' }, noMemo, 'return-it'],
    ['shipped, no tracking shown', { shipped: 'yes' }, { ...noMemo, where: 'unknown' }, 'return-it'],
    ['going back', { shipped: 'yes', tracking: 'returned' }, noMemo, 'comes-back'],
  ])('%s', (_, facts, answers, outcome) => {
    expect(reached('refund-only', facts, answers)).toBe(outcome);
  });

  it('reads from the row whether it was shipped, also in an open refund', () => {
    const shippedOf = (more: Partial<Order>): unknown => {
      const { trackingNo: _, courier: __, status: ___, ...bare } = order;
      return readFacts({ order: { ...bare, ...more }, flags: [] }, exampleShop, now).shipped;
    };
    expect(shippedOf({ status: 'refunding', statusText: '未发货，仅退款处理中' })).toBe('no');
    expect(shippedOf({ status: 'refunding', statusText: '已发货，仅退款处理中' })).toBe('yes');
    expect(shippedOf({ status: 'refunding', trackingNo: 'YT1' })).toBe('yes');
    expect(shippedOf({ status: 'refunding', statusText: '退款中' })).toBeUndefined();
    expect(shippedOf({ status: 'unshipped' })).toBe('no');
  });

  it('asks the warehouse for the parcel with order, goods and price', () => {
    const { trackingNo: _, courier: __, ...bare } = order;
    const pull = filled(
      'refund-only',
      { ...bare, trackingNo: undefined as never, courier: undefined as never, status: 'unshipped' },
      { memo: 'none', pulled: 'not-asked' },
    );
    expect(textFor(pull, 'warehouse')).toBe(
      '【拦件】订单 4012345678901234567，帆布斜挎包 黑色，金额 59.90 元：买家申请退款，请把包裹拉下来不要发，拦到或没拦住都回我一声。',
    );
    expect(pull.fields).toEqual([]);
  });
});

describe('returns (B8)', () => {
  const fine = { reason: 'accepted', number: 'yes' };
  it.each<[string, Facts, Answers, string]>([
    ['the reason is not known', {}, {}, 'asks reason'],
    [
      'another reason, nothing wrong → change it',
      { returnReason: 'other' },
      { 'other-reason': 'no' },
      'change-reason',
    ],
    ['another reason, and true', { returnReason: 'other' }, { 'other-reason': 'yes' }, 'asks number'],
    [
      'an accepted reason, no number → ask for it',
      { returnReason: 'accepted', returnNumber: 'no' },
      {},
      'ask-number',
    ],
    ['a number, not there yet', {}, { ...fine, arrived: 'no' }, 'wait'],
    ['there and fine → code on the bag', {}, { ...fine, arrived: 'yes', goods: 'fine' }, 'accept'],
    ['there and other goods', {}, { ...fine, arrived: 'yes', goods: 'differs' }, 'differs'],
    ['there and worn → manager', {}, { ...fine, arrived: 'yes', goods: 'worn' }, 'worn'],
  ])('%s', (_, facts, answers, outcome) => {
    expect(reached('returns', facts, answers)).toBe(outcome);
  });

  it('names the reasons of the shop', () => {
    const change = filled('returns', {}, { reason: 'other', 'other-reason': 'no' });
    expect(textFor(change, 'buyer')).toContain('改成“不喜欢、无理由”');
    expect(change.steps[0]).toContain('不喜欢、无理由');
  });

  it('puts the code on the bag into the step, and asks for the number of the return', () => {
    const accept = filled('returns', {}, { ...fine, arrived: 'yes', goods: 'fine' });
    expect(accept.steps[1]).toBe('袋子上写编码：RST182');
    expect(accept.fields.map(({ name }) => name)).toEqual(['退货单号', '退货原因', '垫付运费']);
    expect(accept.fields.find(({ name }) => name === '垫付运费')?.options).toEqual(['否', '是']);
  });
});

describe('quality complaints (B13)', () => {
  it.each<[string, Facts, Answers, string]>([
    ['a picture first', { flashSale: 'no' }, { picture: 'no' }, 'ask-picture'],
    ['unusable → refund', { flashSale: 'no' }, { picture: 'yes', usable: 'no' }, 'refund'],
    ['usable → offer', { flashSale: 'no' }, { picture: 'yes', usable: 'yes', content: 'not-asked' }, 'offer'],
    [
      'agreed',
      { flashSale: 'yes', amount: 990 },
      { picture: 'yes', usable: 'yes', content: 'yes' },
      'agreed',
    ],
    [
      'not content → manager',
      { flashSale: 'no' },
      { picture: 'yes', usable: 'yes', content: 'no' },
      'manager',
    ],
    ['not known whether flash sale', {}, { picture: 'yes', usable: 'yes' }, 'asks flash'],
    ['flash sale, total not known', { flashSale: 'yes' }, { picture: 'yes', usable: 'yes' }, 'asks amount'],
  ])('%s', (_, facts, answers, outcome) => {
    expect(reached('quality', facts, answers)).toBe(outcome);
  });

  const offer = { picture: 'yes', usable: 'yes', content: 'not-asked' };
  it.each<[string, Partial<Order>, Answers, string]>([
    ['a normal item', {}, offer, '5.00–10.00'],
    ['a flash sale under ¥18.90', { amount: 1_889, lines: [{ title: '秒杀 帆布包' }] }, offer, '2.00–5.00'],
    ['a flash sale from ¥18.90', { amount: 1_890, lines: [{ title: '秒杀 帆布包' }] }, offer, '5.00–10.00'],
    ['as the agent says against the page', {}, { ...offer, flash: 'yes', amount: 'low' }, '2.00–5.00'],
    [
      'a total the agent told as a range',
      { amount: undefined as never, lines: [{ title: '秒杀 帆布包' }] },
      { ...offer, amount: 'low' },
      '2.00–5.00',
    ],
  ])('%s may be offered its band', (_, shown, answers, band) => {
    expect(filled('quality', shown, answers).nextStep).toBe(`在本店范围内提补偿：${band} 元`);
  });

  it('names no band where the shop cuts inside the range the agent told', () => {
    const table = tableOf('quality');
    const answers = { ...offer, flash: 'yes', amount: 'low' };
    const { path } = walk(table, {}, answers);
    const pricing = {
      ...exampleShop.pricing,
      compensation: [
        { id: 'a', goods: 'flash' as const, under: 900, least: 100, most: 200 },
        { id: 'b', goods: 'flash' as const, from: 900, least: 300, most: 400 },
      ],
    };
    expect(guideValues(undefined, toldBy(path, {}), { ...exampleShop, pricing }).补偿范围).toBeUndefined();
  });
});

describe('missing or wrong pieces (B14)', () => {
  const seen = { pictures: 'yes', true: 'ours' };
  it.each<[string, Answers, string]>([
    ['pictures first', { pictures: 'no' }, 'ask-pictures'],
    ['then the warehouse', { pictures: 'yes', true: 'not-asked' }, 'ask-warehouse'],
    ['no mistake of ours → manager', { pictures: 'yes', true: 'not-ours' }, 'not-ours'],
    ['the stock before the wish', seen, 'asks stock'],
    ['no stock → refund', { ...seen, stock: 'no' }, 'refund'],
    ['stock, not asked', { ...seen, stock: 'yes', wish: 'not-asked' }, 'ask-wish'],
    ['stock → reship', { ...seen, stock: 'yes', wish: 'reship' }, 'reship'],
    ['stock, but a refund', { ...seen, stock: 'yes', wish: 'refund' }, 'refund'],
  ])('%s', (_, answers, outcome) => {
    expect(reached('missing-pieces', {}, answers)).toBe(outcome);
  });

  it('takes no choice for made before it is', () => {
    const reship = filled(
      'missing-pieces',
      {},
      { ...seen, stock: 'yes', wish: 'reship' },
      { 少了什么: '肩带' },
    );
    const memo = reship.texts.find(({ reader }) => reader === 'memo');
    expect(memo?.text).toBeUndefined();
    expect(memo?.preview).toBe('03-02 07 【少发还是错发】：肩带，补发');
  });

  it('fills the warehouse text with order, number, price and what the agent says', () => {
    const said = { 少发还是错发: '少发', 少了什么: '肩带一根' };
    const reship = filled('missing-pieces', {}, { ...seen, stock: 'yes', wish: 'reship' }, said);
    expect(textFor(reship, 'warehouse')).toBe(
      '【补发】订单 4012345678901234567，金额 59.90 元，少发：请补发 肩带一根，新单号回给我。',
    );
    expect(textFor(reship, 'memo')).toBe('03-02 07 少发：肩带一根，补发');
  });
});

describe('postage and stock (A13, B1, B3)', () => {
  it.each<[string, string, Facts, Answers, string]>([
    ['out of zone', 'out-of-zone', { zone: 'out' }, { 'other-courier': 'none' }, 'cannot-ship'],
    ['another courier', 'out-of-zone', { zone: 'out' }, { 'other-courier': 'free' }, 'change-courier'],
    ['a fee', 'out-of-zone', { zone: 'surcharge', flashSale: 'no' }, {}, 'buyer-pays'],
    [
      'a fee on a flash sale under ¥50',
      'out-of-zone',
      { zone: 'surcharge', flashSale: 'yes', amount: 4_999 },
      {},
      'buyer-pays',
    ],
    [
      'a fee on a flash sale from ¥50',
      'out-of-zone',
      { zone: 'surcharge', flashSale: 'yes', amount: 5_000 },
      {},
      'ask-manager',
    ],
    ['not in the table', 'out-of-zone', { zone: 'unknown' }, {}, 'check'],
    ['other colours', 'out-of-stock', { paid: 'no' }, { 'other-colours': 'yes' }, 'choose'],
    ['paid, changes', 'out-of-stock', { paid: 'yes' }, { 'paid-colours': 'change' }, 'change'],
    ['paid, neither', 'out-of-stock', { paid: 'yes' }, { 'paid-colours': 'no' }, 'refund'],
  ])('%s', (_, id, facts, answers, outcome) => {
    expect(reached(id, facts, answers)).toBe(outcome);
  });
});

describe('the shipped tables', () => {
  it.each(shippedTables.map((table) => [table.id, table] as const))('%s has no fault', (_, table) => {
    expect(checkTable(table).map(({ text }) => text['zh-CN'])).toEqual([]);
  });

  const texts = shippedTables.flatMap((table) =>
    table.outcomes.flatMap((outcome) =>
      textReaders.flatMap((reader): [string, string][] => {
        const text = outcome[reader];
        return text === undefined ? [] : [[`${table.id}/${outcome.id}/${reader}`, text]];
      }),
    ),
  );
  it('say everything an agent reads in both languages, and every text in Chinese', () => {
    for (const table of shippedTables) {
      const read = [
        table.name,
        ...table.questions.flatMap(({ text, hint, answers }) => [
          text,
          ...(hint ? [hint] : []),
          ...answers.map((answer) => answer.text),
        ]),
        ...table.outcomes.flatMap(({ nextStep, steps }) => [nextStep, ...steps]),
      ];
      for (const one of read) {
        expect(one['zh-CN']).toMatch(/\p{Script=Han}|\d/u);
        expect(one.en?.replace(/\{[^}]*\}/g, '')).toMatch(/^[^\p{Script=Han}]+$/u);
      }
    }
    for (const [, text] of texts) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each(texts.filter(([name]) => name.endsWith('/buyer')))(
    '%s is polite and holds no forbidden word',
    (_, text) => {
      expect(text).toMatch(/亲/);
      const filledText = text.replace(/\{[^}]*\}/g, '某');
      const hits = checkWording(filledText, wordingOf(exampleShop.wording, 'taobao', 'chat'));
      expect(hits.filter(({ level }) => level !== 'info').map(({ says }) => says['zh-CN'])).toEqual([]);
    },
  );

  it.each(texts)('%s is whole once its form is answered', (name, text) => {
    const template = name.endsWith('/memo') ? memoTemplate(text) : text;
    const fields = fieldsOf(template, { values: {} });
    const answers = Object.fromEntries(fields.map(({ name: field }) => [field, '甲']));
    const result = fillTemplate(template, {}, { answers, now });
    expect(result.ok && result.text).not.toMatch(/[{}]/);
  });
});

describe('which table an order starts', () => {
  it.each<[string, Partial<Order>, string[], string[]]>([
    ['a refund without return', { status: 'refunding' }, ['refund-only'], ['refund-only', 'quality']],
    ['a parcel that stands still', {}, ['stuck', 'memo'], ['courier']],
    ['out of zone', { status: 'unshipped' }, ['out-of-zone'], ['out-of-zone']],
    ['nothing special', { status: 'unshipped' }, [], []],
    [
      'a return',
      { status: 'refunding', statusText: '退货退款中' },
      [],
      ['returns', 'refund-only', 'quality'],
    ],
  ])('%s', (_, shown, flags, ids) => {
    const guided = { order: { ...order, ...shown }, flags: flags.map((name) => ({ name })) };
    expect(offeredFor(shippedTables, { guided: guided as never }).map(({ id }) => id)).toEqual(ids);
  });

  it.each<[string, string | undefined]>([
    ['物流三天没动了', 'courier'],
    ['显示签收了但我没收到', 'courier'],
    ['包 包 质 量 太差', 'quality'],
    ['我要仅退款', 'refund-only'],
    ['怎么退货', 'returns'],
    ['收到的少了一根肩带', 'missing-pieces'],
    ['我这边只有邮政能到，能发邮政吗', 'out-of-zone'],
    ['怎么显示没货了', 'out-of-stock'],
    ['你好', undefined],
  ])('a buyer who writes 「%s」 is offered %s', (message, id) => {
    expect(offeredFor(shippedTables, { message })[0]?.id).toBe(id);
  });

  it('the buyer’s words go before the marks of the order', () => {
    const guided = { order, flags: [{ name: 'out-of-zone' as const }] };
    const ids = offeredFor(shippedTables, { guided, message: '质量不行' }).map(({ id }) => id);
    expect(ids).toEqual(['quality', 'out-of-zone']);
  });
});
