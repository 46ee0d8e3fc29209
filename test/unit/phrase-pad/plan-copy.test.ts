import { describe, expect, it } from 'vitest';
import { padValues } from '../../../entrypoints/phrase-pad/pad-values.ts';
import { type CopyFrom, planCopy, planText } from '../../../entrypoints/phrase-pad/plan-copy.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { snippetLookup } from '../../../rules/phrases/template.ts';

/** 10:00 in Shanghai: before the first batch. */
const morning = Date.parse('2026-11-22T10:00:00+08:00');
const settings = { agentNumber: '07', shopName: '小店' };
const from = (more: Partial<CopyFrom> = {}, buyer = ''): CopyFrom => ({
  values: padValues(buyer, settings, exampleShop, morning),
  now: morning,
  snippet: snippetLookup([{ id: 's', title: '结尾', code: 'jw', text: '祝您{买家}愉快' }]),
  chance: () => 0,
  wording: { platform: 'taobao', channel: 'chat' },
  ...more,
});
const plan = (text: string, more: Partial<CopyFrom> = {}, buyer = '') =>
  planCopy({ text }, from(more, buyer));

describe('a phrase without a page', () => {
  it('is filled with the nick in the box, the settings and the batch an order paid now goes with', () => {
    const { before, says } = exampleShop.dispatch[0] ?? {};
    expect(before).toBe('11:00');
    expect(plan('{买家}好，{店铺}{客服号}，{发货时间}发', {}, ' 小鱼 ')).toEqual({
      kind: 'ready',
      text: `小鱼好，小店07，${says}发`,
      hits: [],
    });
  });

  it('asks for what a page would have told and for what only the agent knows, in one form', () => {
    expect(plan('{买家}，单号{单号}，尺码{尺码|S|M}')).toMatchObject({
      kind: 'ask',
      fields: [
        { name: '买家', page: 'absent' },
        { name: '单号', page: 'absent' },
        { name: '尺码', options: ['S', 'M'] },
      ],
    });
  });

  it('takes the answers, a missing one is asked for again', () => {
    const text = '单号{单号}，尺码{尺码|S|M}';
    expect(plan(text, { answers: { 单号: 'SF1', 尺码: 'M' } })).toMatchObject({
      kind: 'ready',
      text: '单号SF1，尺码M',
    });
    expect(plan(text, { answers: { 尺码: 'M', 单号: ' ' } })).toMatchObject({ kind: 'ask' });
  });

  it('takes in other phrases, dates and no cursor stop', () => {
    expect(plan('{日期=M月d日}{光标}，{片段:jw}', {}, '小鱼')).toMatchObject({
      kind: 'ready',
      text: '11月22日，祝您小鱼愉快',
    });
  });

  it('is none while something in it looks like a variable and is none', () => {
    expect(plan('{片段:没有}和{买家}')).toEqual({ kind: 'broken', names: ['{片段:没有}'] });
  });

  it('of which braces are text stays as it is; what a buyer would take for a blank is held back', () => {
    expect(plan('{1} {买家}', { literal: true }, '小鱼')).toMatchObject({
      text: '{1} {买家}',
      hits: [{ level: 'stop', category: 'variable' }],
    });
    expect(plan('尺码 {1}', { literal: true })).toMatchObject({ kind: 'ready', text: '尺码 {1}' });
  });
});

describe('the wording of the filled text', () => {
  it('is judged after filling, with the place named', () => {
    expect(plan('加我{买家}聊', {}, '微信')).toMatchObject({
      kind: 'ready',
      text: '加我微信聊',
      hits: [{ level: 'stop' }],
    });
  });

  it('of lesser weight goes with the text', () => {
    const { hits } = planText('这款肯定好', { platform: 'taobao' });
    expect(hits).toMatchObject([{ start: 2, end: 4, level: 'warn' }]);
  });
});
