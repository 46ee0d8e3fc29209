/**
 * Places in a text that the agent still has to fill in, as UTF-16 offsets. No marker stands in the text, so they are
 * kept beside it and moved along with what is typed (phrases.md §2: peers left U+200B in sent messages).
 */

/**
 * The places after one edit. What is before the edit stays, what is behind it moves; a place whose surroundings were
 * deleted is gone.
 * @param before the text before the edit
 * @param after the text after it
 * @param caret where the caret stands after the edit; it is the edit's end
 */
export function movedStops(stops: readonly number[], before: string, after: string, caret: number): number[] {
  if (before === after) return [...stops];
  const behind = Math.max(0, Math.min(after.length - caret, before.length));
  // The tail behind the caret is what both have; where an editor moved more than that, the common tail counts.
  const kept = before.endsWith(after.slice(after.length - behind)) ? behind : commonEnd(before, after);
  const limit = Math.min(before.length, after.length) - kept;
  let same = 0;
  while (same < limit && before[same] === after[same]) same += 1;
  const cut = before.length - kept;
  return stops.flatMap((stop) => {
    if (stop <= same) return [stop];
    if (stop >= cut) return [stop + after.length - before.length];
    return [];
  });
}

function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/**
 * The stop to go to from the caret: the one after or before the one it writes at, which is the last at or before it.
 * Undefined past the last and before the first.
 */
export function nextStop(stops: readonly number[], caret: number, back: boolean): number | undefined {
  const at = stops.findLastIndex((stop) => stop <= caret);
  return stops[back ? at - 1 : at + 1];
}
