import type { CourierRule } from '../../rules/zones/table.ts';
import type { OptionsTexts } from '../i18n/options-texts.ts';
import { printKilograms, readAmount, readKilograms, readWhole, splitNames } from './read-fields.ts';
import { yuan } from './rule-words.ts';

/** A courier rule as typed. */
export interface RuleDraft {
  courier: string;
  regions: string;
  reach: CourierRule['reach'];
  first: string;
  firstUnit: string;
  next: string;
  minPieces: string;
  maxPieces: string;
  minTotal: string;
  maxTotal: string;
  flashSale: 'any' | 'yes' | 'no';
  priority: string;
  note: string;
}

export type RuleErrors = Partial<Record<keyof RuleDraft, string>>;

const typed = (value: number | undefined, print: (n: number) => string = String): string =>
  value === undefined ? '' : print(value);

/** The rule as an agent would have typed it; a new one reaches everywhere. */
export function draftOf(rule: CourierRule | undefined): RuleDraft {
  const when = rule?.when ?? {};
  return {
    courier: rule?.courier ?? '',
    regions: rule?.regions.join('、') ?? '',
    reach: rule?.reach ?? 'reaches',
    first: typed(rule?.surcharge?.first, yuan),
    firstUnit: typed(rule?.surcharge?.firstUnit, printKilograms),
    next: typed(rule?.surcharge?.next, yuan),
    minPieces: typed(when.minPieces),
    maxPieces: typed(when.maxPieces),
    minTotal: typed(when.minTotal, yuan),
    maxTotal: typed(when.maxTotal, yuan),
    flashSale: when.flashSale === undefined ? 'any' : when.flashSale ? 'yes' : 'no',
    priority: typed(rule?.priority ?? 10),
    note: rule?.note ?? '',
  };
}

/** Reads a typed rule: the rule, or one error per field that cannot be kept. */
export function readRule(
  draft: RuleDraft,
  old: CourierRule | undefined,
  newId: string,
  t: OptionsTexts,
): { rule: CourierRule } | { errors: RuleErrors } {
  const errors: RuleErrors = {};
  const optional = <T>(
    field: keyof RuleDraft,
    read: (text: string) => T | undefined,
    error: string,
  ): T | undefined => {
    const text = draft[field];
    if (text.trim() === '') return undefined;
    const value = read(text);
    if (value === undefined) errors[field] = error;
    return value;
  };
  const pieces = (text: string): number | undefined => readWhole(text, 1, 100_000);

  const courier = draft.courier.trim();
  if (courier === '') errors.courier = t.courierMissing;
  const withSurcharge = draft.reach === 'surcharge';
  const first = withSurcharge ? optional('first', readAmount, t.badMoney) : undefined;
  if (withSurcharge && draft.first.trim() === '') errors.first = t.surchargeMissing;
  const firstUnit = withSurcharge ? optional('firstUnit', readKilograms, t.badWeight) : undefined;
  const next = withSurcharge ? optional('next', readAmount, t.badMoney) : undefined;
  const minPieces = optional('minPieces', pieces, t.badNumber);
  const maxPieces = optional('maxPieces', pieces, t.badNumber);
  const minTotal = optional('minTotal', readAmount, t.badMoney);
  const maxTotal = optional('maxTotal', readAmount, t.badMoney);
  if (minPieces !== undefined && maxPieces !== undefined && minPieces > maxPieces) {
    errors.maxPieces = t.rangeOrder;
  }
  if (minTotal !== undefined && maxTotal !== undefined && minTotal > maxTotal) errors.maxTotal = t.rangeOrder;
  const priority = readWhole(draft.priority, 0, 9_999);
  if (priority === undefined) errors.priority = t.badNumber;
  if (Object.keys(errors).length > 0 || priority === undefined) return { errors };

  const when = {
    ...(minPieces !== undefined && { minPieces }),
    ...(maxPieces !== undefined && { maxPieces }),
    ...(minTotal !== undefined && { minTotal }),
    ...(maxTotal !== undefined && { maxTotal }),
    ...(draft.flashSale !== 'any' && { flashSale: draft.flashSale === 'yes' }),
  };
  const note = draft.note.trim();
  return {
    rule: {
      id: old?.id ?? newId,
      courier,
      regions: splitNames(draft.regions),
      reach: draft.reach,
      priority,
      ...(first !== undefined && {
        surcharge: {
          first,
          ...(firstUnit !== undefined && { firstUnit }),
          // The form asks for the price of each further kilogram; another unit of an imported rule stays.
          ...(next !== undefined && { next, nextUnit: old?.surcharge?.nextUnit ?? 1_000 }),
        },
      }),
      ...(Object.keys(when).length > 0 && { when }),
      ...(note !== '' && { note }),
    },
  };
}
