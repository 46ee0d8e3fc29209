import type { RegionCheck } from '../../../rules/zones/check-table.ts';
import { yuan } from '../../../rules/zones/rule-text.ts';
import type { CourierRule } from '../../../rules/zones/table.ts';
import type { OptionsTexts } from '../../i18n/options-texts.ts';
import { printKilograms, readAmount, readWeight, readWhole, splitNames } from '../read-fields.ts';

/** A courier rule as typed. */
export interface RuleDraft {
  courier: string;
  regions: string;
  keywords: string;
  corps: boolean;
  reach: CourierRule['reach'];
  first: string;
  firstUnit: string;
  next: string;
  nextUnit: string;
  minPieces: string;
  maxPieces: string;
  minTotal: string;
  maxTotal: string;
  minWeight: string;
  maxWeight: string;
  flashSale: 'any' | 'yes' | 'no';
  leastDays: string;
  mostDays: string;
  priority: string;
  note: string;
}

/** Fields written as one text. */
export type TypedField = Exclude<keyof RuleDraft, 'reach' | 'flashSale' | 'corps'>;
export type RuleErrors = Partial<Record<keyof RuleDraft, string>>;

const typed = (value: number | undefined, print: (n: number) => string = String): string =>
  value === undefined ? '' : print(value);

/** The rule as an agent would have typed it; a new one reaches everywhere. */
export function draftOf(rule: Partial<CourierRule> | undefined): RuleDraft {
  const when = rule?.when ?? {};
  return {
    courier: rule?.courier ?? '',
    regions: rule?.regions?.join('、') ?? '',
    keywords: rule?.keywords?.join('、') ?? '',
    corps: rule?.corps === true,
    reach: rule?.reach ?? 'reaches',
    first: typed(rule?.surcharge?.first, yuan),
    firstUnit: typed(rule?.surcharge?.firstUnit, printKilograms),
    next: typed(rule?.surcharge?.next, yuan),
    nextUnit: typed(rule?.surcharge?.nextUnit, printKilograms),
    minPieces: typed(when.minPieces),
    maxPieces: typed(when.maxPieces),
    minTotal: typed(when.minTotal, yuan),
    maxTotal: typed(when.maxTotal, yuan),
    minWeight: typed(when.minGrams, printKilograms),
    maxWeight: typed(when.maxGrams, printKilograms),
    flashSale: when.flashSale === undefined ? 'any' : when.flashSale ? 'yes' : 'no',
    leastDays: typed(rule?.days?.least),
    mostDays: typed(rule?.days?.most),
    priority: typed(rule?.priority ?? 10),
    note: rule?.note ?? '',
  };
}

/** What is wrong with the regions as typed, and what was meant where the lists have an idea; one line per region. */
export function regionErrors(text: string, t: OptionsTexts, find?: RegionCheck): string[] {
  if (!find) return [];
  return splitNames(text).flatMap((name) => {
    const found = find(name);
    if (found.ok) return [];
    if (found.open) return [t.openRegion(name, found.open.slice(0, 4).join('、'))];
    const near = (found.near ?? []).slice(0, 3).join('、');
    return [near === '' ? t.unknownRegion(name) : t.nearRegion(name, near)];
  });
}

const kilogram = 1_000;
/** As the store keeps them (storage/schemas/shop.ts). */
const longestNote = 400;
const longestWord = 40;
const longestCourier = 40;

/**
 * Reads a typed rule: the rule, or one error per field that cannot be kept.
 * @param id of the rule it becomes
 * @param find looks a region up; absent while the lists are not there
 */
