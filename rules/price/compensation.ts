import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';

/** One row of a shop's compensation table (mission.md B13); fen. `under` and `from` bound the order amount. */
export interface CompensationRow {
  id: string;
  goods: 'normal' | 'flash';
  under?: number;
  from?: number;
  least: number;
  most: number;
}

/** The example shop's table; every number is the shop's to edit. */
export const exampleCompensation: readonly CompensationRow[] = [
  { id: 'B13-normal', goods: 'normal', least: 500, most: 1_000 },
  { id: 'B13-flash-low', goods: 'flash', under: 1_890, least: 200, most: 500 },
  { id: 'B13-flash-high', goods: 'flash', from: 1_890, least: 500, most: 1_000 },
];

export interface CompensationCase {
  flashSale: boolean;
  /** What the buyer paid for the goods; fen. */
  amount?: number;
  /** The goods cannot be used at all: the order is refunded instead. */
  unusable?: boolean;
  /** The buyer turned the whole band down. */
  notContent?: boolean;
}

export type CompensationBand =
  | { next: 'compensate'; row: string; least: number; most: number; says: LocalText; phrase: string }
  | { next: 'refund' | 'manager'; says: LocalText; phrase: string }
  | { next: 'ask-amount'; says: LocalText };

/**
 * What an agent may offer for a quality complaint (mission.md B13): the band and the words for the buyer. The
 * phrase names no amount: the agent decides inside the band.
 */
export function compensationBand(
  complaint: CompensationCase,
  rows: readonly CompensationRow[] = exampleCompensation,
): CompensationBand {
  if (complaint.notContent) {
    return {
      next: 'manager',
      says: say('买家不接受，转给主管处理', 'The buyer does not accept it: hand it to the manager'),
      phrase: '亲，您的情况我已经记下来了，马上请主管来跟进，麻烦您稍等一下，好吗？',
    };
  }
  if (complaint.unusable) {
    return {
      next: 'refund',
      says: say('商品无法使用，走退款', 'The goods cannot be used: refund'),
      phrase: '亲，实在抱歉，让您收到不能用的商品了。您这边申请一下退款，我马上帮您处理，您看可以吗？',
    };
  }
  const goods = complaint.flashSale ? 'flash' : 'normal';
  const candidates = rows.filter((row) => row.goods === goods);
  const { amount } = complaint;
  const bounded = candidates.some((row) => row.under !== undefined || row.from !== undefined);
  if (bounded && amount === undefined) {
    return {
      next: 'ask-amount',
      says: say('没读到金额，补偿档位要看金额', 'No amount was read, and the band depends on it'),
    };
  }
  const row = candidates.find(
    (candidate) =>
      (candidate.under === undefined || (amount ?? 0) < candidate.under) &&
      (candidate.from === undefined || (amount ?? 0) >= candidate.from),
  );
  if (!row) {
    return {
      next: 'manager',
      says: say(
        '本店没有对应的补偿档位，转给主管',
        'The shop has no band for this case: hand it to the manager',
      ),
      phrase: '亲，您的情况我已经记下来了，马上请主管来跟进，麻烦您稍等一下，好吗？',
    };
  }
  const band = `${formatFen(row.least)}–${formatFen(row.most)}`;
  return {
    next: 'compensate',
    row: row.id,
    least: row.least,
    most: row.most,
    says: say(`可补偿 ${band} 元，先请买家发图`, `¥${band} may be offered; ask for a picture first`),
    phrase:
      '亲，实在抱歉给您添麻烦了。麻烦您拍一张问题处的照片发我，我核实后马上给您一个满意的处理方案，好吗？',
  };
}

/** Amounts to choose from inside a band, both ends among them; at most seven, whole steps of a yuan where they fit. */
export function bandAmounts({ least, most }: { least: number; most: number }): number[] {
  const steps = Math.min(6, Math.max(1, Math.ceil((most - least) / 100)));
  const amounts = Array.from({ length: steps }, (_, at) => {
    const exact = least + ((most - least) * at) / steps;
    return Math.max(least, Math.floor(exact / 100) * 100);
  });
  return [...new Set([...amounts, most])];
}

/** What the buyer is told once the agent has decided on an amount; fen. */
export const compensationOffer = (amount: number): string =>
  `亲，实在抱歉给您添麻烦了，核实后这边给您补偿 ${formatFen(amount).replace(/\.00$/, '')} 元，您看可以吗？`;

/** Why a shop's table cannot be kept as it is; one entry per fault. Bands of one kind of goods must not overlap. */
export function compensationFaults(rows: readonly CompensationRow[]): LocalText[] {
  const faults: LocalText[] = [];
  for (const [at, row] of rows.entries()) {
    const place = at + 1;
    if (row.least > row.most) {
      faults.push(say(`第 ${place} 档：最少比最多还多`, `Band ${place}: the least is more than the most`));
    }
    if (row.under !== undefined && row.from !== undefined && row.from >= row.under) {
      faults.push(say(`第 ${place} 档：金额范围是空的`, `Band ${place}: no amount lies in its range`));
    }
    const earlier = rows.slice(0, at).findIndex((other) => other.goods === row.goods && overlap(other, row));
    if (earlier >= 0) {
      faults.push(
        say(
          `第 ${place} 档和第 ${earlier + 1} 档的金额范围有重叠`,
          `Bands ${earlier + 1} and ${place} speak of the same amounts`,
        ),
      );
    }
  }
  return faults;
}

const overlap = (a: CompensationRow, b: CompensationRow): boolean =>
  (a.from ?? 0) < (b.under ?? Number.POSITIVE_INFINITY) &&
  (b.from ?? 0) < (a.under ?? Number.POSITIVE_INFINITY);
