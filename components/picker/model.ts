import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { OrderStatus } from '../../rules/orders/order.ts';
import type { Platform } from '../../rules/platform.ts';

export type PickerKind = 'orders' | 'chat' | 'reviews' | 'price' | 'refunds';

/** What the agent is asked to point at: a row of something, one of the two sides of a chat, or a field by its name. */
export type PickerAsk = 'row' | 'conversation' | 'buyerMessage' | 'agentMessage' | (string & {});

/** One thing of the guided list. */
export interface PickerField {
  name: string;
  required: boolean;
  /** `suggested` was found by us and does not count until the agent takes it. */
  state: 'empty' | 'suggested' | 'confirmed' | 'skipped' | 'pointing';
  confidence?: 'sure' | 'likely';
  /** What the engine reads in the first five rows; undefined where a row has none. */
  values: (string | undefined)[];
  seen: number;
  rows: number;
  /** What the locator holds on to, so that the agent can see how long it will last. */
  anchor?: 'attribute' | 'id' | 'class' | 'label' | 'prefix' | 'position';
  /** Other things the same element says, where it says more than one. */
  readings: string[];
  chosen: number;
}

export interface PickerStatus {
  word: string;
  rows: number;
  status?: OrderStatus;
}

/** Everything the picker's panel shows. */
export interface PickerModel {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  mode: 'teach' | 'repair';
  step: 'kind' | 'point' | 'row' | 'fields' | 'finish';
  kind?: PickerKind;
  ask?: PickerAsk;
  /** Whether what is asked for may be left out. */
  askOptional: boolean;
  /** The text under the pointer, shortened. */
  hover?: string;
  row?: { count: number; texts: string[]; level: number; levels: number; grouped: boolean };
  fields: PickerField[];
  /** Chat: messages whose side is told, out of all shown. */
  sides?: { told: number; of: number };
  statuses: PickerStatus[];
  name: string;
  platform: Platform;
  host: string;
  /** The marketplace this page is added to, where one is known for the host. */
  existing?: LocalText;
  priceMode: 'total' | 'line-delta' | 'line-total';
  problems: LocalText[];
  saving: boolean;
  place: { side: 'left' | 'right'; collapsed: boolean };
}

/** What the agent can do in the panel. */
export interface PickerActions {
  chooseKind(kind: PickerKind): void;
  widen(): void;
  narrow(): void;
  confirmRow(): void;
  /** Back to pointing at the row. */
  again(): void;
  skipAsk(): void;
  point(field: string): void;
  confirm(field: string): void;
  confirmAll(): void;
  skip(field: string): void;
  /** The pointer is on this field of the list: its place on the page is shown. */
  look(field: string): void;
  chooseReading(field: string, index: number): void;
  setStatus(word: string, status: OrderStatus | undefined): void;
  setName(name: string): void;
  setPlatform(platform: Platform): void;
  setPriceMode(mode: PickerModel['priceMode']): void;
  next(): void;
  back(): void;
  save(): void;
  close(): void;
  place(place: PickerModel['place']): void;
}
