import { formatFen } from '../../../rules/money/money.ts';
import { foldCode } from '../../../rules/products/card.ts';
import { knownColumn } from '../../../rules/products/card-columns.ts';
import { faultOf, splitCell } from '../../../rules/products/read-cards.ts';
import type { CardDraft } from '../../../storage/contracts/card-edits.ts';
import type { CardTexts } from '../../i18n/options-card-texts.ts';
import { readAmount } from '../read-fields.ts';
import type { CardStart, EditableCard } from './model.ts';

/** A card as it is typed: every field a text, lists one entry per line. */
export interface TypedCard {
  name: string;
  codes: string;
  ids: string;
  material: string;
  size: string;
  bag: 'auto' | 'yes' | 'no';
  stock: string;
  points: string;
  matching: string;
  price: string;
  floor: string;
  lines: { key: number; label: string; text: string }[];
}

export type CardField = Exclude<keyof TypedCard, 'bag' | 'lines'> | `line-${number}`;
export type CardErrors = Partial<Record<CardField | 'card', string>>;

export function typedCard(card: EditableCard | undefined, start: CardStart = {}): TypedCard {
  const yuan = (fen: number | undefined): string =>
    fen === undefined ? '' : formatFen(fen).replace(/\.00$/, '');
  return {
    name: card?.name ?? start.name ?? '',
    codes: card?.codes.join('、') ?? start.code ?? '',
    ids: card?.ids.join('、') ?? start.id ?? '',
    material: card?.material ?? '',
    size: card?.size ?? '',
    bag: card?.bag === undefined ? 'auto' : card.bag ? 'yes' : 'no',
    stock: card?.stock ?? '',
    points: card?.points.join('\n') ?? '',
    matching: card?.matching.join('、') ?? '',
    price: yuan(card?.price),
    floor: yuan(card?.floor),
    lines: (card?.lines ?? []).map(({ label, text }, key) => ({ key, label, text })),
  };
}

/**
 * What was typed as a card to keep, or what is wrong with it, in plain words.
 * @param others the other cards, which must not have its codes or ids
 */
export function readCard(
  typed: TypedCard,
  id: string | undefined,
  others: readonly EditableCard[],
  t: CardTexts,
): { card: CardDraft } | { errors: CardErrors } {
  const errors: CardErrors = {};
  const codes = splitCell('codes', typed.codes);
  const ids = splitCell('ids', typed.ids);
  const amount = (field: 'price' | 'floor'): number | undefined => {
    if (typed[field].trim() === '') return undefined;
    const fen = readAmount(typed[field]);
    if (fen === undefined) errors[field] = t.badPrice;
    return fen;
  };
  const price = amount('price');
  const floor = amount('floor');
  const text = (field: 'material' | 'size' | 'stock'): string | undefined => typed[field].trim() || undefined;
  const [material, size, stock] = [text('material'), text('size'), text('stock')];
  for (const [field, entries] of [
    ['codes', codes],
    ['ids', ids],
  ] as const) {
    const own = new Set(entries.map(foldCode));
    const twin = others.find((card) => card[field].some((entry) => own.has(foldCode(entry))));
    const shared = twin?.[field].find((entry) => own.has(foldCode(entry)));
    if (twin && shared !== undefined) errors[field] = t.taken(shared, twin.name);
  }
  const lines: CardDraft['lines'] = [];
  for (const { key, label, text: said } of typed.lines) {
    const [name, value] = [label.trim(), said.trim()];
    if (name === '' && value === '') continue;
    if (name === '' || value === '') errors[`line-${key}`] = t.halfLine;
    else if (knownColumn(name)) errors[`line-${key}`] = t.ownField(name);
    else if (lines.some((line) => line.label === name)) errors[`line-${key}`] = t.twice(name);
    else lines.push({ label: name, text: value });
  }
  const card: CardDraft = {
    ...(id !== undefined && { id }),
    name: typed.name.trim() || (codes[0] ?? ids[0] ?? ''),
    codes,
    ids,
    ...(material !== undefined && { material }),
    ...(size !== undefined && { size }),
    ...(typed.bag !== 'auto' && { bag: typed.bag === 'yes' }),
    ...(stock !== undefined && { stock }),
    points: splitCell('points', `${typed.points}\n`),
    matching: splitCell('matching', typed.matching),
    ...(price !== undefined && { price }),
    ...(floor !== undefined && { floor }),
    lines,
  };
  const fault = faultOf(card);
  if (fault) errors.card = t.fault(fault);
  return Object.keys(errors).length > 0 ? { errors } : { card };
}
