import { useEffect, useState } from 'react';
import { platformName } from '../../components/i18n/platform-names.ts';
import type { FigureId, PopupModel, PublishedFigure, TodayFigure } from '../../components/popup/model.ts';
import { missGoals } from '../../rules/figures/miss-goals.ts';
import { type DayOfReport, meanMetric, missLines } from '../../rules/figures/miss-line.ts';
import { addDays } from '../../rules/figures/ranges.ts';
import { rateMetric } from '../../rules/figures/rate-units.ts';
import { say } from '../../rules/language/local-text.ts';
import { type Figure, formatFigure } from '../../rules/metrics/figure.ts';
import { figureName } from '../../rules/metrics/names.ts';
import { type ReplyTargets, targetsOf } from '../../rules/packs/platform-limits.ts';
import type { PlatformRow } from '../../rules/packs/platform-row.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../rules/platform.ts';
import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { readReport } from '../../storage/contracts/figures.ts';
import { readFigures } from '../../storage/contracts/ledger.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { useLedgerBeat } from '../shared/use-ledger-beat.ts';

/** Popup tile → figure of rules/metrics. */
const figureOf: Record<FigureId, string> = {
  answered: 'answered',
  mean: 'mean',
  'within-target': 'within',
  misses: 'misses',
  'talk-ratio': 'answer-ratio',
};

/** Days before today that a forecast and the 30 days look at (rules/figures/miss-line.ts). */
const DAYS_BACK = 56;

interface TodaySet {
  platform: Platform;
  figures: readonly Figure[];
}

function tile(id: FigureId, figures: readonly Figure[], goal: number, targets: ReplyTargets): TodayFigure {
  const figure = figures.find((one) => one.id === figureOf[id]);
  return {
    id,
    ...(typeof figure?.value === 'number' && { value: figure.value }),
    ...(figure && { numerator: figure.numerator, denominator: figure.denominator }),
    ...(id === 'mean' && { target: goal }),
    ...(id === 'mean' && targets.mean !== undefined && { platformTarget: targets.mean }),
    ...(id === 'within-target' && targets.rate !== undefined && { target: targets.rate / 10_000 }),
    unsettled: figure?.unsettled ?? false,
  };
}

/** The rate and the mean the platform judges a shop by, under its own names; where it has none, nothing. */
function published(platform: Platform, figures: readonly Figure[], targets: ReplyTargets): PublishedFigure[] {
  return [rateMetric(platform), meanMetric(platform)].flatMap((id) => {
    const figure = figures.find((one) => one.id === id);
    if (!figure || id === 'within' || id === 'mean') return [];
    const { unit, numerator, denominator, unsettled } = figure;
    const short =
      unit === 'ratio'
        ? targets.rate !== undefined && numerator * 10_000 < targets.rate * denominator
        : targets.mean !== undefined && numerator > targets.mean * denominator;
    return [
      {
        id,
        name: figureName(id),
        text: formatFigure(figure),
        seconds: unit === 's' && denominator > 0,
        ...(unit === 'ratio' && denominator > 0 && { counts: `${numerator}/${denominator}` }),
        missed: denominator > 0 && short,
        unsettled,
      },
    ];
  });
}

function groupOf(
  { platform, figures }: TodaySet,
  { shop, queue }: KeptState,
  rows: readonly PlatformRow[],
  past: readonly DayOfReport[],
): PopupModel['today'][number] {
  const today = shanghaiDay(Date.now());
  const targets = targetsOf(platform, rows);
  return {
    id: platform,
    name: say(platformName(platform, 'zh-CN'), platformName(platform, 'en')),
    figures: (Object.keys(figureOf) as FigureId[]).map((id) =>
      tile(id, figures, shop.pack.goals.meanReply, targets),
    ),
    published: published(platform, figures, targets),
    misses: missLines({
      platform,
      today,
      days: [...past.filter(({ day }) => day < today), { day: today, figures }],
      ...missGoals(platform, rows),
      atRisk: queue.waiting.filter((buyer) => buyer.platform === platform && !buyer.failed).length,
    }),
  };
}

/**
 * Today's figures per platform, counted again whenever messages were kept or a wait went on. The days before, for
 * the forecast and the month, are asked for once and only where a target is set.
 */
export function useToday(state: KeptState | undefined): PopupModel['today'] {
  const [sets, setSets] = useState<readonly TodaySet[]>([]);
  const [past, setPast] = useState<Partial<Record<Platform, readonly DayOfReport[]>>>({});
  const changed = state?.queue.updatedAt;
  const beat = useLedgerBeat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was counted is counted again when something happened
  useEffect(() => {
    if (changed === undefined) return;
    const from = startOfShanghaiDay(Date.now());
    sendRequest(readFigures, { from, to: from + DAY_MS }).then(setSets, () => setSets([]));
  }, [changed, beat]);
  const rows = state && rowsInForce(state.rules.rows);
  const wanted = sets
    .flatMap(({ platform }) => (rows && targetsOf(platform, rows).rate !== undefined ? [platform] : []))
    .join();
  useEffect(() => {
    const to = shanghaiDay(Date.now());
    for (const platform of wanted === '' ? [] : (wanted.split(',') as Platform[])) {
      sendRequest(readReport, { platform, from: addDays(to, -DAYS_BACK), to }).then(
        ({ days }) => setPast((before) => ({ ...before, [platform]: days })),
        // Without the days before there is no forecast; what is said of today stands.
        () => undefined,
      );
    }
  }, [wanted]);
  if (!state || !rows) return [];
  return sets.map((set) => groupOf(set, state, rows, past[set.platform] ?? []));
}
