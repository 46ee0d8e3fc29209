import { type LocalText, say } from '../../../rules/language/local-text.ts';
import { findJsonFault, lineOf, offsetOfPlace } from '../../../storage/import/json-fault.ts';
import type { SiteMap, SiteMapResult } from '../../../storage/schemas/site-map.ts';
import { type Json, type JsonPath, placeText } from './json-value.ts';

/** One thing that keeps a draft from being saved. */
export interface DraftFault {
  text: LocalText;
  /** As validation names it, `pages[0].fields.orderId`; '' for the document as a whole. */
  place: string;
  /** Where it stands in the text, to jump to. */
  offset: number;
  line: number;
  column: number;
}

/** What may be saved under which name. */
export interface DraftNames {
  /** The id of the map being edited; a new map has none yet. */
  editedId: string | undefined;
  /** Ids of every other map. */
  takenIds: readonly string[];
}

export interface DraftCheck {
  /** The text as JSON, however little of a map it is; absent when it is no JSON. */
  doc?: Json;
  /** Only when nothing at all is wrong. */
  map?: SiteMap;
  faults: DraftFault[];
}

/** `pages[0].item: must not be empty.` → `pages[0].item`; a sentence without a place gives ''. */
const placeOf = ({ en }: LocalText): string => /^([\w-][^\s:]*): /.exec(en)?.[1] ?? '';

function idFaults(map: SiteMap, { editedId, takenIds }: DraftNames): LocalText[] {
  if (editedId !== undefined && map.id !== editedId) {
    return [
      say(
        `id：正在改的是 ${editedId}，不能改成别的；要另存一份请用「复制」。`,
        `id: this is the map ${editedId}, whose id stays; to keep another beside it use "Duplicate".`,
      ),
    ];
  }
  if (editedId === undefined && takenIds.includes(map.id)) {
    return [
      say(
        `id：已经有一份地图叫 ${map.id}，换一个。`,
        `id: there is a map named ${map.id} already; choose another.`,
      ),
    ];
  }
  return [];
}

/**
 * Looks at a draft: what it says, and everything that keeps it from being saved, each with its place in the text.
 * @param read how thoroughly: the form alone at every key typed, everything before it is kept
 */
export function checkDraft(
  text: string,
  names: DraftNames,
  read: (text: string) => SiteMapResult,
): DraftCheck {
  let doc: Json;
  try {
    doc = JSON.parse(text) as Json;
  } catch {
    const { text: told, offset, line, column } = findJsonFault(text);
    return { faults: [{ text: told, place: '', offset, line, column }] };
  }
  const result = read(text);
  const errors = result.ok ? idFaults(result.map, names) : result.errors;
  const faults = errors.map((error): DraftFault => {
    const place = placeOf(error);
    const offset = offsetOfPlace(text, place) ?? 0;
    return { text: error, place, offset, ...lineOf(text, offset) };
  });
  return { doc, faults, ...(result.ok && faults.length === 0 && { map: result.map }) };
}

/** The faults that belong to a place or to something in it. */
export const faultsAt = (faults: readonly DraftFault[], path: JsonPath): DraftFault[] => {
  const place = placeText(path);
  return faults.filter(
    (fault) =>
      fault.place === place ||
      (fault.place.startsWith(place) && /^[.[]/.test(fault.place.slice(place.length))),
  );
};

/** A fault's sentence without its place, to stand at the place itself. */
export const withoutPlace = (fault: DraftFault, language: 'zh-CN' | 'en'): string => {
  const sentence = fault.text[language];
  const lead = `${fault.place}${language === 'en' ? ': ' : '：'}`;
  return fault.place !== '' && sentence.startsWith(lead) ? sentence.slice(lead.length) : sentence;
};
