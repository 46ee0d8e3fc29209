import type { FigureReport } from '../../rules/figures/figure-report.ts';
import type { MissLine } from '../../rules/figures/miss-line.ts';
import type { NamedRange } from '../../rules/figures/ranges.ts';
import type { Language } from '../../rules/language/local-text.ts';
import type { Figure } from '../../rules/metrics/figure.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Shift } from '../../rules/shift/shift.ts';

export type RangeName = NamedRange | 'own' | 'shift';

/** A platform that has messages, with its shops and the days they lie between (`YYYY-MM-DD`). */
export interface FiguresPlace {
  platform: Platform;
  shops: { id: string; name: string }[];
  first: string;
  last: string;
}

/** What the agent chose to look at. */
export interface FiguresChoice {
  platform: Platform;
  shop?: string;
  agent?: string;
  range: RangeName;
  /** Id of the shift, of the range `shift`; shops are not told apart in it. */
  shift?: string;
  /** Shanghai days, both included; of a shift the days it lies in. */
  from: string;
  to: string;
}

/** What figures are held against; an absent goal draws no line. */
export interface FigureGoals {
  /** Seconds after which an answer is a miss: the ordinary ones, and the first where the platform has its own. */
  limit: number;
  firstLimit?: number;
  /** Seconds: means the platform's rows ask for, of every wait and of the first reply. */
  mean?: number;
  first?: number;
  /** Seconds: the shop's own goals beside them, a mean of the day and of a month, and of the first reply. */
  own?: { dayMean: number; monthMean: number; first: number };
  /** Target of the platform's rate, ten-thousandths. */
  share?: number;
}

/** What a shift came to on one platform: its span is no row of whole days, so nothing of it goes by days or hours. */
export interface ShiftFigures {
  shift: Shift;
  platform: Platform;
  /** Only this account's. */
  agent?: string;
  /** None where nothing was counted. */
  figures: Figure[];
  /** Epoch ms. */
  asOf: number;
}

export interface FiguresModel {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  /** `loading`: nothing is known yet · `failed`: the background does not answer. */
  state: 'loading' | 'ready' | 'failed';
  /** Empty when no message was ever read. */
  places: FiguresPlace[];
  /** Absent while there is nothing to choose. */
  choice?: FiguresChoice;
  /** The present Shanghai day. */
  today: string;
  /** Days worked out so far of those asked for, while there are some to come. */
  progress?: { done: number; of: number };
  /** Absent until the first has come. A former one stays while the next is worked out. */
  report?: FigureReport;
  /** Shifts that can be looked at, the last one first. */
  shifts: readonly Shift[];
  /** Of the range `shift`, instead of a report; absent until it has come. */
  shiftFigures?: ShiftFigures;
  goals: FigureGoals;
  /** Accounts that can be chosen. */
  agents: string[];
  /** platform|shop|buyer → name as the page showed it; only of the last days. */
  nicks: Readonly<Record<string, string>>;
  /** "已计 D, 失误 F, 现在还可失误 K" in words (metrics.md §7), of today; with a month of days also of that. */
  missLines?: readonly MissLine[];
}

export interface FiguresActions {
  choosePlatform(platform: Platform): void;
  /** undefined: every shop. */
  chooseShop(shop: string | undefined): void;
  /** undefined: every account. */
  chooseAgent(agent: string | undefined): void;
  chooseRange(range: NamedRange): void;
  chooseShift(id: string): void;
  /** Days that make a range (rules/figures/ranges.ts). */
  chooseDays(from: string, to: string): void;
  /** Asks the background once more. */
  again(): void;
  copy(text: string): void;
  print(): void;
  openOptions(section?: string): void;
  /** The figures as a file; absent where there is none to give. */
  exportFigures?(kind: 'xlsx' | 'csv'): void;
}
