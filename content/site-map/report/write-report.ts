import { fieldName, pageName } from '../../../storage/page-names.ts';
import type { SiteMap } from '../../../storage/schemas/site-map.ts';
import type { PageReading } from '../facts.ts';
import { locateElement, locateElements } from '../locate.ts';
import { evidenceOf } from '../page-reader.ts';
import { type Scope, scopeOf, shadowRootsIn } from '../scope.ts';
import { createNameBlanker, type NameBlanker } from './blank-name.ts';
import type { Keep } from './blank-text.ts';
import { fieldPlace, isOfPage } from './field-place.ts';
import { knownLabels } from './known-labels.ts';
import { drawList, drawLocator, type StepOptions } from './locator-steps.ts';
import { blankAddress } from './page-address.ts';
import { secretWords } from './secret-words.ts';
import { nameOf, pathTo, type SkeletonOptions, skeletonOf } from './skeleton.ts';

export interface ReportInput {
  document: Document;
  map: SiteMap;
  reading: PageReading;
  /** As the health line names it: `orderId`, `lines.title`, `root`. */
  field: string;
  /** Fields that were read until lately, of the same page. */
  gone: readonly { field: string; what: 'none' | 'some' }[];
  /** The maps of the package, whose labels and class names are public. */
  builtIn: readonly SiteMap[];
  /** Version of the product. */
  product: string;
  /** The agent's own map, not the package's. */
  isOwnMap: boolean;
}

/** 20 kB as UTF-8, in which a Chinese character is three bytes. */
const MOST_BYTES = 20_000;
const ROWS_ASKED = 50;
const ROW_DEPTH = 24;
const PAGE_DEPTH = 16;
const ROW_BUDGET = 4_500;
const PAGE_BUDGET = 4_000;
/** What people write in a row: nothing of it is kept, whatever it looks like. */
const written = ['memo', 'append', 'reply', 'text', 'reason', 'lastTrackText'] as const;

/** Cuts at a line, in bytes. */
function withinBytes(text: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= MOST_BYTES) return text;
  const lines = text.split('\n');
  let bytes = 100;
  const end = lines.findIndex((line) => {
    bytes += encoder.encode(line).length + 1;
    return bytes > MOST_BYTES;
  });
  return [...lines.slice(0, end), '… (cut)'].join('\n');
}

/** Words that may stay: none where people talk, labels alone where buyers write reviews. */
function keepOf(
  reading: PageReading,
  rows: readonly Element[],
  scopes: readonly Scope[],
): (element: Element) => Keep {
  if (reading.kind === 'chat') return () => 'none';
  if (reading.kind === 'reviews') return () => 'labels';
  const byHand = new Set<Element>();
  const { entry } = reading;
  if (entry.kind !== 'price') {
    for (const name of written) {
      const { locator } = fieldPlace(entry, name);
      for (const scope of scopes) {
        const found = locateElement(locator, scope);
        if (found && !rows.includes(found)) byHand.add(found);
      }
    }
  }
  return (element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (byHand.has(at)) return 'none';
    return 'all';
  };
}

/** The rows a field is looked for in, each with its following siblings where an order is several rows. */
function rowScopes(
  items: readonly Element[],
  group: 'element' | 'until-next' | undefined,
  shadows: boolean,
): Scope[] {
  if (group !== 'until-next') return items.map((item) => scopeOf([item], shadows));
  const heads = new Set(items);
  return items.map((item) => {
    const members = [item];
    for (let next = item.nextElementSibling; next && !heads.has(next); next = next.nextElementSibling) {
      members.push(next);
    }
    return scopeOf(members, shadows, true);
  });
}

/** A row in which the field is missing, and one in which it is not, or the first two. */
function chooseRows(scopes: readonly Scope[], finds: (scope: Scope) => boolean): number[] {
  const missing = scopes.findIndex((scope) => !finds(scope));
  const present = scopes.findIndex(finds);
  const chosen = [missing, present].filter((index) => index >= 0);
  for (let index = 0; chosen.length < 2 && index < scopes.length; index += 1) {
    if (!chosen.includes(index)) chosen.push(index);
  }
  return chosen;
}

function drawRows(
  chosen: readonly number[],
  scopes: readonly Scope[],
  total: number,
  options: SkeletonOptions,
): string[] {
  return chosen.flatMap((index) => {
    const members = (scopes[index]?.elements ?? []) as Element[];
    const each = Math.max(800, Math.floor(ROW_BUDGET / Math.max(1, members.length)));
    const drawn = members.slice(0, 6).map((member) => skeletonOf(member, { ...options, budget: each }));
    return ['', `row ${index + 1} of ${total}`, ...drawn];
  });
}

