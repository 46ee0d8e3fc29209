import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { TextEncoding } from '../../rules/phrases/files/encoding.ts';
import type { ColumnQuestion } from '../../rules/phrases/files/read-phrases.ts';
import type { ConflictChoice } from '../../rules/phrases/phrase-import.ts';
import type { TemplateProblem } from '../../rules/phrases/template.ts';
import type { Shift } from '../../rules/shift/shift.ts';
import type { WordingOfRows } from '../../rules/wording/check-rows.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import type { PageKindName } from '../../storage/health.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ShopPatch } from '../../storage/schemas/shop.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import type { CardsActions, CardsModel } from './cards/model.ts';
import type { CourierTablePreview, RegionNames, TableMode } from './couriers/model.ts';
import type { DecisionsActions, DecisionsModel } from './decisions/model.ts';
import type { EditablePhrase, PhraseDraft } from './library/editable-phrase.ts';
import type { LibraryActions, LibraryModel } from './library/model.ts';
import type { PricingActions, PricingModel } from './pricing/model.ts';
import type { RegistersActions, RegistersModel } from './registers/model.ts';
import type { RulesActions, RulesModel } from './rules/model.ts';
import type { ShiftsActions } from './shifts/model.ts';
import type { WordingActions } from './wording/model.ts';

export const sectionIds = [
  'agent',
  'limits',
  'rules',
  'phrases',
  'wording',
  'cards',
  'couriers',
  'orders',
  'pricing',
  'decisions',
  'registers',
  'appearance',
  'maps',
  'data',
] as const;
export type OptionsSectionId = (typeof sectionIds)[number];

/** The settings an agent edits here. */
export type OptionsSettings = Pick<
  Settings,
  | 'language'
  | 'theme'
  | 'agentNumber'
  | 'shopName'
  | 'attention'
  | 'retentionDays'
  | 'paletteKey'
  | 'triggers'
  | 'reminders'
  | 'shift'
>;

export type { EditablePhrase, PhraseDraft };

/** A site map with its evidence, where it works, and what it says. */
export interface MapRow {
  id: string;
  name: LocalText;
  level: 'high' | 'medium' | 'low' | 'user';
  seen: string;
  note?: string;
  hosts: string[];
  /** Those of the hosts the browser has granted. */
  granted: string[];
  state: 'off' | 'needs-permission' | 'on';
  /** `changed`: the agent's own in place of a built-in one. */
  origin: 'built-in' | 'changed' | 'own';
  document: SiteMap;
  /** The built-in map of the same id, to compare with and to go back to. */
  builtIn?: SiteMap;
  /** Whether the version before the last save is still there. */
  canRevert: boolean;
  /** Kinds of page the agent turned off. */
  pagesOff: PageKindName[];
  /** A map that is on and read before this one on all of its hosts, so that this one is never used. */
  shadowedBy?: LocalText;
  broken?: LocalText;
}

/** A map being edited; nothing of it is kept before it is saved. */
export interface MapDraft {
  /** Undefined for a map that is not kept yet. */
  editedId: string | undefined;
  name: LocalText;
  /** The document as text: the form edits the same. */
  text: string;
  /** The text it began with. */
  opened: string;
  /** Ids of the other maps. */
  takenIds: string[];
  /** What the background would not save at the last try. */
  refused: LocalText[];
  /** What is kept is no longer what the draft began with. */
  changedElsewhere: boolean;
}

/** Something that can be written to a file. */
export interface ExportRow {
  id: string;
  name: LocalText;
  /** What is in the file and who reads it. */
  note: LocalText;
}

/** What the reader found in a chosen file, before anything is changed. */
export interface ImportPreview {
  fileName: string;
  /** What kind of file it is, in words; absent when it was not recognised. */
  kind?: LocalText;
  /** One line per finding: how many new, changed, equal, left out. */
  lines: LocalText[];
  problems: LocalText[];
  /** False while nothing would change or a problem forbids it. */
  applicable: boolean;
  /** What the file was read as; the agent may choose another. Absent where a file has none to choose. */
  encoding?: TextEncoding;
  /** The columns could not be told for sure: the agent may say what they are. */
  columns?: ColumnQuestion;
  conflicts?: ImportConflicts;
  /** What the wording check says of the phrases in the file. */
  wording?: WordingOfRows;
  /** The first new phrases as they will look. */
  samples?: { head: string; text: string }[];
  /** The courier table in the file, beside the present one. */
  couriers?: CourierTablePreview;
}

/** Phrases the file says differently from the library; the choice is the agent's. */
export interface ImportConflicts {
  /** For all that have no choice of their own. */
  chosen: ConflictChoice;
  total: number;
  /** Whether the file says of any when it was changed. */
  dated?: boolean;
  /** The first of them, to compare. `row` is the file's. */
  rows: { row: number; title: string; present: string; incoming: string; choice: ConflictChoice }[];
}

/** A file being read or put in place; `done` from 0 to 1. */
export interface ImportProgress {
  fileName: string;
  done: number;
  canStop: boolean;
}

