import { describe, expect, it } from 'vitest';
import { computeFigures, defaultMetricSettings, metricSettingsOf } from '../../../rules/metrics/index.ts';
import type { RowValue } from '../../../rules/packs/platform-row.ts';
import { platformRows } from '../../../rules/packs/platform-rows.ts';
import { rowsInForce } from '../../../rules/packs/rows-in-force.ts';
import { type Platform, platforms } from '../../../rules/platform.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';

const rows = (values: Record<string, RowValue>) =>
  rowsInForce(
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        { value, date: '2026-11-22', over: { kind: 'empty' } as const },
      ]),
    ),
  );
const choice = (id: string): RowValue => ({ kind: 'choice', choice: id });
const seconds = (n: number): RowValue => ({ kind: 'seconds', seconds: n });
const window = (from: string, to: string): RowValue => ({ kind: 'window', window: { from, to } });

describe('how figures are counted under the rows in force', () => {
  it.each(platforms)('%s: without values of the user it is the matrix’s default', (platform) => {
    expect(metricSettingsOf(platform, platformRows)).toEqual(defaultMetricSettings(platform));
  });
  it.each<[Platform, string, RowValue, object]>([
    [
      'pdd',
      'PDD-W',
      window('09:00', '21:00'),
      { window: { from: '09:00', to: '21:00' }, window_3m: { from: '09:00', to: '21:00' } },
    ],
    ['taobao', 'TB-W3M', window('08:00', '24:00'), { window_3m: { from: '08:00', to: '24:00' } }],
    ['tmall', 'TB-CAP', seconds(300), { cap_s: 300 }],
    ['taobao', 'TB-OFF', choice('include'), { offhours_answered_inhours: 'include' }],
    ['taobao', 'TB-RR', window('08:00', '23:00'), { window_rr: { from: '08:00', to: '23:00' } }],
    ['taobao', 'TB-AFTER', choice('void'), { reply_after_window: 'void' }],
    ['taobao', 'TB-TRF', choice('continue'), { transfer: 'continue' }],
    ['pdd', 'PDD-MEM', choice('round_start'), { membership: 'round_start' }],
    ['pdd', 'PDD-DEN', choice('need_human'), { den: 'need_human' }],
    ['pdd', 'PDD-BOT', choice('fail'), { bot_only: 'fail' }],
    ['pdd', 'PDD-EFF', { kind: 'kinds', kinds: ['human', 'assist'] }, { effective: ['human', 'assist'] }],
    ['pdd', 'PDD-U', seconds(300), { limit_s: 300 }],
    ['doudian', 'DD-B', choice('message'), { avg_basis: 'message' }],
    ['doudian', 'DD-3M', choice('s_mean'), { dd_3m: 's_mean' }],
    ['jd', 'JD-GAP', seconds(900), { jd_gap_s: 900 }],
    ['jd', 'JD-SLOW', seconds(50), { slow_s: 50 }],
    ['xianyu', 'XY-FRT', seconds(20), { first_target_s: 20, target_s: 180 }],
    [
      'jd',
      'JD-WARN',
      {
        kind: 'limits',
        limits: { soft: 5, warn: 10, breach: 60, first: { soft: 5, warn: 10, breach: 25 } },
      },
      { first_target_s: 25, target_s: 60 },
    ],
    ['kuaishou', 'CLOSED', { kind: 'days', days: ['2026-02-17'] }, { closed_days: ['2026-02-17'] }],
  ])('%s: %s', (platform, id, value, settings) => {
    expect(metricSettingsOf(platform, rows({ [id]: value }))).toEqual({
      ...defaultMetricSettings(platform),
      ...settings,
    });
  });
  it('“each metric as it says” sets nothing', () => {
    expect(metricSettingsOf('pdd', rows({ 'PDD-MEM': choice('own') }))).toEqual(defaultMetricSettings('pdd'));
  });
});

describe('旺旺回复率 in hours of the user’s own', () => {
  const from = shanghaiEpoch(2026, 1, 5) ?? 0;
  const event = (hour: number, buyer: string, type: TurnEvent['type']): TurnEvent => ({
    t: from + hour * 3_600_000,
    platform: 'taobao',
    shop: 's',
    buyer,
    type,
    origin: 'page',
    precision: 'ms',
  });
  const events = [event(7, 'early', 'buyer'), event(10, 'a', 'buyer'), event(10.01, 'a', 'human')];
  const ratio = (settings: object) =>
    computeFigures(events, {
      platform: 'taobao',
      settings,
      from,
      to: from + 86_400_000,
      now: from + 86_400_000,
    }).find(({ id }) => id === 'TB-RR');
  it('leaves out who only wrote outside them', () => {
    expect(ratio({})).toMatchObject({ numerator: 1, denominator: 2 });
    expect(ratio(metricSettingsOf('taobao', rows({ 'TB-RR': window('08:00', '23:00') })))).toMatchObject({
      numerator: 1,
      denominator: 1,
      unsettled: true,
    });
  });
});
