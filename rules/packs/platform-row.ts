import type { LocalText } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';

/** How well a row is founded (rules.md, tags): A official … C one page, X sources conflict, O our own choice. */
export type RowTag = 'A' | 'B' | 'C' | 'X' | 'O' | 'A/B' | 'B/X' | 'B/C' | 'C/B' | 'C/O' | 'B/O' | '–';

/** Half-open [from, to) in Shanghai wall clock, `HH:mm`; `24:00` is the end of the day (metrics.md §1.2). */
export interface WindowValue {
  from: string;
  to: string;
}

/** Seconds of waiting at which a view changes colour and the agent is told. */
export interface ReplyLimits {
  soft: number;
  warn: number;
  breach: number;
}

/** `first` stands for the first answer where the platform has a limit of its own for it. */
export interface LimitsValue extends ReplyLimits {
  first?: ReplyLimits;
}

/** Under which conditions separate orders may share a parcel (rules.md §2). */
export interface MergeValue {
  /** `receiver`: receiver, phone and address equal. `account`: these and the buyer account too. */
  same: 'receiver' | 'account';
  /** Separately paid orders only when the buyer agrees. */
  consent?: true;
  /** Orders at once. */
  most?: number;
  /** No cash on delivery, nothing virtual. */
  paidOnline?: true;
}

/** One step of a penalty: for orders up to `upTo` fen (the last step has none), a share or a fixed sum. */
export interface PenaltyBand {
  upTo?: number;
  /** Fen. */
  fixed?: number;
  /** Hundredths of a percent of what was received: 500 is 5 %. */
  basisPoints?: number;
  /** Fen. */
  least?: number;
  /** Fen. */
  most?: number;
}

export interface PenaltyValue {
  bands: readonly PenaltyBand[];
}

export type RowValue =
  | { kind: 'window'; window: WindowValue }
  | { kind: 'limits'; limits: LimitsValue }
  | { kind: 'seconds'; seconds: number }
  /** Ten-thousandths: 90 % is 9000 (metrics.md §7 counts in integers). */
  | { kind: 'share'; share: number }
  /** A whole number of what the platform counts, per day. */
  | { kind: 'count'; count: number }
  | { kind: 'hours'; hours: number; pickupHours?: number; numberHours?: number; longHours?: number[] }
  | { kind: 'warn-hours'; hours: number[] }
  | { kind: 'choice'; choice: string }
  /** Days `YYYY-MM-DD`. */
  | { kind: 'days'; days: string[] }
  | { kind: 'kinds'; kinds: ('human' | 'assist')[] }
  | ({ kind: 'merge' } & MergeValue)
  | ({ kind: 'penalty' } & PenaltyValue)
  | { kind: 'trail'; silentHours: number; standstillHours: number; redHours: number }
  /** The platform promises nothing we know of, or sources disagree: the user sets it (metrics.md §9). */
  | { kind: 'empty' };

/** One of the answers a row of kind `choice` takes, in words. */
export interface RowChoice {
  id: string;
  label: LocalText;
}

/** What another source says; `value` where it can be read as a value of the row. */
interface OtherValue {
  says: string;
  source: string;
  source_date?: string;
  value?: RowValue;
}

/** One row of the rule pack (rules.md §9). What the user sets wins and survives updates of the pack. */
export interface PlatformRow {
  id: string;
  /** `tmall` reads the rows of `taobao`; `weixin` has no marketplace page of ours, only its shipping row. */
  platform: Platform | 'all' | 'weixin';
  key: string;
  label: LocalText;
  value: RowValue;
  unit: 'clock' | 's' | 'h' | 'percent' | 'count' | 'day' | 'none';
  /** Of a row of kind `choice`. */
  choices?: readonly RowChoice[];
  tag: RowTag;
  source: string;
  /** `YYYY`, `YYYY-MM` or `undated`. */
  source_date: string;
  effective_from?: string;
  other_values: OtherValue[];
  note?: LocalText;
  user_value?: RowValue;
  user_note?: string;
  user_date?: string;
}
