import { useEffect, useMemo, useState } from 'react';
import type { FiguresChoice, ShiftFigures } from '../../components/figures/model.ts';
import type { Shift } from '../../rules/shift/shift.ts';
import { readSpanFigures } from '../../storage/contracts/figures.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { ShiftRecord } from '../../storage/schemas/shift.ts';
import { shownShifts } from './shown-shifts.ts';

const none: ShiftRecord['shifts'] = [];

export function useShifts(
  record: Pick<ShiftRecord, 'shifts'> | undefined,
  asked: string | undefined,
): Shift[] {
  const all = record?.shifts ?? none;
  return useMemo(() => shownShifts(all, asked, Date.now()), [all, asked]);
}

/**
 * What a shift came to, on the platform and of the account that were chosen; nothing while another one's was the last
 * answer.
 * @param turn another word asks the same again
 */
export function useShiftFigures(
  choice: FiguresChoice | undefined,
  shift: Shift | undefined,
  turn: string,
): { figures?: ShiftFigures; failed: boolean } {
  const [answer, setAnswer] = useState<ShiftFigures>();
  const [failed, setFailed] = useState(false);
  const { platform, agent } = choice ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn asks again
  useEffect(() => {
    if (platform === undefined || !shift) return undefined;
    let isGone = false;
    const { start: from, end: to } = shift;
    const whose = { platform, ...(agent !== undefined && { agent }) };
    sendRequest(readSpanFigures, { ...whose, from, ...(to !== undefined && { to }) }).then(
      (groups) => {
        if (isGone) return;
        const figures = groups.find((group) => group.platform === platform)?.figures ?? [];
        setAnswer({ ...whose, shift, figures, asOf: to ?? Date.now() });
        setFailed(false);
      },
      (error: unknown) => {
        if (isGone) return;
        console.error('[shoubian] figures', error);
        setFailed(true);
      },
    );
    return () => {
      isGone = true;
    };
  }, [platform, agent, shift, turn]);
  const isAsked =
    answer !== undefined &&
    answer.shift.id === shift?.id &&
    answer.platform === platform &&
    answer.agent === agent;
  return { ...(isAsked && { figures: answer }), failed: choice !== undefined && failed };
}
