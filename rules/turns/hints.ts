import { MINUTE_MS, SECOND_MS } from '../time/shanghai.ts';
import type { ListedWait, LiveChat } from './live-chat.ts';

/** Within this time after our own words were sent, a list that changes to words as long shows those words. */
const OWN_WORDS_MS = 5 * SECOND_MS;

/**
 * Whether the events know the conversation at least as well as the list that tells of a wait: its words were read since.
 *
 * A list that shows minutes names the minute its words were written in; any message known of that minute or later is
 * what the list shows, also where it still calls our own answer unread. A change that was seen carries the computer's
 * second, messages the platform's: `behind` says by how much the computer is known to be late, or the buyer who writes
 * right after an answer would be taken for answered. A second page that sees our answer arrive in its list sees the
 * row change without knowing who wrote: within seconds of our words, and as long as they are, they are ours.
 * @param behind ms, never negative
 */
export function isAnswered(hint: ListedWait, chat: LiveChat | undefined, behind = 0): boolean {
  if (!chat) return false;
  if (hint.precision === 'min') return chat.last.t >= hint.since;
  const seen = hint.since + behind;
  if (chat.last.t >= seen) return true;
  const { ours, length, t } = chat.last;
  return ours && length !== undefined && length === hint.length && seen - t <= OWN_WORDS_MS;
}

/**
 * The better one of two hints of one conversation: the page that saw it first knows best since when. A time to the
 * second that lies in the minute of a coarser one is the same moment, seen better.
 */
export function betterHint<H extends Pick<ListedWait, 'since' | 'precision'>>(a: H, b: H): H {
  const [earlier, later] = a.since <= b.since ? [a, b] : [b, a];
  const sameMinute = earlier.precision === 'min' && later.since < earlier.since + MINUTE_MS;
  return sameMinute && later.precision !== 'min' ? later : earlier;
}

/** The hint with the second at which its wait was seen to begin, where a page saw it before it was loaded anew. */
export function refinedHint<H extends Pick<ListedWait, 'since' | 'precision'>>(
  hint: H,
  seenAt: number | undefined,
): H {
  const sameMinute =
    seenAt !== undefined &&
    seenAt >= hint.since &&
    seenAt < hint.since + MINUTE_MS &&
    hint.precision === 'min';
  return sameMinute ? { ...hint, since: seenAt, precision: 's' } : hint;
}
