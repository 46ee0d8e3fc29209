import type { MapDraft } from '../../components/options/model.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';

/** A draft as the options page holds it: kept while the agent looks at other sections. */
export interface OpenDraft {
  /** Absent for a map that is not kept yet. */
  editedId?: string;
  name: LocalText;
  text: string;
  /** The text it began with. */
  opened: string;
  /** What the background would not save. */
  refused: LocalText[];
}

/** How a map is written in files and in the editor. */
export const printMap = (map: unknown): string => `${JSON.stringify(map, null, 2)}\n`;

const found = (state: KeptState, id: string): SiteMap | undefined =>
  effectiveMaps(state.maps).find((map) => map.id === id);

export function draftOf(state: KeptState, id: string): OpenDraft | undefined {
  const map = found(state, id);
  if (!map) return undefined;
  const text = printMap(map);
  return { editedId: id, name: map.name, text, opened: text, refused: [] };
}

/** An id no map has: `jd-2`, `jd-3` … */
function freeId(state: KeptState, base: string): string {
  const taken = new Set(effectiveMaps(state.maps).map((map) => map.id));
  let n = 2;
  while (taken.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}

/** A copy to be changed and kept beside the map it came from. */
export function copyOf(state: KeptState, id: string): OpenDraft | undefined {
  const map = found(state, id);
  if (!map) return undefined;
  const name = say(`${map.name['zh-CN']}（副本）`, `${map.name.en} (copy)`);
  const text = printMap({ ...map, id: freeId(state, id.replace(/-\d+$/, '')), name });
  return { name, text, opened: text, refused: [] };
}

/** A map with nothing in it but what every map must say. */
export function newDraft(now: number): OpenDraft {
  const text = printMap({
    format: 'shoubian.site-map',
    version: 1,
    id: '',
    name: { 'zh-CN': '', en: '' },
    platform: 'other',
    hosts: ['https://'],
    evidence: { level: 'user', seen: shanghaiDay(now) },
    pages: [{ kind: 'orders', item: '', fields: { orderId: '' } }],
  });
  return { name: say('新地图', 'New map'), text, opened: text, refused: [] };
}

/** The draft as the editor shows it, against what is kept now. */
export function shownDraft(draft: OpenDraft, state: KeptState): MapDraft {
  const ids = effectiveMaps(state.maps).map((map) => map.id);
  const kept = draft.editedId === undefined ? undefined : found(state, draft.editedId);
  return {
    editedId: draft.editedId,
    name: draft.name,
    text: draft.text,
    opened: draft.opened,
    takenIds: ids.filter((id) => id !== draft.editedId),
    refused: draft.refused,
    changedElsewhere: draft.editedId !== undefined && (!kept || printMap(kept) !== draft.opened),
  };
}
