import { say } from '../../language/local-text.ts';
import type { PlatformRow } from '../platform-row.ts';
import { countingRows, ours } from './counting-rows.ts';
import { effective, oursNote, steps, target, window } from './row-labels.ts';

/** 1688: rows of rules.md §9 on response time. */
export const ali1688Rows: readonly PlatformRow[] = [
  {
    id: 'AL-W',
    platform: '1688',
    key: 'window',
    label: window,
    value: { kind: 'window', window: { from: '08:00', to: '24:00' } },
    unit: 'clock',
    tag: 'C',
    source: 'kexiaomei.com',
    source_date: '2022-01',
    other_values: [
      {
        says: '08:00–23:00',
        value: { kind: 'window', window: { from: '08:00', to: '23:00' } },
        source: 'X',
      },
    ],
    note: say('按轮计，180 秒内算达标。', 'Per round; within 180 s passes.'),
  },
  {
    id: 'AL-LIM',
    platform: '1688',
    key: 'limit',
    label: say('3 分钟响应', '3-minute limit'),
    value: { kind: 'seconds', seconds: 180 },
    unit: 's',
    tag: 'C',
    source: 'kexiaomei.com',
    source_date: '2022-01',
    other_values: [],
  },
  {
    id: 'AL-EFF',
    platform: '1688',
    key: 'effective',
    label: effective,
    value: { kind: 'kinds', kinds: ['human', 'assist'] },
    unit: 'none',
    tag: 'C',
    source: 'kexiaomei.com',
    source_date: '2022-01',
    other_values: [],
    note: say(
      '只认智能辅助模式的几家机器人；全自动接待不算。',
      'Named robots in assist mode only; full-auto reception does not count.',
    ),
  },
  {
    id: 'AL-WARN',
    platform: '1688',
    key: 'limits',
    label: steps,
    value: { kind: 'limits', limits: { soft: 60, warn: 120, breach: 180 } },
    unit: 's',
    tag: 'O',
    source: '–',
    source_date: 'undated',
    other_values: [],
    note: oursNote,
  },
  {
    id: 'AL-TGT',
    platform: '1688',
    key: 'target',
    label: target,
    value: { kind: 'empty' },
    unit: 'percent',
    tag: '–',
    source: '–',
    source_date: 'undated',
    other_values: [],
    note: say('没有找到公开的达标线，由店铺自己填。', 'No published pass line found; the shop sets it.'),
  },
  ...countingRows('1688', 'AL', { membership: true, transfer: { ...ours, choice: 'split' } }),
];
