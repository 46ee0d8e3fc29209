import { type Language, type LocalText, say } from '../language/local-text.ts';
import { figureDefinition } from '../metrics/definitions.ts';
import type { Figure } from '../metrics/figure.ts';
import { decimalText } from '../metrics/integers.ts';
import { figureName } from '../metrics/names.ts';
import { maskName } from '../orders/mask-personal.ts';
import { platformNames } from '../platform-names.ts';
import { sortableShanghaiTime } from '../time/shanghai.ts';
import type { FigureReport, SlowTurn } from './figure-report.ts';

/** A number as a spreadsheet shows it: whole, with two decimals, or as per cent with two. */
export interface NumberCell {
  number: number;
  show: 'whole' | 'two' | 'percent';
}

/** Texts stay texts, numbers are numbers to count with; undefined is an empty cell. */
export type SheetCell = string | NumberCell | undefined;

/** A table of a workbook; its first row is the head. */
export interface FigureSheet {
  name: string;
  /** Characters, a column each. */
  widths: readonly number[];
  rows: readonly (readonly SheetCell[])[];
}

export const units: Record<Figure['unit'], LocalText> = {
  s: say('秒', 's'),
  ratio: say('%', '%'),
  times: say('比值', 'ratio'),
  count: say('个', 'count'),
};

const whole = (number: number): NumberCell => ({ number, show: 'whole' });
/** Seconds out of ms, two decimals, half up, without a float in between (metrics.md §1.6). */
const secondsOf = (ms: number, parts = 1): NumberCell => ({
  number: Number(decimalText(Math.round(ms), parts * 1_000, 2)),
  show: 'two',
});

/** The value as printed, as a number; empty where there is nothing to divide by. */
function valueCell(item: Figure): SheetCell {
  const { numerator, denominator, unit } = item;
  if (denominator === 0) return undefined;
  switch (unit) {
    case 's':
      return secondsOf(numerator * 1_000, denominator);
    case 'ratio':
      // Rounded as everywhere: as a share of one, to four decimals.
      return { number: Number(decimalText(numerator, denominator, 4)), show: 'percent' };
    case 'times':
      return { number: Number(decimalText(numerator, denominator, 2)), show: 'two' };
    default:
      return whole(numerator / denominator);
  }
}

/** What a rate or a mean was made from; a count is made from itself. */
const partsOf = ({ unit, numerator, denominator }: Figure): [SheetCell, SheetCell] => {
  if (unit === 'count') return [undefined, undefined];
  return [unit === 's' ? secondsOf(numerator * 1_000) : whole(numerator), whole(denominator)];
};

export const figureHeads: readonly LocalText[] = [
  say('指标编号', 'Id'),
  say('指标', 'Figure'),
  say('数值', 'Value'),
  say('单位', 'Unit'),
  say('分子', 'Numerator'),
  say('分母', 'Denominator'),
  say('不确定', 'Uncertain'),
  say('口径待核', 'Unsettled'),
];
const figureWidths = [18, 34, 12, 8, 12, 12, 8, 10];
const yes = say('是', 'yes');

const figureCells = (item: Figure, language: Language): SheetCell[] => [
  item.id,
  figureName(item.id)[language],
  valueCell(item),
  units[item.unit][language],
  ...partsOf(item),
  whole(item.uncertain),
  item.unsettled ? say('口径待核', 'unsettled')[language] : undefined,
];

/** A table of figures, each group under what it is of: a day, an account, a shop. */
function figureSheet(
  name: LocalText,
  of: LocalText,
  groups: readonly { of: string; figures: readonly Figure[] }[],
  language: Language,
): FigureSheet {
  return {
    name: name[language],
    widths: [14, ...figureWidths],
    rows: [
      [of, ...figureHeads].map((head) => head[language]),
      ...groups.flatMap(({ of: key, figures }) =>
        figures.map((item) => [key, ...figureCells(item, language)]),
      ),
    ],
  };
}

export const bandText = ({ from, to }: { from: number; to?: number }, language: Language): string =>
  to === undefined
    ? say(`${from} 秒以上`, `${from} s and more`)[language]
    : say(`${from}–${to} 秒（不含 ${to}）`, `${from}–${to} s (${to} excluded)`)[language];

/** A buyer is named as shortly as other exports do without being asked for more. */
const slowCells = (turn: SlowTurn, language: Language): SheetCell[] => [
  sortableShanghaiTime(turn.t),
  secondsOf(turn.ms),
  turn.shop,
  maskName(turn.buyer),
  turn.agent,
  turn.answered ? say('已回复', 'answered')[language] : say('未回复', 'not answered')[language],
  turn.rough ? yes[language] : undefined,
];

