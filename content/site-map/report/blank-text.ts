import { foldLabel } from './known-labels.ts';

/**
 * Which known words of a text survive. `none`: in messages and wherever people write. `labels`: only a label with its
 * colon. `all`: also a text that is nothing but a known word (a table head, a state).
 */
export type Keep = 'none' | 'labels' | 'all';

const LONGEST = 80;
/** Signs that give a text its form; every other sign might be a picture somebody chose for a name. */
const PLAIN_SIGN = /[：:，,。.、/()（）[\]【】{}\-–—_#*＊+~!！?？;；|｜"'“”‘’<>《》%&=@·…×]/u;
const PIECE = /[¥￥$]\s*\d[\d,]*(?:\.\d+)?|\p{Script=Han}+|\p{Nd}+|[\p{L}\p{M}]+|\s+|[\s\S]/gu;
/** 2026-01-02 10:20 下单, 3 件: what a number is of. Only where nothing but numbers stands before. */
const UNIT = /^(?:[\p{Nd}\s/:.,，¥￥x×*()（）~-]|下单|付款|发货|元|件)+$/u;
const UNIT_WORD = /下单|付款|发货|元|件/gu;

function shapeOf(piece: string): string {
  const { length } = [...piece];
  if (/^[¥￥$]/.test(piece)) return '¥数';
  if (/^\p{Script=Han}/u.test(piece)) return `汉×${length}`;
  if (/^\p{Nd}/u.test(piece)) return `数×${length}`;
  if (/^\s/.test(piece)) return ' ';
  if (/^[\p{L}\p{M}]/u.test(piece)) return `字×${length}`;
  return PLAIN_SIGN.test(piece) ? piece : '符';
}

/** The form of a text without what it says: 王晓雯 138-0000 → 汉×3 数×3-数×4. */
export function shapeText(text: string): string {
  const shape = (text.match(PIECE) ?? []).map(shapeOf).join('').trim();
  return shape.length > LONGEST ? `${shape.slice(0, LONGEST)}…` : shape;
}

/** The end of a text before a colon that is a known label: 备 in 王备：is none, 收货人 in 亲，收货人： is. */
function labelAtEnd(before: string, known: ReadonlySet<string>): string | undefined {
  const tail = /[\p{L}\p{N}（）()\s]{1,16}$/u.exec(before)?.[0] ?? '';
  for (let from = 0; from < tail.length; from += 1) {
    const part = tail.slice(from);
    if (part.trim() !== '' && known.has(foldLabel(part))) return part;
  }
  return undefined;
}

/** Keeps `label：` and blanks what stands around. */
function blankAroundLabels(text: string, known: ReadonlySet<string>): string {
  let out = '';
  let rest = text;
  for (;;) {
    const colon = /[:：]/u.exec(rest);
    if (!colon) return out + shapeText(rest);
    const before = rest.slice(0, colon.index);
    const label = labelAtEnd(before, known);
    out +=
      label === undefined
        ? shapeText(before) + colon[0]
        : shapeText(before.slice(0, before.length - label.length)) + label + colon[0];
    rest = rest.slice(colon.index + 1);
  }
}

/**
 * A text of the page with everything blanked that is not a known word of back offices.
 *
 * @param known labels as {@link foldLabel} folds them
 */
export function blankText(text: string, keep: Keep, known: ReadonlySet<string>): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '' || keep === 'none') return shapeText(line);
  const isLabel = known.has(foldLabel(line));
  if (keep === 'labels') return isLabel && /[:：]$/u.test(line) ? line : shapeText(line);
  if (isLabel && !/\p{Nd}/u.test(line)) return line;
  if (UNIT.test(line) && /\p{Nd}/u.test(line)) {
    return line.split(UNIT_WORD).reduce((out, part, i) => {
      const unit = i === 0 ? '' : (line.match(UNIT_WORD)?.[i - 1] ?? '');
      return out + unit + shapeText(part);
    }, '');
  }
  const blanked = blankAroundLabels(line, known);
  return blanked.length > LONGEST * 2 ? `${blanked.slice(0, LONGEST * 2)}…` : blanked;
}
