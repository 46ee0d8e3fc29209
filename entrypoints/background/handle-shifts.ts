import type { LocalText } from '../../rules/language/local-text.ts';
import { correctShift as corrected, resumeShift as resumed } from '../../rules/shift/correct-shift.ts';
import { handoverText } from '../../rules/shift/handover-text.ts';
import { breakEnd, breakStart, endShift, type Shift, startShift } from '../../rules/shift/shift.ts';
import {
  beginShift,
  correctShift,
  draftHandover,
  finishShift,
  pauseShift,
  removeShift,
  resumeShift,
} from '../../storage/contracts/shift.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { FigureBook } from './figure-book.ts';
import { gatherHandover } from './handover.ts';
import type { ShiftBook } from './shift-book.ts';
import type { Stores } from './stores.ts';

type Outcome = { ok: true } | { ok: false; fault: LocalText };

/** What the agent does about shifts. */
export function handleShifts(
  server: RequestServer,
  stores: Stores,
  book: ShiftBook,
  figures: Pick<FigureBook, 'span' | 'figures'>,
  now: () => number,
): void {
  const plainly = (
    work: (shifts: readonly Shift[], at: number) => readonly Shift[],
  ): Promise<Record<string, never>> =>
    book.change((shifts, at) => ({ shifts: work(shifts, at), result: {} }));

  server.handle(beginShift, async () => {
    const { agentNumber } = await stores.settings.read();
    const id = crypto.randomUUID();
    return plainly((shifts, at) => startShift(shifts, { id, at, agent: agentNumber.trim(), by: 'hand' }));
  });

  server.handle(finishShift, () => plainly((shifts, at) => endShift(shifts, at, 'hand')));

  server.handle(resumeShift, () => plainly(resumed));

  server.handle(pauseShift, ({ paused }) =>
    plainly((shifts, at) => (paused ? breakStart(shifts, at) : breakEnd(shifts, at))),
  );

  server.handle(correctShift, ({ id, ...times }) =>
    book.change<Outcome>((shifts, at) => {
      const outcome = corrected(shifts, id, times, at);
      return outcome.ok ? { shifts: outcome.shifts, result: { ok: true } } : { shifts, result: outcome };
    }),
  );

  server.handle(draftHandover, async ({ language }) => ({
    text: handoverText(await gatherHandover(stores, figures, now), language),
  }));

  server.handle(removeShift, ({ id }) => plainly((shifts) => shifts.filter((shift) => shift.id !== id)));
}