export function readRule(
  draft: RuleDraft,
  id: string,
  t: OptionsTexts,
  find?: RegionCheck,
): { rule: CourierRule } | { errors: RuleErrors } {
  const errors: RuleErrors = {};
  const optional = <T>(
    field: TypedField,
    read: (text: string) => T | undefined,
    error: string,
  ): T | undefined => {
    const text = draft[field];
    if (text.trim() === '') return undefined;
    const value = read(text);
    if (value === undefined) errors[field] = error;
    return value;
  };
  const inOrder = (least: number | undefined, most: number | undefined, field: keyof RuleErrors): void => {
    if (least !== undefined && most !== undefined && least > most) errors[field] = t.rangeOrder;
  };
  const pieces = (text: string): number | undefined => readWhole(text, 1, 100_000);
  const day = (text: string): number | undefined => readWhole(text, 0, 365);

  const courier = draft.courier.trim();
  if (courier === '') errors.courier = t.courierMissing;
  else if (courier.length > longestCourier) errors.courier = t.tooLong(longestCourier);
  const regions = splitNames(draft.regions);
  const unknown = regionErrors(draft.regions, t, find);
  if (unknown.length > 0) errors.regions = unknown.join('\n');
  const keywords = splitNames(draft.keywords);
  if (keywords.some((word) => word.length > longestWord)) errors.keywords = t.tooLong(longestWord);

  const withFee = draft.reach === 'surcharge';
  const first = withFee ? optional('first', readAmount, t.badMoney) : undefined;
  if (withFee && draft.first.trim() === '') errors.first = t.surchargeMissing;
  const firstUnit = withFee ? optional('firstUnit', readWeight, t.badWeight) : undefined;
  const next = withFee ? optional('next', readAmount, t.badMoney) : undefined;
  const nextUnit = withFee ? optional('nextUnit', readWeight, t.badWeight) : undefined;
  if (next !== undefined && draft.firstUnit.trim() === '') errors.firstUnit = t.firstWeightMissing;
  const minPieces = optional('minPieces', pieces, t.badNumber);
  const maxPieces = optional('maxPieces', pieces, t.badNumber);
  const minTotal = optional('minTotal', readAmount, t.badMoney);
  const maxTotal = optional('maxTotal', readAmount, t.badMoney);
  const minGrams = optional('minWeight', readWeight, t.badWeight);
  const maxGrams = optional('maxWeight', readWeight, t.badWeight);
  const least = optional('leastDays', day, t.badDays);
  const most = optional('mostDays', day, t.badDays);
  inOrder(minPieces, maxPieces, 'maxPieces');
  inOrder(minTotal, maxTotal, 'maxTotal');
  inOrder(minGrams, maxGrams, 'maxWeight');
  inOrder(least, most, 'mostDays');
  const priority = readWhole(draft.priority, 0, 9_999);
  if (priority === undefined) errors.priority = t.badNumber;
  const note = draft.note.trim();
  if (note.length > longestNote) errors.note = t.tooLong(longestNote);
  if (Object.keys(errors).length > 0 || priority === undefined) return { errors };

  const when = {
    ...(minPieces !== undefined && { minPieces }),
    ...(maxPieces !== undefined && { maxPieces }),
    ...(minTotal !== undefined && { minTotal }),
    ...(maxTotal !== undefined && { maxTotal }),
    ...(draft.flashSale !== 'any' && { flashSale: draft.flashSale === 'yes' }),
    ...(minGrams !== undefined && { minGrams }),
    ...(maxGrams !== undefined && { maxGrams }),
  };
  return {
    rule: {
      id,
      courier,
      regions,
      ...(keywords.length > 0 && { keywords }),
      ...(draft.corps && { corps: true }),
      reach: draft.reach,
      ...(first !== undefined && {
        surcharge: {
          first,
          ...(firstUnit !== undefined && { firstUnit }),
          // The price of a further weight is one of each kilogram unless the shop says otherwise.
          ...(next !== undefined && { next, nextUnit: nextUnit ?? kilogram }),
        },
      }),
      ...(Object.keys(when).length > 0 && { when }),
      ...((least !== undefined || most !== undefined) && {
        days: { ...(least !== undefined && { least }), ...(most !== undefined && { most }) },
      }),
      priority,
      ...(note !== '' && { note }),
    },
  };
}
