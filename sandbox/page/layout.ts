import type { PracticeParams } from './params.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}0123456789`;

/** The part of a page that its builds change: which recorded layout it has, and how its hashed classes are called. */
export interface PageLayout<Name extends string> {
  /** Which of the page's recorded generations is drawn. */
  name: Name;
  /** The classes are those of another build, the same on every load of one seed. */
  rotated: boolean;
  /** What a build puts behind (or instead of) a name: letters and figures, never beginning with a figure. */
  tail(name: string, length?: number): string;
  /** Beast's kind of version, `5-118-0`. */
  version(of?: string): string;
}

type NameOf<Names extends readonly string[]> = Names extends readonly [] ? 'current' : Names[number];

/**
 * Reads `?layout=`, the one switch of every page for what platforms change under a map (markets.md §10).
 *
 * - absent: the newest generation; its hashed names are new on each load, as the originals' builds make them, or
 *   pinned by `?hash=` for a test that compares two loads.
 * - `rotated`: the newest generation as another build would name it, fixed by the seed so that a run repeats.
 * - the name of a recorded generation, or `<generation>-rotated`.
 *
 * Purpose-made attributes (data-testid, data-qa-id, ids…) and unhashed semantic classes are no business of a layout.
 *
 * @param generations newest first; a page without recorded ones passes none and is `current`
 * @throws Error naming the allowed values, because a mistyped layout would let a test prove nothing
 */
export function readLayout<const Names extends readonly string[]>(
  params: PracticeParams,
  ...generations: Names
): PageLayout<NameOf<Names>> {
  const known: readonly string[] = generations.length > 0 ? generations : ['current'];
  const asked = params.get('layout') ?? '';
  const rotated = asked === 'rotated' || asked.endsWith('-rotated');
  const name = rotated ? asked.replace(/-?rotated$/, '') : asked;
  if (name !== '' && !known.includes(name)) {
    throw new Error(`no practice layout “${asked}”; there are ${[...known, 'rotated'].join(', ')}`);
  }
  const salt = rotated
    ? `rotated/${params.seed}`
    : (params.get('hash') ?? String(crypto.getRandomValues(new Uint32Array(1))[0]));
  const draws = (of: string): (() => number) => {
    let h = 0x811c9dc5;
    const take = (text: string): void => {
      for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
    };
    take(`${salt}/${of}`);
    let n = 0;
    return () => {
      take(`/${n}`);
      n += 1;
      // The low bits of this hash hardly move from draw to draw.
      return h >>> 8;
    };
  };
  return {
    name: (name === '' ? known[0] : name) as NameOf<Names>,
    rotated,
    tail: (of, length = 8) => {
      const draw = draws(of);
      let out = letters.charAt(draw() % letters.length);
      while (out.length < length) out += alphabet.charAt(draw() % alphabet.length);
      return out;
    },
    version: (of = 'version') => {
      const draw = draws(of);
      return `5-${100 + (draw() % 60)}-0`;
    },
  };
}

/**
 * Adds a page's own style sheet with every `.h-name` in it called what this load calls it, so that nothing in the
 * page but the hashed class itself carries the looks, as in the originals.
 *
 * @param css text of the sheet (`import css from './chat.css?inline'`)
 * @param cls the page's way from a name to its hashed class
 */
export function addHashedStyles(css: string, cls: (name: string) => string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css.replace(/\.h-([A-Za-z][\w-]*)/g, (_, name: string) => `.${cls(name)}`);
  document.head.append(sheet);
}
