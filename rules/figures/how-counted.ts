import { type LocalText, say } from '../language/local-text.ts';
import { targetMs } from '../metrics/generic.ts';
import { hasPublishedMetrics, type MetricSettings } from '../metrics/metric-settings.ts';
import type { PlatformRow, RowValue } from '../packs/platform-row.ts';
import { rowOf } from '../packs/row-reading.ts';
import { tagText } from '../packs/row-tag.ts';
import type { FigureReport } from './figure-report.ts';

/** Rows that decide how the figures are counted, in the order they are told. */
const keys = [
  ...[
    'window',
    'window_3m',
    'reply-rate-window',
    'limit',
    'cap',
    'effective',
    'den',
    'bot_only',
    'avg_basis',
  ],
  ...['dd_3m', 'jd_gap_s', 'transfer', 'membership', 'reply_after_window', 'offhours_answered_inhours'],
  ...['slow_s', 'closed_days'],
];

const kinds: Record<'human' | 'assist', LocalText> = {
  human: say('人工', 'people'),
  assist: say('智能辅助', 'assisting robots'),
};

function valueText(row: PlatformRow, value: RowValue): LocalText | undefined {
  switch (value.kind) {
    case 'window':
      return say(`${value.window.from}–${value.window.to}`, `${value.window.from}–${value.window.to}`);
    case 'seconds':
      return say(`${value.seconds} 秒`, `${value.seconds} s`);
    case 'choice':
      return row.choices?.find(({ id }) => id === value.choice)?.label ?? say(value.choice, value.choice);
    case 'kinds':
      return say(
        value.kinds.map((kind) => kinds[kind]['zh-CN']).join('、'),
        value.kinds.map((kind) => kinds[kind].en).join(', '),
      );
    case 'days':
      return value.days.length === 0 ? undefined : say(value.days.join('、'), value.days.join(', '));
    default:
      return undefined;
  }
}

/** Where the value is from, and whether it is settled (metrics.md §4, §11). */
function founding(row: PlatformRow): LocalText {
  const contested = /[XO]/.test(row.tag);
  if (row.user_value) {
    const date = row.user_date === undefined ? '' : `，${row.user_date}`;
    const on = row.user_date === undefined ? '' : `, ${row.user_date}`;
    return say(`店里自己设的${date}；口径待核`, `set by the shop${on}; to be confirmed`);
  }
  const tag = tagText(row.tag);
  const source = row.source === '–' ? undefined : row.source;
  const date = row.source_date === 'undated' ? undefined : row.source_date;
  const zh = [tag?.['zh-CN'] ?? '没有来源', ...(source ? [source] : []), ...(date ? [date] : [])].join('，');
  const en = [tag?.en ?? 'no source', ...(source ? [source] : []), ...(date ? [date] : [])].join(', ');
  return contested ? say(`${zh}；口径待核`, `${en}; to be confirmed`) : say(zh, en);
}

function rowLine(row: PlatformRow): LocalText | undefined {
  const value = valueText(row, row.user_value ?? row.value);
  if (!value) return undefined;
  const why = founding(row);
  return say(
    `${row.label['zh-CN']}：${value['zh-CN']}（${why['zh-CN']}）`,
    `${row.label.en}: ${value.en} (${why.en})`,
  );
}

/** How a report was counted, one line each: what the platform's rows say, and what holds for all of it. */
export function howCounted(
  { question, total }: Pick<FigureReport, 'question' | 'total'>,
  settings: MetricSettings,
  rows: readonly PlatformRow[],
): LocalText[] {
  const { platform } = question;
  const lines: LocalText[] = [];
  if (!hasPublishedMetrics(platform)) {
    lines.push(
      say(
        '这个平台没有公开的响应指标，按店里自己的时段和目标算。',
        'This platform publishes no response metrics: the shop’s own window and goals are used.',
      ),
    );
  }
  for (const key of keys) {
    const row = rowOf(rows, platform, key);
    const line = row && rowLine(row);
    if (line) lines.push(line);
  }
  const [first, later] = [targetMs({ platform, settings }, true), targetMs({ platform, settings }, false)];
  lines.push(
    say(
      `达标率和失误：首次回复 ${first / 1_000} 秒内、之后 ${later / 1_000} 秒内算达标，全天都算。`,
      `Within target and misses: a first reply within ${first / 1_000} s, later ones within ${later / 1_000} s, around the clock.`,
    ),
    say(
      '按北京时间 0 点分天；当天没回的算那天未回复，之后两天内补回的另计“隔天才回复”，再晚的不再算。',
      'Days begin at midnight in Beijing. A turn not answered that day is unreplied for it; an answer within the next two days is counted as late, a later one not at all.',
    ),
  );
  const rough = total.find(({ id }) => id === 'mean')?.uncertain ?? 0;
  if (rough > 0) {
    lines.push(
      say(
        `有 ${rough} 轮的时间只精确到分钟，带“≈”；因此判断不了是否超时的，不计入达标率。`,
        `${rough} turns have times to the minute only (“≈”); where that leaves open whether a limit was kept, they are in no rate.`,
      ),
    );
  }
  lines.push(
    say(
      '以上是按聊天时间算出来的估计：平台自己剔除了哪些会话，外面看不到，和后台会有出入。',
      'All of this is an estimate from the times of messages: what the platform itself leaves out cannot be seen from outside.',
    ),
  );
  return lines;
}
