import { type LocalText, say } from '../../language/local-text.ts';
import type { Platform } from '../../platform.ts';
import type { PlatformRow, RowTag } from '../platform-row.ts';
import { expectedRow } from './expected-row.ts';

interface Founded {
  tag: RowTag;
  source: string;
  source_date?: string;
}

/** Our own choice: no public source settles it. */
export const ours: Founded & { choice: 'continue' | 'split' } = { choice: 'continue', tag: 'O', source: '–' };

const after = [
  { id: 'calendar', label: say('等多久算多久', 'All of the wait') },
  { id: 'clip', label: say('只算到时段结束', 'Up to the end of the window') },
  { id: 'void', label: say('按未回复算', 'As unreplied') },
] as const;

const members = [
  { id: 'own', label: say('各指标按自己的规定', 'As each metric says') },
  { id: 'round_start', label: say('看这一轮从什么时候开始', 'By the start of the round') },
  { id: 'message', label: say('看每条消息的时间', 'By the time of each message') },
  { id: 'session_start', label: say('看会话从什么时候开始', 'By the start of the session') },
] as const;

const transfers = [
  { id: 'continue', label: say('接着计时，不另算一轮', 'The clock goes on') },
  {
    id: 'split',
    label: say('转出的账号记未回复，接手的账号另算一轮', 'Unreplied for one, a new round for the other'),
  },
] as const;

/** The cells of the decision matrix that every platform has (metrics.md §4), as rows of one platform. */
export function countingRows(
  platform: Platform,
  prefix: string,
  open: {
    /** Leave out where the platform's own rule is the session's start and nothing else is known (京东). */
    membership?: true;
    transfer: Founded & { choice: 'continue' | 'split' };
    slow?: Founded;
    mean?: Founded & { seconds: number; note: LocalText };
    /** Leave out where every figure shows both clocks anyway. */
    afterWindow?: false;
  },
): PlatformRow[] {
  const founded = ({ tag, source, source_date = 'undated' }: Founded) => ({
    tag,
    source,
    source_date,
    other_values: [],
  });
  const { membership, transfer, slow = ours, mean } = open;
  const rows: PlatformRow[] = [
    {
      id: `${prefix}-TRF`,
      platform,
      key: 'transfer',
      label: say('没回就转接', 'Transferred without a reply'),
      value: { kind: 'choice', choice: transfer.choice },
      unit: 'none',
      choices: transfers,
      ...founded(transfer),
    },
    {
      id: `${prefix}-SLOW`,
      platform,
      key: 'slow_s',
      label: say('慢响应：等待超过', 'Slow reply: a wait above'),
      value: { kind: 'seconds', seconds: 100 },
      unit: 's',
      ...founded(slow),
    },
    {
      id: `${prefix}-MEAN`,
      platform,
      key: 'mean_target',
      label: say('平均响应时长的目标', 'Goal for the mean reply time'),
      value: mean ? { kind: 'seconds', seconds: mean.seconds } : { kind: 'empty' },
      unit: 's',
      ...founded(mean ?? { tag: '–', source: '–' }),
      ...(mean && { note: mean.note }),
    },
    expectedRow(platform, prefix),
  ];
  if (open.afterWindow !== false) {
    rows.push({
      id: `${prefix}-AFTER`,
      platform,
      key: 'reply_after_window',
      label: say('时段内提问、时段后回复', 'Asked in the window, answered after it'),
      value: { kind: 'choice', choice: 'calendar' },
      unit: 'none',
      choices: after,
      ...founded(ours),
    });
  }
  if (membership) {
    rows.push({
      id: `${prefix}-MEM`,
      platform,
      key: 'membership',
      label: say('是否计入统计时段', 'What decides whether it lies in the window'),
      value: { kind: 'choice', choice: 'own' },
      unit: 'none',
      choices: members,
      ...founded(ours),
    });
  }
  return rows;
}
