import type { Language } from '../rules/language/local-text.ts';
import type { PageKindName } from './health.ts';
import {
  type Settings,
  settingsSchema,
  usualAttention,
  usualShiftRule,
  usualTriggers,
} from './schemas/settings.ts';
import type { StoreDefinition } from './store.ts';

export const settingsStore: StoreDefinition<Settings> = {
  key: 'settings',
  version: 1,
  schema: settingsSchema,
  migrations: {},
  defaults: (now) => ({
    id: 'settings',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    language: 'auto',
    theme: 'auto',
    agentNumber: '',
    shopName: '',
    shopId: 'shop-1',
    markets: {},
    attention: usualAttention,
    docks: {},
    pagesOff: {},
    triggers: usualTriggers,
    reminders: { returns: false, promises: false },
    shift: usualShiftRule,
    retentionDays: 90,
    paletteKey: 'Alt+Q',
  }),
};

/** Until when nothing disturbs (epoch ms, gone by when it does); undefined where nothing would anyway. */
export const pauseShown = ({ notify, sound, pausedUntil }: Settings['attention']): number | undefined =>
  notify === 'off' && sound === 'off' ? undefined : pausedUntil;

/** A market is on unless the agent turned it off; without the host's permission being on has no effect. */
export const isMarketOn = (settings: Settings, mapId: string): boolean =>
  settings.markets[mapId]?.enabled ?? true;

/** The kinds of page the agent turned off on one marketplace. */
export const pagesOffOf = (settings: Settings, mapId: string): readonly PageKindName[] =>
  settings.pagesOff[mapId] ?? [];

/** Marketplaces whose own editor may answer to a slash; not seen with a merchant account yet, so they keep it. */
const ownSlash: readonly string[] = ['pdd', 'doudian', '1688', 'taobao'];

/**
 * Whether a slash opens the palette on a marketplace: the agent's choice, else only in plain text boxes of a site that
 * is not known to use the slash itself.
 */
export const slashOpens = (
  settings: Pick<Settings, 'triggers'>,
  mapId: string,
  plainTextBox: boolean,
): boolean => settings.triggers.slash[mapId] ?? (plainTextBox && !ownSlash.includes(mapId));

/** The language shown: the agent's choice, else Chinese for a Chinese browser and English for any other. */
export const shownLanguage = (choice: Settings['language'], browserLanguage: string): Language =>
  choice === 'auto' ? (browserLanguage.startsWith('zh') ? 'zh-CN' : 'en') : choice;
