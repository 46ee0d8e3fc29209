import { type LocalText, say } from '../../rules/language/local-text.ts';
import { cardsStore } from '../cards.ts';
import { decisionsStore } from '../decisions.ts';
import { holidaysStore } from '../holidays.ts';
import { libraryStore } from '../library.ts';
import { userMapsStore } from '../maps.ts';
import { phraseUsesStore } from '../phrase-uses.ts';
import { platformRulesStore } from '../platform-rules.ts';
import { type Backup, backupSchema } from '../schemas/backup.ts';
import { settingsStore } from '../settings.ts';
import { shopStore } from '../shop.ts';
import { interpret, legible, type StoreDefinition } from '../store.ts';
import { issueTexts } from './courier-file.ts';

/** Stores a backup holds: what the agent made. Buyers' data (ledger, queue) is not in it. */
export const backedUpStores = [
  settingsStore,
  libraryStore,
  phraseUsesStore,
  shopStore,
  platformRulesStore,
  userMapsStore,
  cardsStore,
  holidaysStore,
  decisionsStore,
] as const;
export const backedUpKeys: readonly string[] = backedUpStores.map((store) => store.key);

/** A copy of the raw stores as a document; also kept before every import. */
export const makeBackup = (
  raw: Record<string, unknown>,
  now: number,
  images: ReadonlyMap<string, string> = new Map(),
): Backup => ({
  format: 'shoubian.backup',
  version: 1,
  id: `backup-${now}`,
  createdAt: now,
  updatedAt: now,
  deletedAt: null,
  stores: Object.fromEntries(backedUpKeys.filter((key) => key in raw).map((key) => [key, legible(raw[key])])),
  ...(images.size > 0 && { images: Object.fromEntries(images) }),
});

/** Reads a backup; every store in it must be readable by this program, else nothing of it is taken. */
export function readBackup(
  json: unknown,
  now: number,
): { ok: true; backup: Backup } | { ok: false; errors: LocalText[] } {
  const parsed = backupSchema.safeParse(json);
  if (!parsed.success) return { ok: false, errors: issueTexts(parsed.error.issues) };
  const errors: LocalText[] = [];
  for (const store of backedUpStores) {
    const raw = parsed.data.stores[store.key];
    if (raw === undefined) continue;
    const result = interpret(store as StoreDefinition<unknown>, raw, now);
    if (result.state === 'bad') {
      errors.push(
        say(
          `备份里的「${store.key}」读不了：${result.detail}`,
          `"${store.key}" in the backup cannot be read: ${result.detail}`,
        ),
      );
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, backup: parsed.data };
}
