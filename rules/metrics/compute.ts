import { rowPlatform } from '../packs/platform-limits.ts';
import type { Platform } from '../platform.ts';
import { type TurnEvent, uniqueEvents } from '../turns/index.ts';
import { ali1688Figures } from './ali1688.ts';
import { doudianFigures } from './doudian.ts';
import type { Figure } from './figure.ts';
import { type GenericPart, type GenericTurn, genericFigures, genericPart, genericTurns } from './generic.ts';
import { jdFigures } from './jd.ts';
import { kuaishouFigures } from './kuaishou.ts';
import { fillMetricSettings, type MetricSettings } from './metric-settings.ts';
import { pddFigures } from './pdd.ts';
import type { Scope } from './scope.ts';
import { taobaoFigures } from './taobao.ts';

const published: Partial<Record<Platform, (scope: Scope) => Figure[]>> = {
  taobao: taobaoFigures,
  pdd: pddFigures,
  doudian: doudianFigures,
  jd: jdFigures,
  kuaishou: kuaishouFigures,
  '1688': ali1688Figures,
};

export interface FigureOptions {
  /** Whose events are taken and whose definitions are used; 天猫 uses Taobao's. */
  platform: Platform;
  /** What is absent is the matrix's default. */
  settings?: Partial<MetricSettings>;
  /** Half-open range, epoch ms; a turn belongs to the range its clock starts in. Give events beyond it too. */
  from: number;
  to: number;
  /** Epoch ms; decides what is unreplied and what is still open. */
  now: number;
  /** Only this account's share. The sum over accounts is not the shop's figure (E14). */
  agent?: string;
}

/**
 * The platform's published metrics (ids of metrics.md §3), then the generic figures. Worked out from events each time,
 * never stored as truth. Open units that can still be kept are in no rate, except where the platform's formula
 * subtracts failures from buyers (拼多多, 快手).
 */
export function computeFigures(events: readonly TurnEvent[], options: FigureOptions): Figure[] {
  return figuresOf(figurePart(events, options));
}

/** What the figures of a span are made of, to be put together with other spans of the same platform (period.ts). */
export interface FigurePart {
  published: Figure[];
  generic: GenericPart;
}

/** What the figures of a span are worked out from: the platform's events, each once. */
export function figureScope(events: readonly TurnEvent[], options: FigureOptions): Scope {
  const { platform, from, to, now, agent } = options;
  return {
    platform,
    events: uniqueEvents(events.filter((event) => event.platform === platform)),
    settings: fillMetricSettings(platform, options.settings),
    from,
    to,
    now,
    agent,
    folds: new Map(),
  };
}

/** The part of a scope. Scopes that differ in their account only may share their folds. */
export const partOf = (scope: Scope, turns: readonly GenericTurn[] = genericTurns(scope)): FigurePart => ({
  published: published[rowPlatform(scope.platform)]?.(scope) ?? [],
  generic: genericPart(scope, turns),
});

export const figurePart = (events: readonly TurnEvent[], options: FigureOptions): FigurePart =>
  partOf(figureScope(events, options));

export const figuresOf = (part: FigurePart): Figure[] => [...part.published, ...genericFigures(part.generic)];