/** What the figures are of, and how they were counted. */
function aboutRows({ question, asOf, counted }: FigureReport, language: Language): SheetCell[][] {
  const { platform, shop, agent, from, to } = question;
  const all = say('全部', 'all')[language];
  const facts: [LocalText, string][] = [
    [say('平台', 'Marketplace'), platformNames[platform][language]],
    [say('店铺', 'Shop'), shop ?? all],
    [say('账号', 'Account'), agent ?? all],
    [say('起', 'From'), from],
    [say('止', 'To'), to],
    [say('截至', 'As of'), sortableShanghaiTime(asOf)],
    [say('时区', 'Time zone'), 'Asia/Shanghai (UTC+8)'],
  ];
  return [
    ...facts.map(([head, text]) => [head[language], text]),
    ...counted.map((line, i) => [
      i === 0 ? say('怎么算的', 'How it was counted')[language] : undefined,
      line[language],
    ]),
    [
      say('说明', 'Note')[language],
      say(
        '不确定：时间只到分钟，判不出是否超时的，不计入比率。口径待核：平台没有公开准确算法。均为本机估算，以平台后台为准。',
        'Uncertain: minute-only times that leave a limit undecided; in no rate. Unsettled: the platform does not publish how it counts. Estimates of this computer; the platform’s own figures hold.',
      )[language],
    ],
  ];
}

/** Every table of a report; those that have nothing are left out. */
export function figureSheets(report: FigureReport, language: Language): FigureSheet[] {
  const { total, days, hours, waits, slowest, agents, shops } = report;
  const heads = (texts: readonly LocalText[]): string[] => texts.map((text) => text[language]);
  const sheets: FigureSheet[] = [
    {
      name: say('合计', 'Total')[language],
      widths: [...figureWidths, 60],
      rows: [
        heads([...figureHeads, say('怎么算', 'What it counts')]),
        ...total.map((item) => [...figureCells(item, language), figureDefinition(item.id)?.[language]]),
      ],
    },
    figureSheet(
      say('按天', 'By day'),
      say('日期', 'Day'),
      days.map(({ day, figures }) => ({ of: day, figures })),
      language,
    ),
    {
      name: say('按小时', 'By hour')[language],
      widths: [14, 8, 8, 8, 14, 12, 8, 8],
      rows: [
        heads([
          say('日期', 'Day'),
          say('小时', 'Hour'),
          say('轮次', 'Turns'),
          say('已回复', 'Answered'),
          say('等待合计(秒)', 'Waited (s)'),
          say('平均响应(秒)', 'Mean wait (s)'),
          say('达标', 'In time'),
          say('失误', 'Missed'),
        ]),
        ...hours.map(({ day, hour, turns, answered, waitedMs, ok, miss }) => [
          day,
          whole(hour),
          whole(turns),
          whole(answered),
          secondsOf(waitedMs),
          answered === 0 ? undefined : secondsOf(waitedMs, answered),
          whole(ok),
          whole(miss),
        ]),
      ],
    },
    {
      name: say('等待分布', 'Waits')[language],
      widths: [24, 12, 12, 12],
      rows: [
        heads([
          say('等待', 'Wait'),
          say('从(秒)', 'From (s)'),
          say('到(秒)', 'To (s)'),
          say('轮次', 'Turns'),
        ]),
        ...waits.map((band) => [
          bandText(band, language),
          whole(band.from),
          band.to === undefined ? undefined : whole(band.to),
          whole(band.count),
        ]),
      ],
    },
    {
      name: say('最慢', 'Slowest')[language],
      widths: [20, 12, 16, 14, 16, 10, 14],
      rows: [
        heads([
          say('买家开口', 'Asked at'),
          say('等待(秒)', 'Waited (s)'),
          say('店铺', 'Shop'),
          say('买家', 'Buyer'),
          say('账号', 'Account'),
          say('结果', 'Outcome'),
          say('时间只到分钟', 'To the minute'),
        ]),
        ...slowest.map((turn) => slowCells(turn, language)),
      ],
    },
    figureSheet(
      say('按账号', 'By account'),
      say('账号', 'Account'),
      agents.map(({ agent, figures }) => ({ of: agent, figures })),
      language,
    ),
    figureSheet(
      say('按店铺', 'By shop'),
      say('店铺', 'Shop'),
      shops.map(({ shop, figures }) => ({ of: shop, figures })),
      language,
    ),
  ];
  const about = {
    name: say('口径', 'How counted')[language],
    widths: [16, 100],
    rows: aboutRows(report, language),
  };
  return [...sheets.filter(({ rows }) => rows.length > 1), about];
}

/** `手边响应-拼多多-20261101-20261122` */
export function figureFileName({ question: { platform, from, to } }: FigureReport): string {
  const days = [...new Set([from, to])].map((day) => day.replaceAll('-', '')).join('-');
  return `手边响应-${platformNames[platform]['zh-CN']}-${days}`;
}
