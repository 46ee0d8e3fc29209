import type { Entities } from './entities.ts';
import { gluedTail, nameLikeness } from './person-name.ts';
import { pathAt } from './region-path.ts';

export interface Span {
  start: number;
  end: number;
}

interface Piece extends Span {
  text: string;
  /** Whether only separators stand between it and a phone. */
  beside: boolean;
}

/** An address has one phone, seldom two; a longer list is no address. */
const MANY = 6;

/** The pieces between separators, with their offsets. */
function piecesOf(rest: string, phones: Span[]): Piece[] {
  const starts = phones.map(({ start }) => start).sort((a, b) => a - b);
  const ends = phones.map(({ end }) => end).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const match of rest.matchAll(/[^\s,;|/。!！]+/g)) {
    const start = match.index;
    pieces.push({ text: match[0], start, end: start + match[0].length, beside: false });
  }
  // A phone is blanked, so the last piece before it and the first piece behind it are its neighbours.
  for (const start of starts.slice(0, MANY)) {
    const before = pieces.findLast(({ end }) => end <= start);
    if (before) before.beside = true;
  }
  for (const end of ends.slice(0, MANY)) {
    const behind = pieces.find(({ start }) => start >= end);
    if (behind) behind.beside = true;
  }
  return pieces;
}

/** The piece that is the receiver's name: beside the phone, or first, or last. */
export function findName(entities: Entities): Span | undefined {
  const { rest, phoneSpans } = entities;
  const pieces = piecesOf(rest, phoneSpans);
  let best: Piece | undefined;
  let bestScore = 2;
  pieces.forEach((piece, index) => {
    const edge = index === 0 || index === pieces.length - 1;
    if (!piece.beside && !edge) return;
    const likeness = nameLikeness(piece.text);
    if (likeness === 0) return;
    const region = pathAt(rest, piece.start);
    if (region && region.end >= piece.end) return;
    if (pieces.length === 1 && !piece.beside && likeness < 3) return;
    // A lone first or last word without a family name is a name only where a phone or a comma sets it apart.
    const apart = index === 0 && /^[,;]/.test(rest.slice(piece.end, piece.end + 1));
    if (likeness === 1 && !piece.beside && !apart) return;
    // 上海 浦东 张江: without a phone the last word is a name only behind a house number.
    if (
      phoneSpans.length === 0 &&
      index > 0 &&
      likeness < 3 &&
      !/\d|[号栋楼室]/.test(rest.slice(0, piece.start))
    )
      return;
    const score = likeness * 2 + (piece.beside ? 2 : 0) + (apart ? 1 : 0) + (edge ? 0.5 : 0);
    if (score > bestScore) {
      best = piece;
      bestScore = score;
    }
  });
  return best;
}

/** 张三浙江省杭州市…: the name is stuck to the region that begins at `region`. */
export function nameBefore(rest: string, region: number): Span | undefined {
  const start = rest.slice(Math.max(0, region - 20), region).search(/[^\s,;|/。!！]*$/);
  const from = Math.max(0, region - 20) + start;
  return from < region && nameLikeness(rest.slice(from, region)) >= 2
    ? { start: from, end: region }
    : undefined;
}

/** …3号楼1501张三138…: the name is stuck to the detail, and a phone follows. */
export function nameBeforePhone(rest: string, phones: Span[]): Span | undefined {
  for (const { start } of phones) {
    const length = gluedTail(rest.slice(Math.max(0, start - 40), start));
    if (length > 0) return { start: start - length, end: start };
  }
  return undefined;
}
