import type { HealthLine } from '../../components/dock/model.ts';
import { reportHealth } from '../../storage/contracts/health.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import type { PageKind, PageReading } from '../site-map/facts.ts';
import { writeReport } from '../site-map/report/write-report.ts';
import { builtInMaps } from '../sites/built-in.ts';
import type { FieldWatch } from './field-watch.ts';
import { healthLines } from './health-lines.ts';

export interface HealthDesk {
  /** What the page lacks, as the dock says it. */
  lines(readings: readonly PageReading[], off: readonly PageKind[]): HealthLine[];
  /** The blanked structure around a field; undefined where nothing of that kind is read. */
  report(readings: readonly PageReading[], kind: PageKind, field: string): string | undefined;
  /** Tells the background how the page fits its map, when that changed. */
  tell(readings: readonly PageReading[]): void;
}

/** An empty list says nothing of the map, and neither does the outer page of a list in a frame. */
const provesSomething = ({ health, fact }: PageReading): boolean =>
  health.rows > 0 || health.broken.length > 0 || (fact.kind === 'chat' && fact.conversations.length > 0);

/** How well a page fits its map: the dock's lines, reports, and what the background is told. */
export function createHealthDesk(parts: {
  document: Document;
  map: SiteMap;
  fields: FieldWatch;
  state: () => KeptState;
  /** Version of the product, for reports. */
  product: string;
  /** Kinds that are read in sub frames: an outer page that lacks them is not broken for that. */
  elsewhere(): readonly PageKind[];
}): HealthDesk {
  const { document, map, fields, state } = parts;
  let told = '';
  const reported = new WeakMap<PageReading, { field: string; text: string }>();

  const report: HealthDesk['report'] = (readings, kind, field) => {
    const reading = readings.find((one) => one.kind === kind);
    if (!reading) return undefined;
    return writeReport({
      document,
      map,
      reading,
      field,
      gone: fields.gone().filter((one) => one.kind === kind),
      builtIn: builtInMaps(),
      product: parts.product,
      isOwnMap: state().maps.maps.some((one) => one.id === map.id && one.deletedAt === null),
    });
  };

  /** The same reading is reported on once: a sub frame shows its lines again at every change of the page. */
  function reportOnce(readings: readonly PageReading[], kind: PageKind, field: string): string | undefined {
    const reading = readings.find((one) => one.kind === kind);
    if (!reading) return undefined;
    const known = reported.get(reading);
    if (known?.field === field) return known.text;
    const text = report(readings, kind, field);
    if (text !== undefined) reported.set(reading, { field, text });
    return text;
  }

  return {
    report,
    /** A sub frame's lines are shown by the top frame, which cannot see the rows: the report goes along. */
    lines(readings, off) {
      const gone = fields.gone().filter(({ kind }) => readings.some((one) => one.kind === kind));
      const lines = healthLines(
        readings.flatMap((reading) => reading.health.broken),
        gone,
        off,
        readings.flatMap(({ kind, health }) => (health.slow ?? []).map((field) => ({ kind, field }))),
      );
      if (document.defaultView === document.defaultView?.top) return lines;
      return lines.map((line) => {
        const text = line.level === 'off' ? undefined : reportOnce(readings, line.page, line.field);
        return { ...line, ...(text !== undefined && { report: text }) };
      });
    },
    tell(readings) {
      const elsewhere = parts.elsewhere();
      const here = readings.filter(({ kind, health }) => health.rows > 0 || !elsewhere.includes(kind));
      const broken = here.flatMap((reading) => reading.health.broken);
      const gone = [...fields.gone()];
      const kinds = here.filter(provesSomething).map(({ kind }) => kind);
      const now = JSON.stringify([kinds, broken, gone]);
      // A page that fits says so only if the kept state says otherwise: no store is written at every load.
      const page = state().health.pages.find((one) => one.id === map.id);
      const kept = [...(page?.broken ?? []), ...(page?.gone ?? [])].some(({ kind }) => kinds.includes(kind));
      if (now === told || (broken.length + gone.length === 0 && told === '' && !kept)) return;
      told = now;
      sendRequest(reportHealth, { mapId: map.id, kinds, broken, gone }).catch(() => undefined);
    },
  };
}
