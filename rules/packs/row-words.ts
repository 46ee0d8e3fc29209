import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import type { MergeValue, PenaltyBand, PlatformRow, ReplyLimits, RowValue } from './platform-row.ts';

const both = (text: string): LocalText => say(text, text);
const joined = (parts: readonly LocalText[], zh: string, en: string): LocalText =>
  say(parts.map((one) => one['zh-CN']).join(zh), parts.map((one) => one.en).join(en));

const steps = ({ soft, warn, breach }: ReplyLimits): string => `${soft} / ${warn} / ${breach}`;

/** Ten-thousandths as percent without needless zeros: 5217 is 52.17. */
export const percentText = (share: number): string => String(share / 100);

const kindNames = { human: say('人工', 'people'), assist: say('智能辅助', 'assist robots') } as const;

/** A value of a row in words; of a choice the words of its row. */
export function valueWords(row: Pick<PlatformRow, 'choices' | 'unit' | 'key'>, value: RowValue): LocalText {
  switch (value.kind) {
    case 'window': {
      const { from, to } = value.window;
      return from === '00:00' && to === '24:00' ? say('全天', 'all day') : both(`${from}–${to}`);
    }
    case 'limits': {
      const { first } = value.limits;
      return say(
        `${steps(value.limits)} 秒${first ? `，首次 ${steps(first)} 秒` : ''}`,
        `${steps(value.limits)} s${first ? `, first reply ${steps(first)} s` : ''}`,
      );
    }
    case 'seconds':
      return say(`${value.seconds} 秒`, `${value.seconds} s`);
    case 'share':
      return both(`${percentText(value.share)}%`);
    case 'count':
      return say(`每天 ${value.count}`, `${value.count} a day`);
    case 'hours':
      return hoursWords(value);
    case 'warn-hours':
      return say(`剩 ${value.hours.join('、')} 小时`, `${value.hours.join(', ')} h left`);
    case 'choice':
      return row.choices?.find(({ id }) => id === value.choice)?.label ?? both(value.choice);
    case 'kinds':
      return joined(
        value.kinds.map((kind) => kindNames[kind]),
        '、',
        ' and ',
      );
    case 'days':
      return value.days.length === 0
        ? say('没有', 'none')
        : say(value.days.join('、'), value.days.join(', '));
    case 'merge':
      return mergeWords(value);
    case 'penalty':
      return joined(value.bands.map(bandWords), '；', '; ');
    case 'trail':
      return say(
        `${value.silentHours} 小时没更新，${value.standstillHours} 小时停滞，${value.redHours} 小时标红`,
        `silent at ${value.silentHours} h, standstill at ${value.standstillHours} h, red at ${value.redHours} h`,
      );
    case 'empty':
      return emptyWords(row);
  }
}

function emptyWords({ unit, key }: Pick<PlatformRow, 'unit' | 'key'>): LocalText {
  if (key.startsWith('penalty')) return say('金额未知', 'amount unknown');
  if (unit === 'h') return say('以订单所列为准', 'as the order says');
  return unit === 'day' ? say('没有', 'none') : say('没有填', 'not set');
}

function hoursWords({
  hours,
  pickupHours,
  numberHours,
  longHours,
}: Extract<RowValue, { kind: 'hours' }>): LocalText {
  const parts = [say(`${hours} 小时`, `${hours} h`)];
  if (numberHours !== undefined) {
    parts.push(say(`${numberHours} 小时内上传单号`, `number within ${numberHours} h`));
  }
  if (pickupHours !== undefined) {
    parts.push(say(`上传后 ${pickupHours} 小时内揽收`, `picked up within ${pickupHours} h of the number`));
  }
  if (longHours && longHours.length > 0) {
    parts.push(say(`也见 ${longHours.join('、')} 小时`, `also ${longHours.join(', ')} h`));
  }
  return joined(parts, '，', ', ');
}

function mergeWords({ same, consent, most, paidOnline }: MergeValue): LocalText {
  const parts = [
    same === 'account'
      ? say('同一买家账号，收件信息完全一致', 'same account and identical receiver')
      : say('收件人、电话、地址一致', 'same receiver, phone and address'),
  ];
  if (consent) parts.push(say('分开付款的要买家同意', 'separate payments need consent'));
  if (most !== undefined) parts.push(say(`一次最多 ${most} 单`, `at most ${most} at once`));
  if (paidOnline) parts.push(say('只限在线支付的实物', 'goods paid online only'));
  return joined(parts, '，', ', ');
}

function bandWords({ upTo, fixed, basisPoints, least, most }: PenaltyBand): LocalText {
  const sum =
    fixed === undefined
      ? say(`${percentText(basisPoints ?? 0)}%`, `${percentText(basisPoints ?? 0)} %`)
      : both(`¥${formatFen(fixed)}`);
  const range = [
    ...(upTo === undefined ? [] : [say(`¥${formatFen(upTo)} 以内`, `up to ¥${formatFen(upTo)}:`)]),
    sum,
  ];
  const bounds = [
    ...(least === undefined ? [] : [say(`最低 ¥${formatFen(least)}`, `at least ¥${formatFen(least)}`)]),
    ...(most === undefined ? [] : [say(`最高 ¥${formatFen(most)}`, `at most ¥${formatFen(most)}`)]),
  ];
  return joined([joined(range, ' ', ' '), ...bounds], '，', ', ');
}
