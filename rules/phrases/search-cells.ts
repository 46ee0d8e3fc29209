import { soundsOf } from './pinyin-sounds.ts';
import { type CellMasks, cellMasks } from './search-masks.ts';

/** One character of a title with what an agent may type for it. Equal cells are shared between titles. */
export interface Cell {
  /** The character itself, folded; one or two UTF-16 units. */
  text: string;
  /** Initial of the reading that fits the context, else the first unit of the character. */
  initial: string;
  /** Readings that fit the context; two where ü may be typed v or u. */
  own: readonly string[];
  /** Every other reading of a polyphone. */
  other: readonly string[];
  /** What a speaker who mixes up sounds types; search-loose.ts only. */
  sounds: readonly string[];
  /** The character and all its readings. */
  spellings: readonly string[];
  /** A space or sign between words, which the walk may step over. */
  gap: boolean;
  masks: CellMasks;
}

const gapSign = /^[\s\p{P}\p{S}]$/u;

/** ü is kept as v (pinyin-keys.ts) and typed v or u: lv, lu, lve, lue, nv, nu. */
const withU = (reading: string): string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];

function sameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function makeCell(text: string, readings: readonly string[]): Cell {
  const [first, ...rest] = readings;
  const own = first === undefined ? [] : withU(first);
  const other = [...new Set(rest.flatMap(withU))].filter((reading) => !own.includes(reading));
  const spellings = [text, ...own, ...other];
  return {
    text,
    initial: (own[0] ?? text).charAt(0),
    own,
    other,
    sounds: soundsOf(text, [...own, ...other]),
    spellings,
    gap: own.length === 0 && gapSign.test(text),
    masks: cellMasks(spellings),
  };
}

/** Hands out one shared cell per character and list of readings: a library repeats the same few thousand. */
export function cellStore(): (text: string, readings: readonly string[]) => Cell {
  const known = new Map<string, { readings: readonly string[]; cell: Cell }[]>();
  return (text, readings) => {
    const list = known.get(text) ?? [];
    for (const entry of list) if (sameList(entry.readings, readings)) return entry.cell;
    const cell = makeCell(text, readings);
    list.push({ readings, cell });
    known.set(text, list);
    return cell;
  };
}
