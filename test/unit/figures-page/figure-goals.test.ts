import { expect, test } from 'vitest';
import { figureGoals, missesOf } from '../../../entrypoints/figures/figure-goals.ts';
import type { FigureQuestion, FigureReport } from '../../../rules/figures/figure-report.ts';
import { addDays } from '../../../rules/figures/ranges.ts';
import { rate } from '../../../rules/metrics/figure.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import type { RowValue } from '../../../rules/packs/platform-row.ts';
import type { KeptState } from '../../../storage/kept-state.ts';
import { platformRulesStore } from '../../../storage/platform-rules.ts';
import type { QueueSnapshot } from '../../../storage/schemas/queue.ts';
import { shopStore } from '../../../storage/shop.ts';

const today = '2026-11-22';

const rulesWith = (own: Record<string, RowValue>): KeptState['rules'] => ({
  ...platformRulesStore.defaults(0),
  rows: Object.fromEntries(
    Object.entries(own).map(([id, value]) => [id, { value, date: today, over: { kind: 'empty' } }]),
  ),
});
const rules = rulesWith({
  'PDD-TGT': { kind: 'share', share: 9_000 },
  'PDD-EXP': { kind: 'count', count: 200 },
});

const reportOf = (question: Partial<FigureQuestion> = {}): FigureReport => {
  const days = [
    { day: addDays(today, -7), figures: [rate('PDD-3M', 50, 50)] },
    { day: today, figures: [rate('PDD-3M', 10, 10)] },
  ];
  // Of a report the lines of misses read only the question and the days.
  return {
    question: { platform: 'pdd', from: addDays(today, -7), to: today, ...question },
    days,
  } as unknown as FigureReport;
};
const waits = (shop: string, more: Partial<QueueSnapshot['waiting'][number]> = {}) => ({
  ...{ key: shop, platform: 'pdd' as const, shop, buyer: 'b', since: 0, precision: 's' as const },
  ...{ first: true, failed: false, limits: { soft: 1, warn: 2, breach: 3 } },
  ...more,
});
const said = (question: Partial<FigureQuestion> = {}, waiting?: QueueSnapshot['waiting']): string[] =>
  missesOf(reportOf(question), rules, today, waiting).map(({ text }) => text['zh-CN']);

test('the number the user expects is of the whole platform; one shop of it goes by its own weekdays', () => {
  expect(said()).toEqual(['已计 10 位买家，失误 0，现在还可失误 1；按预计 200 可失误 20']);
  expect(said({ shop: 's1' })).toEqual(['已计 10 位买家，失误 0，现在还可失误 1；按预计 50 可失误 5']);
});

test('at risk are those of the platform and shop shown who have not failed yet', () => {
  const waiting = [
    waits('s1'),
    waits('s2'),
    waits('s1', { failed: true }),
    waits('s1', { platform: 'taobao' }),
  ];
  expect(said({}, waiting)[1]).toBe('在等、还没失误的 2 位买家');
  expect(said({ shop: 's1' }, waiting)[1]).toBe('在等、还没失误的 1 位买家');
  expect(said({ shop: 's3' }, waiting)).toHaveLength(1);
});

test.each<[string, Partial<FigureQuestion>]>([
  ['of one account', { agent: 'A' }],
  ['of a former day', { to: addDays(today, -1) }],
])('%s nothing is said of misses', (_, question) => {
  expect(said(question)).toEqual([]);
});

test('a span of one’s own that goes past today has today in it', () => {
  expect(said({ to: addDays(today, 3) }, [waits('s1')])).toEqual(said({}, [waits('s1')]));
  expect(said({ from: addDays(today, 1), to: addDays(today, 3) }, [waits('s1')])).toEqual([]);
});

test('nothing is said before the rows have been read', () => {
  expect(missesOf(reportOf(), undefined, today)).toEqual([]);
});

test('goals are the rows in force, the shop’s own beside them', () => {
  const shop = { ...shopStore.defaults(0), pack: exampleShop };
  const { meanReply, monthMeanReply, firstReply } = exampleShop.goals;
  expect(figureGoals({ rules, shop }, 'pdd')).toMatchObject({
    share: 9_000,
    own: { dayMean: meanReply, monthMean: monthMeanReply, first: firstReply },
  });
  expect(figureGoals({ rules, shop }, 'taobao')).not.toHaveProperty('share');
});