/** Elements one can write in, with where they stand: candidates for an editor that was lost. */
function drawEditors(document: Document, names: NameBlanker): string[] {
  const editors = [
    ...document.querySelectorAll('textarea, [contenteditable]:not([contenteditable="false"])'),
  ];
  return editors.slice(0, 8).map((element) => `editor ${pathTo(element, names)} > ${nameOf(element, names)}`);
}

/**
 * The report on one field: what the map looks for, how far each step gets, and the structure around it with all texts,
 * figures, pictures and addresses blanked, so that it can be sent on without anything of a buyer (issue 3, point 4).
 */
export function writeReport(input: ReportInput): string {
  const { document, map, reading, field } = input;
  const { entry, kind, health } = reading;
  const shadows = shadowRootsIn(document).length > 0;
  const page = scopeOf([document], shadows);
  const place = fieldPlace(entry, field);
  const root = place.root === undefined ? document : locateElement(place.root, page);
  const within = scopeOf(root ? [root] : [], shadows);
  const items = place.item === undefined ? [] : locateElements(place.item, within);
  const rows = items.slice(0, ROWS_ASKED);
  const scopes = rowScopes(items, place.group, shadows).slice(0, ROWS_ASKED);
  const secrets = secretWords(reading.fact, rows.length > 0 ? rows : [document.body]);
  const names = createNameBlanker(input.builtIn, rows, secrets);
  const known = knownLabels(input.builtIn);
  const steps: StepOptions = { scopes: [page], names, known, isOwnMap: input.isOwnMap };
  const ofPage = isOfPage(kind, field);
  const asked: readonly Scope[] = ofPage
    ? [kind === 'price' && field !== 'root' ? within : page]
    : partsOf(scopes, place.part);
  const finds = (scope: Scope): boolean =>
    place.locator !== undefined && locateElements(place.locator, scope).length > 0;

  const evidence = evidenceOf(map, entry);
  const entries = map.pages.filter((one) => one.kind === kind);
  const drawing: SkeletonOptions = {
    names,
    known,
    keep: keepOf(reading, rows, scopes.slice(0, 10)),
    depth: ROW_DEPTH,
    budget: ROW_BUDGET,
  };
  const lost = health.broken.some((one) => one.field === field);
  const what = lost ? 'broken' : (input.gone.find((one) => one.field === field)?.what ?? 'asked for');
  const counts = Object.entries(health.fields).map(([name, { seen, rows: of }]) => `${name} ${seen}/${of}`);
  const title = fieldName(kind, field);
  const showsRows = scopes.length > 0 && !(ofPage && kind === 'chat');
  const landmark = kind === 'price' && root && root !== document ? (root as Element) : document.body;
  return withinBytes(
    [
      '手边 页面报告 · Shoubian page report 1',
      '文字、号码、图片和网址都已抹去，只留下页面结构。Texts, figures, pictures and addresses are blanked.',
      `product ${input.product}`,
      `map ${map.id} · ${input.isOwnMap ? 'own' : 'built in'} · ${map.platform}`,
      `page ${kind} (${pageName(kind)['zh-CN']}) · entry ${entries.indexOf(entry as never) + 1} of ${entries.length} · evidence ${evidence.level} ${evidence.seen}`,
      `address ${blankAddress(document.location, names)}`,
      `field ${field} (${title['zh-CN']}) · ${what}`,
      `rows ${health.rows}`,
      `counts ${counts.join(' · ')}`,
      ...(input.gone.length > 0 ? [`gone ${input.gone.map((one) => one.field).join(' ')}`] : []),
      '',
      'locators tried: element or text found in so many of the places asked',
      ...(place.root === undefined ? [] : drawList('root', place.root, steps)),
      ...(field === 'root' ? [] : drawList('item', place.item, { ...steps, scopes: [within] })),
      ...(field === 'root' || field.endsWith('item')
        ? []
        : drawLocator(field, place.locator, { ...steps, scopes: asked })),
      ...(rows[0] ? ['', `rows stand in ${pathTo(rows[0], names)}`] : []),
      ...(showsRows ? drawRows(chooseRows(scopes, finds), scopes, items.length, drawing) : []),
      ...(showsRows
        ? []
        : [
            '',
            'page',
            ...(kind === 'chat' ? drawEditors(document, names) : []),
            skeletonOf(landmark, { ...drawing, depth: PAGE_DEPTH, budget: PAGE_BUDGET }),
          ]),
    ].join('\n'),
  );
}

function partsOf(scopes: readonly Scope[], part: Parameters<typeof locateElements>[0]): readonly Scope[] {
  if (part === undefined) return scopes;
  return scopes.flatMap((scope) =>
    locateElements(part, scope).map((element) => scopeOf([element], scope.shadows)),
  );
}
