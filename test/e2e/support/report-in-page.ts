import type { PageFact, PageReading } from '../../../content/site-map/facts.ts';
import { isOwnNode } from '../../../content/site-map/own-nodes.ts';
import { writeReport } from '../../../content/site-map/report/write-report.ts';
import { watchPage } from '../../../content/site-map/watch-page.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { matchesAny } from '../../../rules/hosts/match-pattern.ts';
import type { PageEntry, SiteMap } from '../../../storage/schemas/site-map.ts';

/** What the map still finds: everything; its rows but nothing in them; nothing at all. */
export type Sight = 'sees' | 'rows' | 'blind';

export interface WrittenReport {
  kind: string;
  field: string;
  sight: Sight;
  isOwnMap: boolean;
  text: string;
  /** Classes by which the map reads every row: whoever repairs it must find them. */
  needed: string[];
}

const nowhere = '.gone-since-the-redesign';
const places = new Set(['kind', 'when', 'frames', 'evidence', 'group', 'mode', 'statuses', 'ratings']);

/** The entry as it stands after a redesign: its locators find nothing, or only its rows are still found. */
function after(entry: PageEntry, sight: Sight): PageEntry {
  if (sight === 'sees') return entry;
  const lose = (value: unknown, name: string): unknown => {
    if (places.has(name)) return value;
    if (sight === 'rows' && (name === 'root' || name === 'item')) return value;
    const isLocator =
      typeof value === 'string' || Array.isArray(value) || 'css' in Object(value) || 'label' in Object(value);
    if (isLocator || typeof value !== 'object' || value === null) return nowhere;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lose(inner, key)]));
  };
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, lose(value, key)]),
  ) as PageEntry;
}

const nothing = (kind: PageReading['kind']): PageFact =>
  (kind === 'chat'
    ? { kind, conversations: [], messages: [], orders: [] }
    : { kind, rows: [] }) as unknown as PageFact;

/** Classes in the entry's selectors that stand in every row now. */
function neededOf({ entry, fact }: PageReading): string[] {
  const rows = 'rows' in fact ? fact.rows.map(({ element }) => element).slice(0, 50) : [];
  const classes = [...new Set(JSON.stringify(entry).match(/\.[A-Za-z][\w-]*/g) ?? [])];
  return rows.length === 0
    ? []
    : classes.filter((css) => rows.every((row) => row.querySelector(css) !== null));
}

/** Reports on every field of every page that is read here, by a map that sees, half sees and sees nothing. */
export function startReports(now: () => number): () => WrittenReport[] {
  let newest: readonly PageReading[] = [];
  const maps = builtInMaps().filter((map) => matchesAny(location.href, map.hosts));
  watchPage({
    maps,
    document,
    now,
    signal: new AbortController().signal,
    isOurs: isOwnNode,
    topFrame: window === window.top,
    onReadings: (readings) => {
      newest = readings;
    },
  });
  const one = (reading: PageReading, field: string, sight: Sight, isOwnMap: boolean): WrittenReport => {
    const entry = after(reading.entry, sight);
    const map = maps.find(({ id }) => id === reading.mapId) as SiteMap;
    const text = writeReport({
      document,
      map: { ...map, pages: map.pages.map((page) => (page === reading.entry ? entry : page)) },
      reading: { ...reading, entry, ...(sight !== 'sees' && { fact: nothing(reading.kind) }) },
      field,
      gone: [],
      builtIn: builtInMaps(),
      product: '0.0.0',
      isOwnMap,
    });
    const needed = sight === 'sees' && reading.kind !== 'chat' ? neededOf(reading) : [];
    return { kind: reading.kind, field, sight, isOwnMap, text, needed };
  };
  return () =>
    newest.flatMap((reading) => {
      const fields = ['root', 'item', ...Object.keys(reading.health.fields)];
      const few = ['root', 'item', fields.at(2) ?? 'root', fields.at(-1) ?? 'root'];
      return [
        ...fields.slice(0, 8).map((field) => one(reading, field, 'sees', false)),
        ...few.map((field) => one(reading, field, 'sees', true)),
        ...few.map((field) => one(reading, field, 'rows', false)),
        ...few.map((field) => one(reading, field, 'blind', false)),
      ];
    });
}
