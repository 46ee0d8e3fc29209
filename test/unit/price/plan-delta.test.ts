import { describe, expect, it } from 'vitest';
import type { DeltaQuestion } from '../../../rules/price/index.ts';
import { planDelta } from '../../../rules/price/index.ts';

const ask = (part: Partial<DeltaQuestion>): DeltaQuestion => ({
  platform: 'taobao',
  status: 'unpaid',
  fields: 1,
  request: { way: 'minus', value: '5' },
  ...part,
});
const zh = (texts: { 'zh-CN': string }[]): string => texts.map((text) => text['zh-CN']).join('|');

describe('a change where the dialog tells no price', () => {
  it.each([
    ['5', -500],
    ['-5.00', -500],
    ['￥５．０５', -505],
    ['1,000', -100_000],
    ['0', 0],
  ])('%s taken off goes into the one field as a signed change', (value, delta) => {
    const plan = planDelta(ask({ request: { way: 'minus', value } }));
    expect(plan).toMatchObject({ ok: true, delta, lineInputs: [delta], blocks: [] });
    expect(plan).not.toHaveProperty('price');
    expect(plan).not.toHaveProperty('payable');
  });

  it('says that floor and share were not checked, and what Taobao makes of a discount', () => {
    const { warnings } = planDelta(ask({}));
    expect(zh(warnings)).toContain('没读到原价');
    expect(zh(warnings)).toContain('历史最低成交价');
  });

  it.each([
    ['a new price, which needs the old one', { request: { way: 'target', value: '58' } }, '只能按「减掉」'],
    ['a share, which needs the old price', { request: { way: 'percent', value: '9折' } }, '只能按「减掉」'],
    ['nothing typed', { request: { way: 'minus', value: ' ' } }, '请先填价格'],
    ['no amount', { request: { way: 'minus', value: '5.005' } }, '不是金额'],
    ['a plus', { request: { way: 'minus', value: '+5' } }, '看不出是减还是加'],
    ['several lines without prices', { fields: 2 }, '手动分摊'],
    ['a paid order', { status: 'unshipped' }, '只有待付款'],
    ['goods at Tmall', { platform: 'tmall' }, '天猫商品价不能改'],
    ['a freight below nothing', { request: { way: 'minus', value: '5', freight: '-1' } }, '邮费不能是负数'],
    ['a freight that is none', { request: { way: 'minus', value: '5', freight: '随便' } }, '不是金额'],
  ] as [string, Partial<DeltaQuestion>, string][])('%s fills nothing', (_, part, words) => {
    const plan = planDelta(ask(part));
    expect(plan.ok).toBe(false);
    expect(plan).not.toHaveProperty('lineInputs');
    expect(zh(plan.blocks)).toContain(words);
  });

  it('keeps the freight shown, and takes the one typed or 包邮', () => {
    const freight = (typed: string | undefined) =>
      planDelta(
        ask({ freight: 600, request: { way: 'minus', value: '5', ...(typed && { freight: typed }) } }),
      ).freight;
    expect([freight(undefined), freight('3.5'), freight('包邮')]).toEqual([600, 350, 0]);
  });

  it('Tmall may be asked for its postage alone', () => {
    const plan = planDelta(
      ask({ platform: 'tmall', freight: 600, request: { way: 'minus', value: '0', freight: '0' } }),
    );
    expect(plan).toMatchObject({ ok: true, delta: 0, freight: 0 });
  });
});
