import type { DockModel } from '../../components/dock/model.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import type { PageReading } from '../site-map/facts.ts';
import { evidenceOf } from '../site-map/page-reader.ts';
import { evidenceOrder } from './join-frames.ts';

type DockPage = NonNullable<DockModel['page']>;

/**
 * How well the pages read now are known: each with its own evidence, and as a whole the least of them, which may be
 * less than the map's own. A page on which nothing is read says what its map says.
 */
export function evidenceOfPage(map: SiteMap, readings: readonly PageReading[]): DockPage {
  const entries = readings.map(({ kind, entry }) => ({ kind, evidence: evidenceOf(map, entry) }));
  const level = evidenceOrder.findLast((one) => entries.some(({ evidence }) => evidence.level === one));
  const weakest = entries.find(({ evidence }) => evidence.level === level)?.evidence ?? map.evidence;
  const said = ({ level: known, seen, note }: SiteMap['evidence']) => ({
    level: known,
    seen,
    ...(note !== undefined && { note }),
  });
  return {
    mapName: map.name,
    ...said(weakest),
    ...(entries.length > 0 && {
      entries: entries.map(({ kind, evidence }) => ({ kind, ...said(evidence) })),
    }),
  };
}
