/** Folds full-width digits and signs to half width, so that ￥１９．９０ reads like ¥19.90. */
const fold = (text: string): string => text.normalize('NFKC').replace(/[\u2212\u2013]/g, '-');

/** What makes a number something other than yuan: another unit, another currency, a count, a code. */
const notYuanAfter =
  /^\s*(?:[%‰折万亿千百分角件个双只条号月年时]|天(?!猫)|美元|美金|港币|港元|欧元|日元)|^(?!rmb|cny|yuan)[a-z]/i;
const notYuanBefore = /(?:[$€£.]\s*|[a-z](?<!rmb|cny))$/i;

/**
 * Reads an amount of money as integer fen. Accepts ¥/￥/元/RMB/CNY, thousands commas, full-width digits and a
 * sign. Undefined where there is no amount, more than one, more than two decimals (rules.md §4.3), or a number
 * that is not yuan (8.8折, 88%, 3件, $5, .5): never a guess.
 */
export function readMoney(text: string): number | undefined {
  const folded = fold(text);
  const amounts = [
    ...folded.matchAll(/([+-])?\s*[¥]?\s*([+-])?\s*(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(\d+))?/g),
  ];
  const [found] = amounts;
  if (amounts.length !== 1 || !found) return undefined;
  const [whole, signBefore, signAfter, integer = '', decimals = ''] = found;
  if (decimals.length > 2 || (signBefore !== undefined && signAfter !== undefined)) return undefined;
  if (notYuanBefore.test(folded.slice(0, found.index))) return undefined;
  if (notYuanAfter.test(folded.slice(found.index + whole.length))) return undefined;
  const fen = Number(integer.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0') || 0);
  if (!Number.isSafeInteger(fen)) return undefined;
  return (signBefore ?? signAfter) === '-' && fen !== 0 ? -fen : fen;
}

/** Fen as yuan with two decimals, `1990` → `19.90`; no currency sign. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}
