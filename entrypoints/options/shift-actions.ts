import type { ShiftsActions } from '../../components/options/shifts/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { correctShift, removeShift } from '../../storage/contracts/shift.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { shiftSum } from '../shared/shift-sum.ts';

/** What the agent does with the list of shifts. */
export function shiftsActions(run: (work: Promise<unknown>) => void): ShiftsActions {
  return {
    async correct(id, { start, end, breaks }) {
      const times = { start, ...(end !== undefined && { end }), breaks: [...breaks] };
      return sendRequest(correctShift, { id, ...times }).then(
        (outcome) => (outcome.ok ? undefined : outcome.fault),
        () => say('没有保存成功，请再试一次', 'Not saved; please try again'),
      );
    },
    remove: (id) => run(sendRequest(removeShift, { id })),
    sum: (shift) => shiftSum(shift, Date.now()),
  };
}
