import * as z from 'zod/mini';
import type { TurnEvent } from '../rules/turns/event.ts';
import { unzipText, zipText } from './gzip.ts';
import { isTurnEvent } from './schemas/is-turn-event.ts';
import { turnEventSchema } from './schemas/ledger.ts';

/**
 * Events of one day, platform and shop as columns: times as differences, names by their place in a list, and whatever
 * is absent everywhere left out. Zipped, an event takes about a tenth of what it takes as an object (issue "Response
 * time": a year of two million events under 200 MB).
 */
interface Columns {
  version: 1;
  t: number[];
  type: number[];
  types: TurnEvent['type'][];
  buyer: number[];
  buyers: string[];
  /** Further fields by name: values in the order of the events, null where absent; a name only where one has it. */
  rest: { [K in RestField]?: (TurnEvent[K] | null)[] };
}

const restFields = [
  'id',
  'session',
  'agent',
  'to',
  'origin',
  'precision',
  'length',
  'seq',
  'recalled',
] as const;
type RestField = (typeof restFields)[number];

/** Only that there are columns: what stands in them is looked at event by event. */
const list = z.custom<unknown[]>(Array.isArray);
const columnsSchema = z.object({
  version: z.literal(1),
  t: list,
  type: list,
  types: list,
  buyer: list,
  buyers: list,
  rest: z.record(z.string(), list),
});

/** What a packed record says of whose events it holds. */
export type PackedPlace = Pick<TurnEvent, 'platform' | 'shop'>;

/** Numbers names by their first appearance. */
function numbered<T>(): { names: T[]; of(name: T): number } {
  const names: T[] = [];
  const places = new Map<T, number>();
  return {
    names,
    of(name) {
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}

/** Packs events of one platform and shop; their order is not kept, their `seq` is. */
export async function packEvents(events: readonly TurnEvent[]): Promise<Uint8Array<ArrayBuffer>> {
  const sorted = [...events].sort((one, other) => one.t - other.t);
  const types = numbered<TurnEvent['type']>();
  const buyers = numbered<string>();
  let before = 0;
  const columns: Columns = {
    version: 1,
    t: sorted.map(({ t }) => {
      const step = t - before;
      before = t;
      return step;
    }),
    type: sorted.map(({ type }) => types.of(type)),
    types: types.names,
    buyer: sorted.map(({ buyer }) => buyers.of(buyer)),
    buyers: buyers.names,
    rest: {},
  };
  for (const field of restFields) {
    if (sorted.every((event) => event[field] === undefined)) continue;
    Object.assign(columns.rest, { [field]: sorted.map((event) => event[field] ?? null) });
  }
  return new Uint8Array(await zipText(JSON.stringify(columns)));
}

/**
 * The events again.
 * @throws when the bytes are not what {@link packEvents} made: nothing of a spoiled day is believed
 */
export async function unpackEvents(bytes: Uint8Array, place: PackedPlace): Promise<TurnEvent[]> {
  const columns = columnsSchema.parse(JSON.parse(await unzipText(bytes)));
  const fields = Object.entries(columns.rest);
  const columnsOfAll = [columns.type, columns.buyer, ...fields.map(([, values]) => values)];
  if (columnsOfAll.some(({ length }) => length !== columns.t.length))
    throw new Error('columns of unequal length');
  let t = 0;
  return columns.t.map((step, at) => {
    t += Number(step);
    const event: Record<string, unknown> = {
      ...place,
      t,
      type: columns.types[Number(columns.type[at] ?? -1)],
      buyer: columns.buyers[Number(columns.buyer[at] ?? -1)],
    };
    for (const [name, values] of fields) {
      const value = values[at];
      if (value !== null && value !== undefined) event[name] = value;
    }
    return isTurnEvent(event) ? event : turnEventSchema.parse(event);
  });
}
