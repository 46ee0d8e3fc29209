import type { Steps } from './steps.ts';

/** Code points below this one come from the table, those above by formula. */
const planeSize = 0x10000;
/** Pointer of U+10000, the first four-byte code made by formula. */
const firstBeyond = 189_000;
/** Four-byte codes of the first plane: 0x81308130 to 0x8431A439. */
const firstPlaneCodes = 39_420;
/** Characters encoded in one step. */
const stepCharacters = 65_536;
/** What stands for a character no encoding has (half of a surrogate pair). */
const questionMark = 0x3f;

let table: Uint32Array | undefined;

const fourBytes = (pointer: number): [number, number, number, number] => [
  0x81 + Math.floor(pointer / 12_600),
  0x30 + (Math.floor(pointer / 1_260) % 10),
  0x81 + (Math.floor(pointer / 10) % 126),
  0x30 + (pointer % 10),
];

/**
 * Code point → its bytes as one number, 0 where there are none. Engines decode GB18030 but do not encode it, so the
 * table is made once by decoding every code there is, a line break behind each so that a bad one spoils no other.
 */
function codes(): Uint32Array {
  if (table) return table;
  const made = new Uint32Array(planeSize);
  const bytes: number[] = [];
  const values: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      bytes.push(lead, trail, 0x0a);
      values.push(lead * 0x100 + trail);
    }
  }
  for (let pointer = 0; pointer < firstPlaneCodes; pointer += 1) {
    const code = fourBytes(pointer);
    bytes.push(...code, 0x0a);
    values.push(code.reduce((value, byte) => value * 0x100 + byte, 0));
  }
  const decoded = new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).split('\n');
  for (const [at, value] of values.entries()) {
    const character = decoded[at] ?? '';
    const point = character.charCodeAt(0);
    // The first code of a character is its own; later ones are read only (A3A0 is a second full-width space).
    if (character.length === 1 && point !== 0xfffd && made[point] === 0) made[point] = value;
  }
  // Decoding cannot tell this one from a bad code.
  made[0xfffd] = 0x8431a437;
  table = made;
  return made;
}

/** The bytes of a code point as one number; 0 where GB18030 has none. */
function codeOf(point: number): number {
  if (point < 0x80) return point;
  if (point < planeSize) return codes()[point] ?? 0;
  return fourBytes(firstBeyond + point - planeSize).reduce((value, byte) => value * 0x100 + byte, 0);
}

/** Encodes text as GB18030; what has no code (half a surrogate pair) becomes a question mark. */
export function* encodeGb18030(text: string): Steps<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + stepCharacters);
    const part = new Uint8Array((end - at) * 4 + 4);
    let filled = 0;
    while (at < end) {
      const point = text.codePointAt(at) ?? questionMark;
      at += point >= planeSize ? 2 : 1;
      const code = point < 0x80 ? point : codeOf(point) || questionMark;
      if (code > 0xffff) {
        part[filled++] = code >>> 24;
        part[filled++] = (code >>> 16) & 0xff;
      }
      if (code > 0xff) part[filled++] = (code >>> 8) & 0xff;
      part[filled++] = code & 0xff;
    }
    parts.push(part.subarray(0, filled));
    length += filled;
    yield { done: at, total: text.length };
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/**
 * The different characters of a text that a reader of GBK cannot read, in order: emoji and rare characters, which
 * GB18030 writes with four bytes (phrases.md §5).
 */
export function beyondGbk(text: string): string[] {
  const beyond = new Set<string>();
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80 || beyond.has(character)) continue;
    const code = codeOf(point);
    if (code === 0 || code > 0xffff) beyond.add(character);
  }
  return [...beyond];
}
