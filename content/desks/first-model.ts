import type { DockModel } from '../../components/dock/model.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { shownLanguage } from '../../storage/settings.ts';

/** What the dock shows before anything of the page was read. */
export function firstModel(
  { settings }: Pick<KeptState, 'settings'>,
  map: SiteMap,
  hostname: string,
  browserLanguage: string,
): DockModel {
  return {
    language: shownLanguage(settings.language, browserLanguage),
    theme: settings.theme,
    place: settings.docks[hostname] ?? { collapsed: false, top: 0.2 },
    page: {
      mapName: map.name,
      level: map.evidence.level,
      seen: map.evidence.seen,
      ...(map.evidence.note !== undefined && { note: map.evidence.note }),
    },
    orphaned: false,
    health: [],
    hasEditor: false,
    waiting: [],
    phrases: [],
    categories: [],
  };
}
