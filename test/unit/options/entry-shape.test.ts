import { describe, expect, it } from 'vitest';
import { optionsMapTexts } from '../../../components/i18n/options-map-texts.ts';
import { slotName } from '../../../components/options/maps/editing.ts';
import { emptyEntry, entryShape } from '../../../components/options/maps/entry-shape.ts';
import { placeText } from '../../../components/options/maps/json-value.ts';
import { pageKinds } from '../../../storage/health.ts';
import { siteMapSchema } from '../../../storage/schemas/site-map.ts';

/** Said elsewhere in the form than in the groups. */
const elsewhere = new Set([
  'kind',
  'when.path',
  'when.has',
  'frames',
  'evidence.level',
  'evidence.seen',
  'evidence.note',
]);

interface Definition {
  type: string;
  shape?: Record<string, unknown>;
  innerType?: unknown;
  element?: unknown;
  options?: unknown[];
}
const definitionOf = (schema: unknown): Definition => (schema as { _zod: { def: Definition } })._zod.def;

/** Every place of a page entry the schema knows, as `messages.side.buyer`. */
function placesOf(schema: unknown, place: string): string[] {
  const definition = definitionOf(schema);
  if (definition.type === 'optional') return placesOf(definition.innerType, place);
  if (definition.type === 'object') {
    return Object.entries(definition.shape ?? {}).flatMap(([key, inner]) =>
      placesOf(inner, place === '' ? key : `${place}.${key}`),
    );
  }
  return [place];
}

const pages = definitionOf(definitionOf(siteMapSchema).shape?.pages).element;
const entries = new Map(
  (definitionOf(pages).options ?? []).map((entry) => {
    const { kind } = definitionOf(entry).shape ?? {};
    return [(definitionOf(kind) as Definition & { values: string[] }).values[0], entry];
  }),
);

describe.each(pageKinds)('the form of a %s page', (kind) => {
  const shape = entryShape(kind);
  const edited = shape.flatMap((group) => [
    ...group.slots.map((slot) => placeText(slot.path)),
    ...(group.table ? [placeText(group.table.path)] : []),
    ...(group.groupingAt ? [placeText(group.groupingAt)] : []),
    ...(group.modeAt ? [placeText(group.modeAt)] : []),
  ]);

  it('offers what the contract knows, all of it and nothing else', () => {
    const known = placesOf(entries.get(kind), '').filter((place) => !elsewhere.has(place));
    expect(known.length).toBeGreaterThan(4);
    expect([...edited].sort()).toEqual([...known].sort());
  });

  it('names every thing in the agent’s words, no two alike', () => {
    for (const group of shape) {
      const names = group.slots.map((slot) => slotName(kind, slot.field, optionsMapTexts['zh-CN'], 'zh-CN'));
      expect(
        names.filter((name) => /^[\w.]+$/.test(name)),
        group.id,
      ).toEqual([]);
      expect(new Set(names).size, `${group.id}: ${names.join()}`).toBe(names.length);
    }
  });

  it('begins with what the contract demands, so that only empty boxes are left to fill', () => {
    const filled = JSON.parse(JSON.stringify(emptyEntry(kind)).replaceAll('""', '".x"'));
    const map = {
      format: 'shoubian.site-map',
      version: 1,
      id: 'x',
      name: { 'zh-CN': '某', en: 'X' },
      platform: 'other',
      hosts: ['https://seller.example.test/*'],
      evidence: { level: 'user', seen: '2026-11-22' },
      pages: [filled],
    };
    expect(siteMapSchema.safeParse(map).success).toBe(true);
    expect(siteMapSchema.safeParse({ ...map, pages: [emptyEntry(kind)] }).success).toBe(false);
  });
});
