/** One wrong key: which keys lie beside each other, and whether a code was typed with one slip of the fingers. */

/** Letters of a QWERTY board with the letters touching them. */
const neighbours: Record<string, string> = {
  q: 'wa',
  w: 'qeas',
  e: 'wrsd',
  r: 'etdf',
  t: 'ryfg',
  y: 'tugh',
  u: 'yihj',
  i: 'uojk',
  o: 'ipkl',
  p: 'ol',
  a: 'qwsz',
  s: 'weadzx',
  d: 'ersfxc',
  f: 'rtdgcv',
  g: 'tyfhvb',
  h: 'yugjbn',
  j: 'uihknm',
  k: 'iojlm',
  l: 'opk',
  z: 'asx',
  x: 'sdzc',
  c: 'dfxv',
  v: 'fgcb',
  b: 'ghvn',
  n: 'hjbm',
  m: 'jkn',
};

export const isLetter = (character: string): boolean => character >= 'a' && character <= 'z';

/** Whether two letters lie beside each other on the board. */
export const areNeighbours = (a: string, b: string): boolean => neighbours[a]?.includes(b) ?? false;

/** Letters a word needs before a slip is looked for: three are half the library away from anything. */
export const fewestLetters = 4;

export const mayHoldSlip = (word: string): boolean => {
  let letters = 0;
  for (const character of word) if (isLetter(character)) letters += 1;
  return letters >= fewestLetters;
};

/** `near`: a neighbouring key, a key missing, doubled, or two swapped. `far`: any other key instead. */
export type Slip = 'near' | 'far';

/** The one slip that makes `typed` out of `meant`; undefined when there is none or it takes more. Letters only. */
export function oneSlip(typed: string, meant: string): Slip | undefined {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const [wrong = '', right = ''] = [typed[at], meant[at]];
  const rest = (from: string, skipped: number): string => from.slice(at + skipped);
  if (typed.length === meant.length) {
    if (!isLetter(wrong) || !isLetter(right)) return undefined;
    if (rest(typed, 1) === rest(meant, 1)) return areNeighbours(wrong, right) ? 'near' : 'far';
    const swapped = typed[at + 1] === right && meant[at + 1] === wrong;
    return swapped && rest(typed, 2) === rest(meant, 2) ? 'near' : undefined;
  }
  if (typed.length === meant.length - 1)
    return isLetter(right) && rest(typed, 0) === rest(meant, 1) ? 'near' : undefined;
  const doubled = typed.length === meant.length + 1 && isLetter(wrong) && wrong === typed[at - 1];
  return doubled && rest(typed, 1) === rest(meant, 0) ? 'near' : undefined;
}
