import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { Platform } from '../../rules/platform.ts';
import type { CourierTable } from '../../rules/zones/table.ts';
import type { Settings } from '../../storage/schemas/settings.ts';

export const sectionIds = ['agent', 'limits', 'phrases', 'couriers', 'appearance', 'maps', 'data'] as const;
export type OptionsSectionId = (typeof sectionIds)[number];

/** The settings an agent edits here. */
export type OptionsSettings = Pick<
  Settings,
  'language' | 'theme' | 'agentNumber' | 'shopName' | 'limits' | 'attention' | 'retentionDays' | 'paletteKey'
>;

export type Limits = Settings['limits'][string];

/** What the rule pack says for one platform (metrics.md §9); the agent's own limits stand beside it, never hidden. */
export interface PackLimits {
  platform: Platform;
  limits: Limits;
  /** Where the pack's values come from, for the hint. */
  source?: LocalText;
}

/** A phrase as the editor sees it. */
export interface EditablePhrase {
  id: string;
  title: string;
  text: string;
  code?: string;
  category: string;
  uses: number;
}

/** What the editor hands back; without an id it is a new phrase. */
export interface PhraseDraft {
  id?: string;
  title: string;
  text: string;
  code?: string;
  category: string;
}

/** A site map with its evidence and whether it is used. */
export interface MapRow {
  id: string;
  name: LocalText;
  level: 'high' | 'medium' | 'low' | 'user';
  seen: string;
  note?: string;
  hosts: string[];
  /** Page kinds it reads, in words. */
  pages: LocalText[];
  state: 'off' | 'needs-permission' | 'on';
  broken?: LocalText;
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
}

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

export interface OptionsModel {
  language: Language;
  ready: boolean;
  section: OptionsSectionId;
  settings: OptionsSettings;
  packLimits: PackLimits[];
  phrases: EditablePhrase[];
  /** In the agent's order. */
  categories: string[];
  shop: ShopPack;
  maps: MapRow[];
  exports: ExportRow[];
  preview?: ImportPreview;
  aside: AsideRow[];
  notice?: OptionsNotice;
}

export interface OptionsActions {
  showSection(id: OptionsSectionId): void;
  /** Called at each valid change: it takes effect in open pages at once. */
  saveSettings(patch: Partial<OptionsSettings>): void;
  savePhrase(draft: PhraseDraft): void;
  deletePhrase(id: string): void;
  /** Puts the phrase before `before`, at the end of its category without one. */
  movePhrase(id: string, before: string | undefined): void;
  moveCategory(name: string, before: string | undefined): void;
  /** Ids in order of relevance. */
  searchPhrases(query: string): string[];
  /** What is wrong with a template's variables; empty when all is well. */
  checkTemplate(text: string): LocalText[];
  saveShop(patch: Partial<ShopPack>): void;
  saveCouriers(table: CourierTable): void;
  /** Region names no division table knows; absent where the table is not loaded. */
  unknownRegions?(names: string[]): string[];
  setMap(id: string, on: boolean): void;
  exportFile(id: string): void;
  readImport(file: File): void;
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
