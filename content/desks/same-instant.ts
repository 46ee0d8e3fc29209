/** What is known of one message's moment. */
export interface Moment {
  t: number;
  seq: number;
}

/**
 * Places of messages that carry the same time one after the other, as the page shows them (TurnEvent.seq). A message
 * told before keeps its place, so that one that comes later in the same second stands after it, and an older one that
 * was loaded since stands before it.
 * @param times in the page's order; undefined for a message whose time is not known
 * @param known places told before, by position
 */
export function seqsOf(
  times: readonly (number | undefined)[],
  known: (index: number) => number | undefined,
): number[] {
  const all = times.filter((t) => t !== undefined);
  // A list that shows its newest message first.
  if ((all[0] ?? 0) > (all.at(-1) ?? 0)) {
    const last = times.length - 1;
    return oldestFirst([...times].reverse(), (i) => known(last - i)).reverse();
  }
  return oldestFirst(times, known);
}

function oldestFirst(
  times: readonly (number | undefined)[],
  known: (index: number) => number | undefined,
): number[] {
  const seqs = times.map(() => 0);
  for (let from = 0; from < times.length; ) {
    let to = from + 1;
    while (to < times.length && times[to] !== undefined && times[to] === times[from]) to += 1;
    if (to - from > 1) placeRun(seqs, from, to, known);
    else seqs[from] = known(from) ?? 0;
    from = to;
  }
  return seqs;
}

function placeRun(
  seqs: number[],
  from: number,
  to: number,
  known: (index: number) => number | undefined,
): void {
  let anchor = from;
  while (anchor < to && known(anchor) === undefined) anchor += 1;
  const base = anchor < to ? (known(anchor) ?? 0) - (anchor - from) : 0;
  let last = base - 1;
  for (let i = from; i < to; i += 1) {
    last = Math.max(last + 1, known(i) ?? Number.NEGATIVE_INFINITY);
    seqs[i] = last;
  }
}
