import { type LocalText, say } from '../../language/local-text.ts';
import type { Platform } from '../../platform.ts';
import type { PlatformRow } from '../platform-row.ts';

/** What a platform's rate counts, as the number is to be given (metrics.md §7). */
const counted: Partial<Record<Platform, LocalText>> = {
  pdd: say('填一天的咨询人数', 'Buyers of a day'),
  kuaishou: say('填一天的咨询人数', 'Buyers of a day'),
  jd: say('填一天的会话数', 'Sessions of a day'),
  doudian: say(
    '填一天的会话数；3 分钟人工回复率按每条消息算的，填消息条数',
    'Sessions of a day; messages where the 3-minute rate goes by message',
  ),
};
const rounds = say('填一天的轮次', 'Rounds of a day');

/** What the user expects of a day, for "misses still allowed" at its end. Nothing is shipped: shops differ. */
export function expectedRow(platform: Platform, prefix: string): PlatformRow {
  const unit = counted[platform] ?? rounds;
  return {
    id: `${prefix}-EXP`,
    platform,
    key: 'expected',
    label: say('每天预计多少（算还能失误几次）', 'Expected a day (for misses still allowed)'),
    value: { kind: 'empty' },
    unit: 'count',
    tag: '–',
    source: '–',
    source_date: 'undated',
    other_values: [],
    note: say(
      `${unit['zh-CN']}。不填就用前几周同一星期几的平均数。`,
      `${unit.en}. Without it the mean of the same weekday of the past weeks is used.`,
    ),
  };
}
