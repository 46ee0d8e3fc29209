/** One character of a title with what an agent may type for it. Equal cells are shared between titles. */
export interface Cell {
  /** The character itself, folded; one or two UTF-16 units. */
  text: string;
  /** Readings that fit the context; two where ü may be typed v or u. */
  own: string[];
  /** Every other reading of a polyphone. */
  other: string[];
  /** A space or sign between words, which the walk may step over. */
  gap: boolean;
}

const gapSign = /^[\s\p{P}\p{S}]$/u;

/** ü is kept as v (pinyin-keys.ts) and typed v or u: lv, lu, lve, lue, nv, nu. */
const withU = (reading: string): string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry, at) => entry === b[at]);

/** Hands out one shared cell per character and list of readings: a library repeats the same few thousand. */
export function cellStore(): (text: string, readings: readonly string[]) => Cell {
  const known = new Map<string, { readings: readonly string[]; cell: Cell }[]>();
  return (text, readings) => {
    const list = known.get(text);
    const found = list?.find((entry) => sameList(entry.readings, readings));
    if (found) return found.cell;
    const [first, ...rest] = readings;
    const own = first === undefined ? [] : withU(first);
    const other = [...new Set(rest.flatMap(withU))].filter((reading) => !own.includes(reading));
    const cell: Cell = { text, own, other, gap: own.length === 0 && gapSign.test(text) };
    if (list) list.push({ readings, cell });
    else known.set(text, [{ readings, cell }]);
    return cell;
  };
}
