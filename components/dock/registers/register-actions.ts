import type { LocalText } from '../../../rules/language/local-text.ts';
import type { Platform } from '../../../rules/platform.ts';
import type { EntryFacts, EntryStatus, RegisterEntry } from '../../../rules/registers/entry.ts';
import type { ChatBuyer } from '../../../rules/registers/of-buyer.ts';
import type { ReturnMatch } from '../../../rules/returns/match-return.ts';
import type { ReturnRules } from '../../../rules/returns/return-rules.ts';

/** What the registers say to the dock at this moment. */
export interface RegisterLook {
  /** Promised times that have passed, and those still to come today. */
  late: number;
  today: number;
  due: readonly RegisterEntry[];
  /** Open entries of the buyer whose chat is open. */
  ofBuyer: readonly RegisterEntry[];
}

/** One thing that was scanned or pasted at the return desk, with what was found then. */
export interface ScannedReturn {
  id: number;
  text: string;
  numbers: readonly string[];
  matches: readonly ReturnMatch[];
  entries: readonly RegisterEntry[];
  /** Keys of rows that were registered from here. */
  registered: readonly string[];
}

/** What the shop's desk works with. */
export interface ReturnDesk {
  rules: ReturnRules;
}

/** What views of the dock do with the registers; the desk carries it to the background. */
export interface RegisterActions {
  platform: Platform;
  /** Undefined where the background does not answer. */
  look(buyer: ChatBuyer | undefined): Promise<RegisterLook | undefined>;
  /** Tells when the registers changed. */
  watch(changed: () => void, signal: AbortSignal): void;
  /** A text says why not. */
  write(entry: EntryFacts, status?: EntryStatus): Promise<'written' | 'known' | LocalText>;
  /** A text says why not; undefined when it is done. */
  setStatus(id: string, status: EntryStatus): Promise<LocalText | undefined>;
  /** Entries whose parcel or order the text names. */
  ofNumber(text: string): Promise<readonly RegisterEntry[]>;
  /** The memo of an entry, as the shop writes it. */
  memo(entry: EntryFacts): string;
  /** The shop's habits at the return desk, now and when they change. */
  followReturns(changed: (desk: ReturnDesk) => void, signal: AbortSignal): void;
  /** What was scanned since the page was opened, the newest first. */
  scanned(): readonly ScannedReturn[];
  keepScanned(items: readonly ScannedReturn[]): void;
  showList(): void;
}
