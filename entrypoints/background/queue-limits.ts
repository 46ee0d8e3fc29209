import { type ReplyLimits, replyLimits } from '../../rules/packs/platform-rows.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Settings } from '../../storage/schemas/settings.ts';

/** The limits a waiting buyer is shown against: the agent's own where set, else the rule pack's (metrics.md §9). */
export const queueLimits =
  (settings: Pick<Settings, 'limits'>) =>
  (platform: Platform, first: boolean): ReplyLimits =>
    settings.limits[platform] ?? replyLimits(platform, first);
