import { type Language, type LocalText, say } from '../language/local-text.ts';
import { type Figure, formatFigure } from '../metrics/figure.ts';
import { decimalText } from '../metrics/integers.ts';
import { figureName } from '../metrics/names.ts';
import { maskName } from '../orders/mask-personal.ts';
import { platformNames } from '../platform-names.ts';
import { sortableShanghaiTime } from '../time/shanghai.ts';
import { bandText, figureHeads, units } from './export-rows.ts';
import type { FigureReport } from './figure-report.ts';

/** What a line of the CSV file is of. */
interface Place {
  part: LocalText;
  day?: string;
  hour?: number;
  shop?: string;
  agent?: string;
}

/**
 * The same in one table, because a CSV file holds no more: every figure a row, with what it is of beside it. Values as
 * printed in exports; "—" where there is nothing to divide by.
 */
export function figureLines(report: FigureReport, language: Language): string[][] {
  const { question } = report;
  const name = platformNames[question.platform][language];
  const head = [
    say('部分', 'Part'),
    say('平台', 'Marketplace'),
    say('日期', 'Day'),
    say('小时', 'Hour'),
    say('店铺', 'Shop'),
    say('账号', 'Account'),
    ...figureHeads,
  ].map((text) => text[language]);
  const line = (
    { part, day, hour, shop = question.shop, agent = question.agent }: Place,
    cells: string[],
  ): string[] => [
    part[language],
    name,
    day ?? `${question.from}/${question.to}`,
    hour === undefined ? '' : String(hour),
    shop ?? '',
    agent ?? '',
    ...cells,
  ];
  const figures = (place: Place, items: readonly Figure[]): string[][] =>
    items.map((item) => {
      const { id, unit, numerator, denominator, uncertain, unsettled } = item;
      const [top, bottom] =
        unit === 'count'
          ? ['', '']
          : [
              unit === 's' ? decimalText(Math.round(numerator * 1_000), 1_000, 2) : String(numerator),
              String(denominator),
            ];
      return line(place, [
        id,
        figureName(id)[language],
        formatFigure(item, 'export'),
        units[unit][language],
        top,
        bottom,
        String(uncertain),
        unsettled ? say('口径待核', 'unsettled')[language] : '',
      ]);
    });
  const plain = (place: Place, id: string, label: LocalText, value: string, unit: LocalText): string[] =>
    line(place, [id, label[language], value, unit[language], '', '', '', '']);
  return [
    head,
    ...figures({ part: say('合计', 'Total') }, report.total),
    ...report.days.flatMap(({ day, figures: items }) => figures({ part: say('按天', 'By day'), day }, items)),
    ...report.hours.flatMap(({ day, hour, turns, answered, waitedMs, ok, miss }) => {
      const place = { part: say('按小时', 'By hour'), day, hour };
      return [
        plain(place, 'turns', figureName('turns'), String(turns), units.count),
        plain(place, 'answered', figureName('answered'), String(answered), units.count),
        plain(
          place,
          'mean',
          figureName('mean'),
          answered === 0 ? '—' : decimalText(waitedMs, answered * 1_000, 2),
          units.s,
        ),
        plain(place, 'in-time', say('达标', 'In time'), String(ok), units.count),
        plain(place, 'misses', figureName('misses'), String(miss), units.count),
      ];
    }),
    ...report.waits.map((band) =>
      plain(
        { part: say('等待分布', 'Waits') },
        'waits',
        say(bandText(band, 'zh-CN'), bandText(band, 'en')),
        String(band.count),
        units.count,
      ),
    ),
    ...report.slowest.map((turn) =>
      plain(
        {
          part: say('最慢', 'Slowest'),
          day: sortableShanghaiTime(turn.t),
          shop: turn.shop,
          ...(turn.agent !== undefined && { agent: turn.agent }),
        },
        turn.answered ? 'longest' : 'unreplied',
        say(maskName(turn.buyer), maskName(turn.buyer)),
        decimalText(Math.round(turn.ms), 1_000, 2),
        units.s,
      ),
    ),
    ...report.agents.flatMap(({ agent, figures: items }) =>
      figures({ part: say('按账号', 'By account'), agent }, items),
    ),
    ...report.shops.flatMap(({ shop, figures: items }) =>
      figures({ part: say('按店铺', 'By shop'), shop }, items),
    ),
    ...report.counted.map((text) =>
      line({ part: say('怎么算的', 'How it was counted') }, ['', text[language], '', '', '', '', '', '']),
    ),
  ];
}
