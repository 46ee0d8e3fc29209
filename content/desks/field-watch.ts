import { type FieldCount, type FieldHistory, judgePage } from '../../rules/health/index.ts';
import type { FieldHistoryRecord } from '../../storage/field-history.ts';
import { entryVersion } from '../site-map/entry-version.ts';
import type { Breakage, PageFact, PageKind, PageReading } from '../site-map/facts.ts';
import { countFields, groupedBy } from '../site-map/field-counts.ts';
import { createPatience, type Patience } from '../site-map/health.ts';
import { createTaskTimer, type SetTimer } from '../site-map/task-timer.ts';

/** A page's rows may come before what stands in them: counts must have stood still this long to count as a view. */
const SETTLED_MS = 2_000;
/** A chat under a stream of messages never stands still; after this long it was looked at, too. */
const LONGEST_MS = 10_000;
/** A field must be missing for this long before it is said. */
const GONE_MS = 3_000;
/** Counting is not done more often than this: a chat may change twenty times a second. */
const LOOK_GAP_MS = 500;
/** The same address shows other rows after a filter or a new message; that often at most they count as another page. */
const NEXT_VIEW_MS = 5 * 60_000;

/** A field that was read on the pages before. `none`: on no row now; `some`: on clearly fewer. */
export interface GoneField extends Breakage {
  what: 'none' | 'some';
}

export interface FieldView {
  mapId: string;
  kind: PageKind;
  version: string;
  counts: FieldCount[];
}

/** Compares what a page yields with what it used to yield, and has each page counted once. */
export interface FieldWatch {
  read(readings: readonly PageReading[]): void;
  /** What is gone on the page as it stands, in the order of the map's fields. */
  gone(): readonly GoneField[];
}

interface Watched {
  key: string;
  version: string;
  history: FieldHistory;
  since: number;
  changedAt: number;
  counted: string;
  isNoted: boolean;
  patience: Patience;
  gone: GoneField[];
}

/** Without these the rows are worth nothing, so that a share that falls is said of them alone. */
const required: Partial<Record<PageKind, string>> = { orders: 'orderId', reviews: 'text' };

/** What the page shows: other rows at the same address are another page. */
function shownOf(fact: PageFact): string {
  switch (fact.kind) {
    case 'chat':
      return fact.conversationKey ?? '';
    case 'orders':
      return fact.rows[0]?.order.key ?? '';
    case 'reviews':
    case 'refunds':
      return fact.rows[0]?.key ?? '';
    case 'price':
      return fact.orderId ?? '';
  }
}

export function createFieldWatch(options: {
  /** pathname + search + hash. */
  path(): string;
  now(): number;
  signal: AbortSignal;
  history(): FieldHistoryRecord;
  /** One page was looked at. */
  note(view: FieldView): void;
  /** `gone()` says something else than before. */
  changed(): void;
  setTimer?: SetTimer;
}): FieldWatch {
  const { now, signal } = options;
  const setTimer = options.setTimer ?? createTaskTimer(signal);
  const watched = new Map<PageKind, Watched>();
  const lastNoted = new Map<PageKind, { path: string; at: number }>();
  let readings: readonly PageReading[] = [];
  let timer: { at: number; cancel(): void } | undefined;
  let said = '[]';

  const begin = (reading: PageReading, key: string, version: string): Watched => {
    const entry = options
      .history()
      .entries.find(
        (one) => one.mapId === reading.mapId && one.kind === reading.kind && one.version === version,
      );
    const at = now();
    const fresh: Watched = {
      key,
      version,
      history: (entry?.fields ?? {}) as FieldHistory,
      since: at,
      changedAt: at,
      counted: '',
      isNoted: false,
      patience: createPatience(GONE_MS),
      gone: [],
    };
    watched.set(reading.kind, fresh);
    return fresh;
  };

  /** Looks at one reading; gives back when it should be looked at again. */
  const look = (reading: PageReading): number | undefined => {
    const { kind, mapId, health } = reading;
    // A page that is broken says so itself, and its rows are not handed out.
    if (health.rows === 0 || health.broken.length > 0) {
      watched.delete(kind);
      return undefined;
    }
    const at = now();
    const path = options.path();
    const key = `${path} ${shownOf(reading.fact)}`;
    const version = entryVersion(reading.entry);
    const known = watched.get(kind);
    const page = known?.key === key && known.version === version ? known : begin(reading, key, version);
    const counts = countFields(reading);
    const counted = JSON.stringify(counts);
    if (counted !== page.counted) {
      page.counted = counted;
      page.changedAt = at;
    }
    const verdicts = judgePage(page.history, counts, groupedBy[kind as keyof typeof groupedBy]);
    page.gone = [...verdicts].flatMap(([field, verdict]): GoneField[] => {
      const isGone = verdict === 'gone' || (verdict === 'fallen' && field === required[kind]);
      if (!page.patience.isOver(field, isGone, at)) return [];
      return [{ kind, field, what: verdict === 'gone' ? 'none' : 'some' }];
    });
    const settledAt = Math.min(page.changedAt + SETTLED_MS, page.since + LONGEST_MS);
    if (!page.isNoted && at >= settledAt) {
      page.isNoted = true;
      const last = lastNoted.get(kind);
      if (last?.path !== path || at - last.at >= NEXT_VIEW_MS) {
        lastNoted.set(kind, { path, at });
        options.note({ mapId, kind, version, counts });
      }
    }
    const due = [page.patience.next(at), page.isNoted ? undefined : settledAt];
    return Math.min(...due.map((one) => one ?? Number.POSITIVE_INFINITY));
  };

  const gone = (): GoneField[] => [...watched.values()].flatMap((page) => page.gone);

  const lookAtAll = (): void => {
    for (const kind of watched.keys()) {
      if (!readings.some((reading) => reading.kind === kind)) watched.delete(kind);
    }
    const next = Math.min(...readings.map((reading) => look(reading) ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(next)) lookAt(Math.max(next, now() + LOOK_GAP_MS));
    const says = JSON.stringify(gone());
    if (says === said) return;
    said = says;
    options.changed();
  };

  const lookAt = (at: number): void => {
    if (signal.aborted || (timer && timer.at <= at)) return;
    timer?.cancel();
    const run = (): void => {
      timer = undefined;
      if (!signal.aborted) lookAtAll();
    };
    timer = { at, cancel: setTimer(run, Math.max(1, at - now())) };
  };
  signal.addEventListener('abort', () => timer?.cancel(), { once: true });

  return {
    read(next) {
      readings = next;
      lookAt(now() + LOOK_GAP_MS);
    },
    gone,
  };
}
