import { type LocalText, say } from '../../rules/language/local-text.ts';
import { userMapsStore } from '../maps.ts';
import type { Backup } from '../schemas/backup.ts';
import { explainDangers } from '../schemas/site-map-check.ts';
import { envelope, interpret } from '../store.ts';

/**
 * The backup with the maps in it checked like any map that comes in: one that could harm a page is left out and
 * named, the rest of the backup counts. Two maps in use under one id are refused: which one is meant cannot be told.
 */
export function backedUpMaps(
  backup: Backup,
  now: number,
): { ok: true; backup: Backup; problems: LocalText[] } | { ok: false; errors: LocalText[] } {
  const raw = backup.stores[userMapsStore.key];
  if (raw === undefined) return { ok: true, backup, problems: [] };
  const { value } = interpret(userMapsStore, raw, now);
  const ids = value.maps.filter((one) => one.deletedAt === null).map((one) => one.map.id);
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  if (twice.length > 0) {
    return {
      ok: false,
      errors: twice.map((id) =>
        say(
          `备份里有两份编号都是 ${id} 的页面地图，分不清该用哪一份。`,
          `The backup has two site maps with the id ${id}; which one is meant cannot be told.`,
        ),
      ),
    };
  }
  const problems: LocalText[] = [];
  const maps = value.maps.flatMap((one) => {
    const faults = explainDangers(one.map);
    const [fault] = faults;
    if (fault) {
      problems.push(
        say(
          `页面地图 ${one.map.id} 没有放进来。${fault['zh-CN']}`,
          `The site map ${one.map.id} is left out. ${fault.en}`,
        ),
      );
      return [];
    }
    if (one.before === undefined || explainDangers(one.before).length === 0) return [one];
    const { before: _, ...kept } = one;
    return [kept];
  });
  if (maps.every((one, i) => one === value.maps[i]) && problems.length === 0) {
    return { ok: true, backup, problems };
  }
  const stores = { ...backup.stores, [userMapsStore.key]: envelope(userMapsStore, { ...value, maps }) };
  return { ok: true, backup: { ...backup, stores }, problems };
}
