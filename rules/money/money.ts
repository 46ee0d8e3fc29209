/** Folds full-width digits and signs to half width, so that ￥１９．９０ reads like ¥19.90. */
const fold = (text: string): string => text.normalize('NFKC');

/**
 * Reads an amount of money as integer fen. Accepts ¥/￥/元, thousands commas, full-width digits and a sign.
 * Undefined where there is no amount, more than one, or more than two decimals (rules.md §4.3): never a guess.
 */
export function readMoney(text: string): number | undefined {
  const folded = fold(text).replace(/[\u2212\u2013]/g, '-');
  const amounts = [...folded.matchAll(/([+-])?\s*[¥$]?\s*([+-])?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/g)];
  if (amounts.length !== 1) return undefined;
  const [, signBefore, signAfter, whole = '', decimals = ''] = amounts[0] ?? [];
  if (decimals.length > 2) return undefined;
  const fen = Number(whole.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0') || 0);
  if (!Number.isSafeInteger(fen)) return undefined;
  return (signBefore ?? signAfter) === '-' ? -fen : fen;
}

/** Fen as yuan with two decimals, `1990` → `19.90`; no currency sign. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}
