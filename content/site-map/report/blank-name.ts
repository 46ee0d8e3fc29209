import type { SiteMap } from '../../../storage/schemas/site-map.ts';
import { structureWords } from './structure-words.ts';

/** What stands in the place of a part of a name that might be somebody's. */
export const BLANK = '~';

/** Blanks names of the page's making: classes, ids, attributes and their values, custom tags. */
export interface NameBlanker {
  /** Only words that page builders use are left: u_zhangsan → u_~, index_order__3fK2a → index_order__~. */
  blank(name: string): string;
  /** The same for a class, of which a word nobody knows is left where most rows of the list carry the class. */
  blankClass(token: string): string;
}

const PARTS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^A-Za-z]+/g;
/** Letters and figures of one run belong together: a8f3c2 is no word, whatever its letters. */
const RUNS = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu;
const SIGNS = /^[-_:./# ]{1,4}$/;
const LONGEST = 80;

/** The words of the selectors of the maps in the package: public already. */
function selectorWords(builtIn: readonly SiteMap[]): string[] {
  const selectors =
    JSON.stringify(builtIn.map((map) => map.pages)).match(/[.#[][A-Za-z][\w-]*|="[\w-]+/g) ?? [];
  return selectors.flatMap((selector) => selector.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []);
}

/**
 * @param rows of the list the report is about; a class may be known by most of them
 * @param secrets words that stand in the texts and values of the page, in small letters
 */
export function createNameBlanker(
  builtIn: readonly SiteMap[],
  rows: readonly Element[],
  secrets: ReadonlySet<string>,
): NameBlanker {
  const safe = new Set([...structureWords, ...selectorWords(builtIn).map((word) => word.toLowerCase())]);
  const spread = new Map<string, boolean>();

  /** Whether at least half of three or more rows carry this class. */
  const isOfRows = (token: string): boolean => {
    const known = spread.get(token);
    if (known !== undefined) return known;
    const css = `.${CSS.escape(token)}`;
    const count = rows.filter((row) => row.matches(css) || row.querySelector(css) !== null).length;
    const answer = rows.length >= 3 && count * 2 >= rows.length;
    spread.set(token, answer);
    return answer;
  };

  const blankRun = (run: string, mayKeep: (word: string) => boolean): string => {
    // 1–2 figures alone are a place in a list.
    if (SIGNS.test(run) || /^\d{1,2}$/.test(run)) return run;
    // Only whole runs of letters can be words: of 3fK2a nothing is left.
    const [, letters = '', figures = ''] = /^([A-Za-z]+)(\d{0,2})$/.exec(run) ?? [];
    const parts = letters.match(PARTS) ?? [];
    // Short parts alone are no words: SPTxV is a hash, and LiNa might be a name.
    if (parts.length > 1 && parts.every((part) => part.length < 3)) return BLANK;
    const shown = parts.map((part) => (safe.has(part.toLowerCase()) || mayKeep(part) ? part : BLANK));
    return shown.length === 0 ? BLANK : shown.join('') + (shown.includes(BLANK) ? '' : figures);
  };

  const blankWith = (name: string, mayKeep: (word: string) => boolean): string => {
    const runs = name.slice(0, LONGEST).match(RUNS) ?? [];
    return runs
      .map((run) => blankRun(run, mayKeep))
      .join('')
      .replace(/~+/g, BLANK);
  };

  return {
    blank: (name) => blankWith(name, () => false),
    blankClass: (token) =>
      blankWith(token, (part) => {
        const word = part.toLowerCase();
        if (!/^[a-z]{2,20}$/.test(word) || [...secrets].some((secret) => secret.includes(word))) return false;
        return isOfRows(token);
      }),
  };
}
