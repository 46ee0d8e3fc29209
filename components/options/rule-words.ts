import { formatFen } from '../../rules/money/money.ts';
import type { CourierRule } from '../../rules/zones/table.ts';
import type { OptionsTexts } from '../i18n/options-texts.ts';
import { printKilograms } from './read-fields.ts';

/** Whole yuan without decimals: agents say 18, not 18.00. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : formatFen(fen);
}

/** The surcharge of a rule in words; undefined where it has none. */
export function surchargeWords(rule: CourierRule, t: OptionsTexts): string | undefined {
  const { surcharge } = rule;
  if (!surcharge) return undefined;
  return t.surchargeText(
    yuan(surcharge.first),
    surcharge.firstUnit === undefined ? '' : printKilograms(surcharge.firstUnit),
    surcharge.next === undefined ? '' : yuan(surcharge.next),
  );
}

/** The conditions of a rule in words, one entry each. */
export function ruleConditions(rule: CourierRule, t: OptionsTexts): string[] {
  const when = rule.when ?? {};
  const words: string[] = [];
  if (when.minPieces !== undefined || when.maxPieces !== undefined) {
    words.push(t.piecesText(String(when.minPieces ?? ''), String(when.maxPieces ?? '')));
  }
  if (when.minTotal !== undefined || when.maxTotal !== undefined) {
    words.push(
      t.totalText(
        when.minTotal === undefined ? '' : yuan(when.minTotal),
        when.maxTotal === undefined ? '' : yuan(when.maxTotal),
      ),
    );
  }
  if (when.flashSale !== undefined) words.push(when.flashSale ? t.flashSales.yes : t.flashSales.no);
  return words;
}