/** What an export would spoil, asked before it is written. */
export interface ExportQuestion {
  intro: LocalText;
  rows: LocalText[];
}
export type ExportAnswer = 'as-it-is' | 'drop-characters' | 'leave-out' | 'cancel';

/** A store that could not be read and was set aside whole. */
export interface AsideRow {
  id: string;
  name: LocalText;
  problem: LocalText;
  /** Epoch ms. */
  at: number;
}

/** The outcome of the last action, shown as a toast; `undo` offers to take it back. */
export interface OptionsNotice {
  id: string;
  level: 'info' | 'warn' | 'stop';
  text: LocalText;
  undo?: boolean;
}

/** What came of trying out a notification or a sound. */
export interface TriedAttention {
  what: 'notice' | 'warn' | 'breach';
  done: boolean;
}

export interface OptionsModel {
  language: Language;
  ready: boolean;
  section: OptionsSectionId;
  settings: OptionsSettings;
  phrases: EditablePhrase[];
  /** In the agent's order. */
  categories: string[];
  library: LibraryModel;
  cards: CardsModel;
  pricing: PricingModel;
  decisions: DecisionsModel;
  registers: RegistersModel;
  /** Oldest first. */
  shifts?: readonly Shift[];
  rules: RulesModel;
  shop: ShopPack;
  maps: MapRow[];
  draft?: MapDraft;
  exports: ExportRow[];
  preview?: ImportPreview;
  reading?: ImportProgress;
  exportQuestion?: ExportQuestion;
  aside: AsideRow[];
  notice?: OptionsNotice;
  tried?: TriedAttention;
}

export interface OptionsActions {
  showSection(id: OptionsSectionId): void;
  /** The figures page. */
  openFigures?(): void;
  /** Called at each valid change: it takes effect in open pages at once. */
  saveSettings(patch: Partial<OptionsSettings>): void;
  /** Do not disturb for a quarter of an hour, or no longer. */
  pauseAttention(on: boolean): void;
  /** Shows a notification or sounds a tone as it will be; what comes of it is in `tried`. */
  tryAttention(what: TriedAttention['what']): void;
  savePhrase(draft: PhraseDraft): void;
  deletePhrase(id: string): void;
  /** Puts the phrase before `before`, at the end of its category without one. */
  movePhrase(id: string, before: string | undefined): void;
  moveCategory(name: string, before: string | undefined): void;
  library: LibraryActions;
  cards: CardsActions;
  pricing: PricingActions;
  decisions: DecisionsActions;
  registers: RegistersActions;
  shifts?: ShiftsActions;
  rules: RulesActions;
  wording: WordingActions;
  /** Ids in order of relevance. */
  searchPhrases(query: string): string[];
  /** What is wrong with a template's variables; empty when all is well. @param id of the phrase it is written for */
  checkTemplate(text: string, id?: string): TemplateProblem[];
  saveShop(patch: ShopPatch): void;
  /** @param said what was done, told with an offer to take it back */
  saveCouriers(table: CourierTable, said?: LocalText): void;
  /** Absent until the division lists are loaded. */
  regions?: RegionNames;
  /** Writes to the system clipboard on the agent's own click; false where the browser refused. */
  copyText?(text: string): Promise<boolean>;
  setMap(id: string, on: boolean): void;
  editMap(id: string): void;
  duplicateMap(id: string): void;
  newMap(): void;
  changeDraft(text: string): void;
  /** Sends the draft to be checked and kept; what is refused comes back in the draft. */
  saveDraft(): void;
  closeDraft(): void;
  /** Removes the agent's own map: the built-in one of its id applies again, else the host's permission is given back. */
  removeMap(id: string): void;
  revertMap(id: string): void;
  exportMap(id: string): void;
  /** Asks the browser for hosts, which works only inside the click's own task. */
  grantHosts(hosts: readonly string[]): void;
  /** Turns one kind of page of a map on or off. */
  setPage(mapId: string, kind: PageKindName, on: boolean): void;
  exportFile(id: string): void;
  answerExport(answer: ExportAnswer): void;
  readImport(file: File): void;
  /** Reads the chosen file again in this encoding. */
  chooseEncoding(encoding: TextEncoding): void;
  /** Reads the chosen table again with these columns. */
  chooseColumns(columns: ColumnQuestion['columns'], headRows: number): void;
  /** For all conflicts, or for the one of a row. */
  chooseConflicts(choice: ConflictChoice, row?: number): void;
  /** What becomes of the present courier rules when the chosen table is put in place. */
  chooseTableMode?(mode: TableMode): void;
  applyImport(): void;
  cancelImport(): void;
  downloadAside(id: string): void;
  restoreAside(id: string): void;
  discardAside(id: string): void;
  /** `figures`: the ledger only; `everything`: all stores. Asked twice by the view. */
  erase(what: 'figures' | 'everything'): void;
  undo(): void;
  dismissNotice(): void;
}

/** What every section gets. */
export interface SectionProps {
  model: OptionsModel;
  actions: OptionsActions;
}
