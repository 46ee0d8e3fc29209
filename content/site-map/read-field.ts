import { readMoney } from '../../rules/money/money.ts';
import { readDatetime } from '../../rules/time/read-datetime.ts';
import type { Locator } from '../../storage/schemas/site-map.ts';
import type { TimeFact } from './facts.ts';
import { locateValue } from './locate.ts';
import type { Scope } from './scope.ts';

/** Rows that yielded a value for a field, out of the rows (or lines) that were asked. */
export type Tally = Record<string, { seen: number; rows: number }>;

/** A dash stands for "nothing" in a table cell. */
const NOTHING = /^[-—–－/\s]*$/;
const MASK = /[*＊•●]/;

/** A masked name or id (王**) is a name to show and never a key (markets.md §10). */
export function isMasked(text: string): boolean {
  return MASK.test(text);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function intOf(text: string): number | undefined {
  const numbers = text.normalize('NFKC').match(/\d{1,3}(?:,\d{3})+(?!\d)|\d+/g);
  if (numbers?.length !== 1) return undefined;
  const value = Number(numbers[0]?.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A phone exactly as shown: masks, a virtual number's extension and an area code stay. */
function phoneOf(text: string): string | undefined {
  const folded = text.normalize('NFKC');
  return /(?<![\d*])(?:\+?86[- ]?)?(?:1[\d*]{10}(?:[-转, ]\s?\d{1,6})?|0\d{2,3}-?[\d*]{7,8}(?:-\d{1,6})?|[\d*]{3}[- ][\d*]{4}[- ][\d*]{4}|[48]00-?\d{3}-?\d{4})(?![\d*])/.exec(
    folded,
  )?.[0];
}

function urlOf(text: string, element: Element): string | undefined {
  try {
    return new URL(text, element.ownerDocument.baseURI).href;
  } catch {
    return undefined;
  }
}

/**
 * Reads typed fields of one row and keeps count of which yielded a value, for the map's health. The field's own
 * type decides how a text is read; a text that cannot be read as that type is absent.
 */
export class FieldReader {
  readonly tally: Tally = {};

  constructor(
    private readonly scope: Scope,
    private readonly now: number,
    private readonly prefix = '',
  ) {}

  /** The same row's fields under another name and scope: `lines.title`. */
  within(scope: Scope, prefix: string): FieldReader {
    const inner = new FieldReader(scope, this.now, prefix);
    Object.defineProperty(inner, 'tally', { value: this.tally });
    return inner;
  }

  private read<T>(
    name: string,
    locator: Locator | undefined,
    convert: (text: string, element: Element) => T | undefined,
  ): T | undefined {
    if (locator === undefined) return undefined;
    const value = locateValue(locator, this.scope, convert);
    this.tally[this.prefix + name] ??= { seen: 0, rows: 0 };
    const count = this.tally[this.prefix + name];
    if (count) {
      count.rows += 1;
      if (value !== undefined) count.seen += 1;
    }
    return value;
  }

  /** One line of text; a lone dash is nothing. */
  text(name: string, locator: Locator | undefined): string | undefined {
    return this.read(name, locator, (text) => (NOTHING.test(text) ? undefined : oneLine(text)));
  }

  /** What a person wrote, line breaks kept and nothing taken for "nothing". */
  prose(name: string, locator: Locator | undefined): string | undefined {
    return this.read(name, locator, (text) => text || undefined);
  }

  /** An identity; a masked one is absent. */
  id(name: string, locator: Locator | undefined): string | undefined {
    return this.read(name, locator, (text) => {
      const id = oneLine(text);
      return NOTHING.test(id) || isMasked(id) ? undefined : id;
    });
  }

  money(name: string, locator: Locator | undefined): number | undefined {
    return this.read(name, locator, readMoney);
  }

  int(name: string, locator: Locator | undefined): number | undefined {
    return this.read(name, locator, intOf);
  }

  phone(name: string, locator: Locator | undefined): string | undefined {
    return this.read(name, locator, phoneOf);
  }

  url(name: string, locator: Locator | undefined): string | undefined {
    return this.read(name, locator, urlOf);
  }

  time(name: string, locator: Locator | undefined): TimeFact | undefined {
    return this.read(name, locator, (text) => readDatetime(text, this.now));
  }

  /** Epoch ms. `any` for deadlines, whose missing year or day may lie ahead. */
  moment(name: string, locator: Locator | undefined, place: 'past' | 'any' = 'past'): number | undefined {
    return this.read(name, locator, (text) => readDatetime(text, this.now, { place })?.ms);
  }

  /** The words in a field's place, one line, whatever they are; not counted as the field being read. */
  wordsAt(locator: Locator | undefined): string | undefined {
    if (locator === undefined) return undefined;
    return locateValue(locator, this.scope, (text) => (NOTHING.test(text) ? undefined : oneLine(text)));
  }

  /** 1–5: a number, a count of stars, or words that the map's `ratings` translates. */
  rating(
    name: string,
    locator: Locator | undefined,
    words: Readonly<Record<string, number>> | undefined,
  ): number | undefined {
    return this.read(name, locator, (text) => {
      const word = words?.[oneLine(text)];
      if (word !== undefined) return word;
      const value = intOf(text.replace(/(\d)\.0+(?!\d)/g, '$1'));
      return value !== undefined && value >= 1 && value <= 5 ? value : undefined;
    });
  }

  /** A text read by the map's own table of words, as shown and translated. */
  word<T>(
    name: string,
    locator: Locator | undefined,
    table: Readonly<Record<string, T>> | undefined,
  ): { text: string; value: T | undefined } | undefined {
    const text = this.text(name, locator);
    return text === undefined ? undefined : { text, value: table && wordIn(table, text) };
  }
}

/** The whole text, else the longest word of the table that the text begins with (等待出库（已锁定）). */
function wordIn<T>(table: Readonly<Record<string, T>>, text: string): T | undefined {
  if (Object.hasOwn(table, text)) return table[text];
  const begin = Object.keys(table)
    .filter((word) => word !== '' && text.startsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  return begin === undefined ? undefined : table[begin];
}

/** Leaves out what was not read, so that absent stays absent under exactOptionalPropertyTypes. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const out: Partial<T> = {};
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key];
    if (value !== undefined) out[key] = value;
  }
  return out;
}
