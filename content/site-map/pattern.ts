/**
 * Patterns of maps, run so that no text can hold a page up. Maps that come in are judged before (storage/patterns);
 * this is the second wall, for what was kept earlier and for texts nobody thought of (issue 3, bad input).
 */

/** Longer than any row of an order list; a pattern whose time grows with the square stays within some ms. */
export const MAX_PATTERN_INPUT = 2_000;
/** A pattern that needs this for one text is no longer trusted; once may have been the machine. */
const SLOW_MS = 15;
const STRIKES = 2;

const compiled = new Map<string, RegExp | undefined>();
const strikes = new Map<string, number>();

function compile(pattern: string): RegExp | undefined {
  for (const flags of ['gu', 'g']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Not readable with these flags.
    }
  }
  return undefined;
}

function regexOf(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

/** Whether a pattern was set aside on this page: it finds nothing any more, and the map's health says so. */
export function isSetAside(pattern: string): boolean {
  return (strikes.get(pattern) ?? 0) >= STRIKES;
}

/** Whether any pattern was set aside on this page. */
export function hasSetAside(): boolean {
  for (const count of strikes.values()) if (count >= STRIKES) return true;
  return false;
}

/** Runs one pattern on a text that was cut short, by the clock. */
function run<T>(pattern: string, text: string, work: (regex: RegExp, text: string) => T): T | undefined {
  const regex = isSetAside(pattern) ? undefined : regexOf(pattern);
  if (!regex) return undefined;
  const start = performance.now();
  try {
    regex.lastIndex = 0;
    return work(regex, text.slice(0, MAX_PATTERN_INPUT));
  } catch {
    // Too large for the browser's matcher, which only says so when it is run.
    compiled.set(pattern, undefined);
    return undefined;
  } finally {
    if (performance.now() - start > SLOW_MS) strikes.set(pattern, (strikes.get(pattern) ?? 0) + 1);
  }
}

const found = (match: RegExpMatchArray): string => (match[1] ?? match[0]).trim();

/** The first value a pattern finds in a text: group 1, or the whole match where there is no group. */
export function firstValue(text: string, pattern: string | undefined): string | undefined {
  if (pattern === undefined) return text;
  return run(pattern, text, (regex, short) => {
    const match = regex.exec(short);
    return match ? found(match) : undefined;
  });
}

/** Every value a pattern finds in a text. */
export function allValues(text: string, pattern: string | undefined): string[] {
  if (pattern === undefined) return [text];
  return run(pattern, text, (regex, short) => [...short.matchAll(regex)].map(found)) ?? [];
}

/** Whether a pattern fits somewhere in a text. */
export function fitsPattern(text: string, pattern: string): boolean {
  return run(pattern, text, (regex, short) => regex.test(short)) ?? false;
}
