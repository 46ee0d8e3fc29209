import type { DockActions, DockModel } from '../../components/dock/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { resumable } from '../../rules/shift/correct-shift.ts';
import { currentShift } from '../../rules/shift/shift.ts';
import {
  beginShift,
  draftHandover,
  finishShift,
  pauseShift,
  resumeShift,
} from '../../storage/contracts/shift.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { ShiftRecord } from '../../storage/schemas/shift.ts';

type ShiftView = NonNullable<DockModel['shift']>;
type ShiftActions = NonNullable<DockActions['shift']>;

/** The shift as views show it at `now`. */
export function shiftView({ shifts }: Pick<ShiftRecord, 'shifts'>, now: number): ShiftView {
  const running = currentShift(shifts, now);
  const ended = running ? undefined : resumable(shifts, now);
  return { ...(running && { running }), ...(ended && { ended }) };
}

/**
 * What the agent does about the shift, in the popup and in the dock.
 * @param copy writes to the clipboard; false where the browser refuses
 */
export function shiftActions(
  language: () => Language,
  copy: (text: string) => Promise<boolean>,
): ShiftActions {
  // What is not done shows by itself: the control goes by the store.
  const ask = (sent: Promise<unknown>): void => void sent.catch(() => undefined);
  return {
    begin: () => ask(sendRequest(beginShift, {})),
    end: () => ask(sendRequest(finishShift, {})),
    pause: (paused) => ask(sendRequest(pauseShift, { paused })),
    resume: () => ask(sendRequest(resumeShift, {})),
    handover: () =>
      sendRequest(draftHandover, { language: language() }).then(
        ({ text }) => copy(text),
        () => false,
      ),
  };
}
