import { formatFen } from '../../../../rules/money/money.ts';
import type { ZoneQuestion } from '../../../../rules/zones/index.ts';
import { printKilograms, readAmount, readWeight, readWhole } from '../../../options/read-fields.ts';

export const factFields = ['pieces', 'total', 'weight'] as const;
export type FactField = (typeof factFields)[number];

/** What the agent typed of the order, as typed. */
export interface FactDraft extends Record<FactField, string> {
  flashSale: boolean;
}

export const noFacts: FactDraft = { pieces: '', total: '', weight: '', flashSale: false };

const readers: Record<FactField, (text: string) => number | undefined> = {
  pieces: (text) => readWhole(text, 1, 100_000),
  total: readAmount,
  weight: readWeight,
};

/** What can be read of a draft; a field that cannot is named and counts as unknown. */
export function readFacts(draft: FactDraft): { facts: ZoneQuestion; bad: FactField[] } {
  const values = factFields.map((field) => [field, readers[field](draft[field])] as const);
  const bad = values.filter(([field, value]) => value === undefined && draft[field].trim() !== '');
  const known = new Map(values);
  const [pieces, total, grams] = [known.get('pieces'), known.get('total'), known.get('weight')];
  const facts: ZoneQuestion = {
    ...(pieces !== undefined && { pieces }),
    ...(total !== undefined && { total }),
    ...(grams !== undefined && { grams }),
    ...(draft.flashSale && { flashSale: true }),
  };
  return { facts, bad: bad.map(([field]) => field) };
}

/** What is known of an order, as a draft to be changed by hand. */
export const draftOf = ({ pieces, total, grams, flashSale }: ZoneQuestion): FactDraft => ({
  pieces: pieces === undefined ? '' : String(pieces),
  total: total === undefined ? '' : formatFen(total),
  weight: grams === undefined ? '' : printKilograms(grams),
  flashSale: flashSale === true,
});
