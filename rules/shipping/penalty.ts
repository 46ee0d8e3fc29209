import { type LocalText, say } from '../language/local-text.ts';
import { penaltyRows } from '../packs/platform-penalty-rows.ts';
import type { PenaltyBand, PenaltyValue, PlatformRow, RowTag } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';

/** What a platform may deduct for one order: an estimate that nobody has checked, with its source. */
export interface PenaltyEstimate {
  /** Id of the row. */
  rule: string;
  what: LocalText;
  /** Fen; absent where no amount is known (未知, 请以后台为准). */
  fen?: number;
  /** An amount can be worked out where the order's is known. */
  known: boolean;
  /** The user's own value: what is said of the source is of the shipped one. */
  own?: true;
  tag: RowTag;
  source: string;
  source_date: string;
  effective_from?: string;
  others: { says: string; source: string }[];
  note?: LocalText;
}

function ofBand({ fixed, basisPoints, least, most }: PenaltyBand, amount: number): number {
  // Whole fen, half up; amounts are far below 2^53 / 10,000.
  const share = Math.floor((amount * (basisPoints ?? 0) + 5_000) / 10_000);
  const sum = fixed ?? share;
  return Math.min(Math.max(sum, least ?? 0), most ?? Number.MAX_SAFE_INTEGER);
}

/** The penalty of a row for an order of so many fen; the first band that reaches the amount decides. */
export function penaltyOf({ bands }: PenaltyValue, amount: number): number | undefined {
  const band = bands.find(({ upTo }) => upTo === undefined || amount <= upTo);
  return band && ofBand(band, amount);
}

/** The note speaks of the shipped amounts; over the user's own the user's note stands. */
function noteOf({ note, user_value, user_note }: PlatformRow): Pick<PenaltyEstimate, 'note'> {
  if (user_value) return user_note ? { note: say(user_note, user_note) } : {};
  return note ? { note } : {};
}

/**
 * Every penalty row of a platform for an order (rules.md §1), for the agent who asks. Platforms without rows give
 * none: nothing is known of them.
 * @param amount what was received, fen; without it only what is known of the rule is told
 */
export function penaltyEstimates(
  platform: Platform,
  amount: number | undefined,
  rows: readonly PlatformRow[] = penaltyRows,
): PenaltyEstimate[] {
  return rows
    .filter((row) => row.platform === platform && row.key.startsWith('penalty-'))
    .map((row) => {
      const value = row.user_value ?? row.value;
      const fen = value.kind === 'penalty' && amount !== undefined ? penaltyOf(value, amount) : undefined;
      return {
        rule: row.id,
        what: row.label,
        ...(fen !== undefined && { fen }),
        known: value.kind === 'penalty',
        ...(row.user_value && { own: true as const }),
        tag: row.tag,
        source: row.source,
        source_date: row.source_date,
        ...(row.effective_from !== undefined && { effective_from: row.effective_from }),
        others: row.other_values.map(({ says, source }) => ({ says, source })),
        ...noteOf(row),
      };
    });
}
