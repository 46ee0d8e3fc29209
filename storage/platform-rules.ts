import { type PlatformRules, platformRulesSchema } from './schemas/platform-rules.ts';
import type { StoreDefinition } from './store.ts';

/** What the user put in the place of platforms' rows (rules.md §9). The rows themselves ship with the program. */
export const platformRulesStore: StoreDefinition<PlatformRules> = {
  key: 'rules',
  version: 1,
  schema: platformRulesSchema,
  migrations: {},
  defaults: (now) => ({ id: 'rules', createdAt: now, updatedAt: now, deletedAt: null, rows: {} }),
};
