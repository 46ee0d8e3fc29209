import { say } from '../../language/local-text.ts';
import type { Platform } from '../../platform.ts';
import type { PlatformRow } from '../platform-row.ts';
import { countingRows, ours } from './counting-rows.ts';
import { effective, oursNote, steps, target, window } from './row-labels.ts';

const own: Pick<PlatformRow, 'tag' | 'source' | 'source_date' | 'other_values'> = {
  tag: 'O',
  source: '–',
  source_date: 'undated',
  other_values: [],
};

/** Platforms without published response-time metrics: the shop's own window and targets (metrics.md §3.7). */
const rowsOf = (platform: Platform, prefix: string): PlatformRow[] => [
  {
    id: `${prefix}-W`,
    platform,
    key: 'window',
    label: window,
    value: { kind: 'window', window: { from: '00:00', to: '24:00' } },
    unit: 'clock',
    ...own,
  },
  {
    id: `${prefix}-WARN`,
    platform,
    key: 'limits',
    label: steps,
    value: { kind: 'limits', limits: { soft: 60, warn: 120, breach: 180 } },
    unit: 's',
    ...own,
    note: oursNote,
  },
  {
    id: `${prefix}-EFF`,
    platform,
    key: 'effective',
    label: effective,
    value: { kind: 'kinds', kinds: ['human', 'assist'] },
    unit: 'none',
    ...own,
  },
  {
    id: `${prefix}-FRT`,
    platform,
    key: 'first_target_s',
    label: say('首次回复几秒内算达标', 'A first reply is in time within'),
    value: { kind: 'seconds', seconds: 60 },
    unit: 's',
    ...own,
  },
  {
    id: `${prefix}-NRT`,
    platform,
    key: 'target_s',
    label: say('之后每轮几秒内算达标', 'A later reply is in time within'),
    value: { kind: 'seconds', seconds: 180 },
    unit: 's',
    ...own,
  },
  {
    id: `${prefix}-TGT`,
    platform,
    key: 'target',
    label: target,
    value: { kind: 'empty' },
    unit: 'percent',
    ...own,
    tag: '–',
  },
  ...countingRows(platform, prefix, { membership: true, transfer: ours, afterWindow: false }),
];

export const ownRows: readonly PlatformRow[] = [
  ...rowsOf('xianyu', 'XY'),
  ...rowsOf('xiaohongshu', 'XHS'),
  ...rowsOf('mogujie', 'MGJ'),
  ...rowsOf('other', 'OWN'),
  {
    id: 'CLOSED',
    platform: 'all',
    key: 'closed_days',
    label: say('不营业的日子', 'Days closed'),
    value: { kind: 'empty' },
    unit: 'day',
    ...own,
    note: say(
      '时段内的等待时间在这几天不走，平台自己的指标不受影响。',
      'The clock inside the window stands still on these days; platforms’ own metrics do not change.',
    ),
  },
];
