import * as z from 'zod/mini';
import { type Platform, platforms } from '../rules/platform.ts';
import type { WindowSizes } from '../rules/windows/window-place.ts';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

/** The phrase pad's window: tall and slim, to stand beside another program's chat. */
export const padSizes: WindowSizes = { width: 380, height: 640, leastWidth: 300, leastHeight: 320 };

const coordinate = z.int().check(z.minimum(-100_000), z.maximum(100_000));
const length = z.int().check(z.minimum(100), z.maximum(20_000));

export const windowPlaceSchema = z.object({
  left: coordinate,
  top: coordinate,
  width: length,
  height: length,
});

/** Marketplaces one press away in the pad. */
export const padPlatformsShown = 4;

/** What the phrase pad remembers. No buyer: who got which text lies with the conversations. */
const padSchema = z.object({
  ...recordFields,
  /** Absent until the agent has moved or sized the window. */
  place: z.exactOptional(windowPlaceSchema),
  /** The marketplace whose chat is answered. */
  platform: z.enum(platforms),
  /** The marketplaces answered lately, the latest first. */
  recent: z.array(z.enum(platforms)).check(z.maxLength(padPlatformsShown)),
});
export type PadRecord = z.infer<typeof padSchema>;

export const padStore: StoreDefinition<PadRecord> = {
  key: 'pad',
  version: 1,
  schema: padSchema,
  migrations: {},
  // The two marketplaces whose sellers chat in a program of its own (issue "Phrases", 8).
  defaults: (now) => ({
    id: 'pad',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    platform: 'taobao',
    recent: ['taobao', 'xiaohongshu'],
  }),
};

/** The lately answered marketplaces when this one is answered now. */
export const recentPlatforms = (recent: readonly Platform[], platform: Platform): Platform[] =>
  recent.includes(platform) ? [...recent] : [platform, ...recent].slice(0, padPlatformsShown);
