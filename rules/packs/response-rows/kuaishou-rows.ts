import { say } from '../../language/local-text.ts';
import type { PlatformRow } from '../platform-row.ts';
import { countingRows, ours } from './counting-rows.ts';
import { effective, oursNote, steps, target, window } from './row-labels.ts';

/** 快手: rows of rules.md §9 on response time. */
export const kuaishouRows: readonly PlatformRow[] = [
  {
    id: 'KS-W',
    platform: 'kuaishou',
    key: 'window',
    label: window,
    value: { kind: 'window', window: { from: '08:00', to: '23:00' } },
    unit: 'clock',
    tag: 'B',
    source: 'snsmcma.cn',
    source_date: '2023-03',
    effective_from: '2023-03',
    other_values: [
      {
        says: '08:00–24:00',
        value: { kind: 'window', window: { from: '08:00', to: '24:00' } },
        source: 'snsmcma.cn',
      },
    ],
  },
  {
    id: 'KS-U',
    platform: 'kuaishou',
    key: 'limit',
    label: say(
      '按人按天，最慢的一条超过即失误，只认人工',
      'Per buyer and day, one message above this fails, human only',
    ),
    value: { kind: 'seconds', seconds: 180 },
    unit: 's',
    tag: 'B/C',
    source: 'snsmcma.cn; ds5.cc',
    source_date: '2023-03',
    other_values: [],
    note: say('子账号从会话分到名下起算。', 'A sub-account’s clock starts when the chat is assigned.'),
  },
  {
    id: 'KS-WARN',
    platform: 'kuaishou',
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
    id: 'KS-TGT',
    platform: 'kuaishou',
    key: 'target',
    label: target,
    value: { kind: 'share', share: 7_000 },
    unit: 'percent',
    tag: 'C',
    source: 'ds5.cc',
    source_date: 'undated',
    other_values: [
      { says: '80%', value: { kind: 'share', share: 8_000 }, source: 'X' },
      { says: '85%', value: { kind: 'share', share: 8_500 }, source: 'X' },
      { says: '90%', value: { kind: 'share', share: 9_000 }, source: 'X' },
    ],
    note: say(
      '2023 年以前的旧线，现在是否还用不清楚。',
      'From before 2023; whether it still holds is unknown.',
    ),
  },
  {
    id: 'KS-EFF',
    platform: 'kuaishou',
    key: 'effective',
    label: effective,
    value: { kind: 'kinds', kinds: ['human'] },
    unit: 'none',
    tag: 'B',
    source: 'snsmcma.cn',
    source_date: '2023-03',
    other_values: [],
    note: say('2023 年 3 月以前机器人也算。', 'Before March 2023 robots counted, too.'),
  },
  ...countingRows('kuaishou', 'KS', { membership: true, transfer: ours }),
];
