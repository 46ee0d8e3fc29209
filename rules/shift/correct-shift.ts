import { type LocalText, say } from '../language/local-text.ts';
import { DAY_MS, shortShanghaiTime } from '../time/shanghai.ts';
import { LONGEST_SHIFT_MS, type Shift, type ShiftBreak, withShift } from './shift.ts';

/** What an agent says a shift's times were. Epoch ms; without `end` it goes on. */
export interface ShiftTimes {
  start: number;
  end?: number;
  breaks: readonly ShiftBreak[];
}

export type CorrectedShift = { ok: true; shifts: Shift[] } | { ok: false; fault: LocalText };

const fault = (zh: string, en: string): { ok: false; fault: LocalText } => ({
  ok: false,
  fault: say(zh, en),
});

/** What is wrong with the times by themselves. */
function faultOf(
  { start, end, breaks }: ShiftTimes,
  now: number,
): { ok: false; fault: LocalText } | undefined {
  if (start > now) return fault('上班时间还没到', 'The start lies in the future');
  if (end !== undefined && end <= start)
    return fault('下班要晚于上班', 'The end must be later than the start');
  if (end !== undefined && end > now) return fault('下班时间还没到', 'The end lies in the future');
  if ((end ?? now) - start > LONGEST_SHIFT_MS)
    return fault('一个班最长 24 小时', 'A shift lasts 24 hours at most');
  let last = start;
  for (const [at, { from, to }] of breaks.entries()) {
    if (to === undefined && (end !== undefined || at < breaks.length - 1))
      return fault('休息没有写结束时间', 'A break has no end');
    if (to !== undefined && to <= from)
      return fault('休息的结束要晚于开始', 'A break must end after it began');
    if (from < last || (to ?? from) > (end ?? now))
      return fault('休息要在班次之内，前后不能重叠', 'Breaks lie inside the shift and do not overlap');
    last = to ?? from;
  }
  return undefined;
}

/**
 * The list with other times for one shift, as the agent remembers them; nothing is changed when they cannot be. A shift
 * that is over stays over. Shifts never overlap.
 */
export function correctShift(
  shifts: readonly Shift[],
  id: string,
  times: ShiftTimes,
  now: number,
): CorrectedShift {
  const before = shifts.find((shift) => shift.id === id);
  if (!before) return fault('这个班次已经不在了', 'This shift is no longer there');
  const breaks = [...times.breaks].sort((one, other) => one.from - other.from);
  const { start, end } = times;
  if (end === undefined && before.end !== undefined)
    return fault('请写下班时间', 'Please give the end of the shift');
  const wrong = faultOf({ ...times, breaks }, now);
  if (wrong) return wrong;
  const other = shifts.find(
    (shift) =>
      shift.id !== id &&
      shift.start < (end ?? Number.POSITIVE_INFINITY) &&
      (shift.end ?? Number.POSITIVE_INFINITY) > start,
  );
  if (other) {
    const when = shortShanghaiTime(other.start);
    return fault(`和 ${when} 开始的班次重叠`, `It overlaps the shift that began ${when}`);
  }
  // How many orders fall into the new times is counted anew.
  const { end: _, endedBy: __, orders: ___, ...rest } = before;
  const corrected: Shift = {
    ...rest,
    start,
    ...(start !== before.start && { startedBy: 'hand' as const }),
    breaks,
    ...(end !== undefined && {
      end,
      endedBy: end === before.end && before.endedBy ? before.endedBy : ('hand' as const),
    }),
  };
  return {
    ok: true,
    shifts: withShift(shifts, corrected).sort((one, two) => one.start - two.start),
  };
}

/** So long after the end it can still be taken back. */
const RESUME_MS = DAY_MS / 48;

/** The shift that was ended a moment ago, while none runs: pressed by mistake, it can go on. */
export function resumable(shifts: readonly Shift[], now: number): Shift | undefined {
  const last = shifts.at(-1);
  return last?.end !== undefined && last.endedBy === 'hand' && now - last.end < RESUME_MS ? last : undefined;
}

/** The list with that shift going on; the time between counts as a break. */
export function resumeShift(shifts: readonly Shift[], now: number): readonly Shift[] {
  const last = resumable(shifts, now);
  if (last?.end === undefined) return shifts;
  const { end, endedBy: _, orders: __, ...rest } = last;
  const breaks = now > end ? [...last.breaks, { from: end, to: now }] : last.breaks;
  return withShift(shifts, { ...rest, breaks });
}
