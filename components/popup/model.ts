import type { MissLine } from '../../rules/figures/miss-line.ts';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { PlatformRow } from '../../rules/packs/platform-row.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import type { PageKindName } from '../../storage/health.ts';
import type { ChatPlace } from '../../storage/schemas/queue.ts';
import type { ShiftActions, ShiftSum, ShiftView } from '../shift/model.ts';

/** A marketplace the package knows and whether the extension works on it. */
export interface MarketRow {
  /** Site-map id. */
  id: string;
  name: LocalText;
  level: 'high' | 'medium' | 'low' | 'user';
  /** `YYYY-MM-DD` of the evidence. */
  seen: string;
  note?: string;
  /** `needs-permission`: the browser has not granted the hosts yet. */
  state: 'off' | 'needs-permission' | 'on';
}

export const figureIds = ['answered', 'mean', 'within-target', 'misses', 'talk-ratio'] as const;
export type FigureId = (typeof figureIds)[number];

/** One of today's figures. Nothing counted yet leaves `value` absent: it prints "—", never 0 % (metrics.md §1.6). */
export interface TodayFigure {
  id: FigureId;
  /** turns and misses: a count · mean: seconds · within-target: a share 0…1 · talk-ratio: a ratio. */
  value?: number;
  /** Shown beside a rate, because a bare percentage hides how little it rests on. */
  numerator?: number;
  denominator?: number;
  /** The shop's own goal in the figure's unit; of a share, the platform's. */
  target?: number;
  /** The platform's goal beside the shop's own (metrics.md §9). */
  platformTarget?: number;
  /** Sources disagree on how the platform counts it: marked 口径待核. */
  unsettled: boolean;
}

/** Figures of one platform; platforms count differently and are never mixed. */
export interface TodayGroup {
  id: string;
  name: LocalText;
  figures: TodayFigure[];
  /** What the platform itself publishes, as it counts: the rate and the mean it judges a shop by. */
  published?: PublishedFigure[];
  /** How many misses are still allowed; empty where nobody set a target. */
  misses?: readonly MissLine[];
}

/** A figure under the name the platform has for it. */
export interface PublishedFigure {
  id: string;
  name: LocalText;
  /** As printed: 98.33%, 25. */
  text: string;
  /** Seconds stand behind the text. */
  seconds: boolean;
  /** Counts behind a rate. */
  counts?: string;
  /** It is past the platform's own target. */
  missed: boolean;
  unsettled: boolean;
}

/** Something that needs the agent: a store that was set aside, a map that no longer fits. */
export interface ProblemLine {
  id: string;
  level: 'warn' | 'stop';
  text: LocalText;
  /** Where in the options it is put right. */
  section?: 'data' | 'maps';
  /** Of a map that no longer fits: which field of which page, and whether the page in front is that marketplace's. */
  page?: { mapId: string; kind: PageKindName; field: string; inFront: boolean };
}

/** The page under the popup, and whether it can be taught. */
export interface TeachPage {
  /** Absent where the browser hides it. */
  host?: string;
  /** A map names it already: something is added to or put right in that map. */
  known: boolean;
  /** Why it cannot be taught now. */
  why?: LocalText;
}

export interface PopupModel {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  /** False until the stores have answered; the popup then shows its frame only. */
  ready: boolean;
  markets: MarketRow[];
  /** In the order of the queue (metrics.md §6). */
  waiting: WaitingBuyer[];
  /** The platforms' rows in force; absent: the shipped ones. */
  rows?: readonly PlatformRow[];
  /** How many buyers had the last word and do not wait any more, and how many conversations can be closed. */
  quiet?: { lastWords: number; closable: number };
  /** Do not disturb until then, epoch ms; absent where nothing would disturb. */
  pausedUntil?: number;
  today: TodayGroup[];
  /** Absent until the stores have answered. */
  shift?: ShiftView;
  /** What the shift that runs, or the one just ended, came to. */
  shiftSum?: ShiftSum;
  problems: ProblemLine[];
  /** Absent until the browser has told which page is in front. */
  teach?: TeachPage;
  /** The last attempt to teach failed, in one line. */
  teachFailed?: LocalText;
}

export interface PopupActions {
  /** Turning on may ask the browser for the hosts, which works only inside the click's own task. */
  setMarket(id: string, on: boolean): void;
  /** Asks for the host of the page in front, which works only inside the click's own task, then begins pointing. */
  teach(): void;
  openConversation(chat: ChatPlace): void;
  /** Do not disturb for a quarter of an hour, or no longer. */
  pause(on: boolean): void;
  shift?: ShiftActions;
  /** The phrase pad in its own window, for a chat outside the browser. */
  openPad(): void;
  /** `section` is an options section id. */
  openOptions(section?: string): void;
  /** The figures page, at a platform where one is given. */
  openFigures(platform?: string): void;
  /** Begins pointing at one field in the page in front. */
  pointAt(page: NonNullable<ProblemLine['page']>): void;
  /** This kind of page is not read on this marketplace until it is turned on again. */
  turnPageOff(page: NonNullable<ProblemLine['page']>): void;
}
