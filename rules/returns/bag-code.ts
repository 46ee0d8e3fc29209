import type { OrderLine } from '../orders/order.ts';
import type { BagCode } from './return-rules.ts';

/** Where the shop names the line's own code in a bag code. */
export const ownCode = '{货号}';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/**
 * What to write on the bag of a returned line (mission.md B8: 包之恋955, RST182): the first row of the shop's list that
 * fits, else the line's own code. Undefined where neither tells, so that nobody writes a code that is none.
 */
export function bagCodeOf(
  line: Pick<OrderLine, 'title' | 'sku' | 'code'>,
  codes: readonly BagCode[],
): { code: string; from: 'rule' | 'line' } | undefined {
  const said = [line.title, line.sku, line.code].map((text) => fold(text ?? ''));
  const fits = codes.find(({ match }) => {
    const wanted = fold(match);
    return wanted !== '' && said.some((text) => text.includes(wanted));
  });
  const own = line.code?.trim() || undefined;
  if (!fits) return own === undefined ? undefined : { code: own, from: 'line' };
  if (!fits.code.includes(ownCode)) return { code: fits.code, from: 'rule' };
  return own === undefined ? undefined : { code: fits.code.replaceAll(ownCode, own), from: 'rule' };
}

/** The codes of several lines, each once, as they are written on one bag. */
export function bagCodesOf(
  lines: readonly Pick<OrderLine, 'title' | 'sku' | 'code'>[],
  codes: readonly BagCode[],
): string | undefined {
  const said = [...new Set(lines.flatMap((line) => bagCodeOf(line, codes)?.code ?? []))];
  return said.length === 0 ? undefined : said.join('、');
}
