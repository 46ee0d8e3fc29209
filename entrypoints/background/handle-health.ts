import { addView, type FieldCount, type FieldHistory } from '../../rules/health/index.ts';
import { noteView, reportHealth, setPageOff } from '../../storage/contracts/health.ts';
import type { FieldHistoryRecord } from '../../storage/field-history.ts';
import type { HealthRecord, PageKindName } from '../../storage/health.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { Stores } from './stores.ts';

/** Versions of one entry kept side by side: a map may have an entry for the old and for the new layout. */
const VERSIONS_KEPT = 3;
/** Entries kept in all; the ones not seen for longest go first. */
const ENTRIES_KEPT = 24;

interface View {
  mapId: string;
  kind: PageKindName;
  version: string;
  counts: readonly FieldCount[];
}

/** The kept counts with one more page of one entry. */
function withView(record: FieldHistoryRecord, view: View, at: number): FieldHistoryRecord {
  const { mapId, kind, version } = view;
  const isSame = (one: FieldHistoryRecord['entries'][number]): boolean =>
    one.mapId === mapId && one.kind === kind && one.version === version;
  const known = record.entries.find(isSame);
  const entry = {
    id: `${mapId} ${kind} ${version}`,
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    mapId,
    kind,
    version,
    fields: addView(
      (known?.fields ?? {}) as FieldHistory,
      view.counts,
    ) as FieldHistoryRecord['entries'][number]['fields'],
  };
  const versions = record.entries.filter((one) => one.mapId === mapId && one.kind === kind && !isSame(one));
  const others = record.entries.filter((one) => one.mapId !== mapId || one.kind !== kind);
  return {
    ...record,
    updatedAt: at,
    entries: [entry, ...versions.slice(0, VERSIONS_KEPT - 1), ...others].slice(0, ENTRIES_KEPT),
  };
}

type Told = Required<Pick<HealthRecord['pages'][number], 'broken' | 'gone'>>;

/** What was last said of one map, with the word on these kinds of page replaced. */
function withHealth(
  record: HealthRecord,
  mapId: string,
  kinds: readonly PageKindName[],
  told: Told,
  at: number,
): HealthRecord {
  const before = record.pages.find((page) => page.id === mapId);
  const isOther = ({ kind }: { kind: PageKindName }): boolean => !kinds.includes(kind);
  const broken = [...(before?.broken ?? []).filter(isOther), ...told.broken];
  const gone = [...(before?.gone ?? []).filter(isOther), ...told.gone];
  const rest = record.pages.filter((page) => page.id !== mapId);
  if (broken.length + gone.length === 0) return { ...record, updatedAt: at, pages: rest };
  const page = {
    id: mapId,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    broken,
    gone,
  };
  return { ...record, updatedAt: at, pages: [...rest, page] };
}

/** What desks say of the pages they read: broken maps, counts per field, pages the agent turned off. */
export function handleHealth(server: RequestServer, stores: Stores, now: () => number): void {
  server.handle(reportHealth, async ({ mapId, kinds, broken, gone = [] }) => {
    await stores.health.update((record) => withHealth(record, mapId, kinds, { broken, gone }, now()));
    return {};
  });

  server.handle(noteView, async (view) => {
    await stores.fields.update((record) => withView(record, view, now()));
    return {};
  });

  server.handle(setPageOff, async ({ mapId, kind, off }) => {
    await stores.settings.update((settings) => {
      const rest = (settings.pagesOff[mapId] ?? []).filter((one) => one !== kind);
      const kinds = off ? [...rest, kind] : rest;
      const { [mapId]: _, ...others } = settings.pagesOff;
      return {
        ...settings,
        pagesOff: kinds.length > 0 ? { ...others, [mapId]: kinds } : others,
        updatedAt: now(),
      };
    });
    // Nothing is said of a page that is not read any more.
    if (off) {
      await stores.health.update((record) =>
        withHealth(record, mapId, [kind], { broken: [], gone: [] }, now()),
      );
    }
    return {};
  });
}
