import { dockTexts } from '../../components/i18n/dock-texts.ts';
import { clockText, waitedSeconds } from '../../components/ui/wait.ts';
import { type Language, say } from '../../rules/language/local-text.ts';
import { twoClocks } from '../../rules/metrics/two-clocks.ts';
import type { PlatformRow } from '../../rules/packs/platform-row.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import type { QueueSnapshot } from '../../storage/schemas/queue.ts';
import type { ChatFact } from '../site-map/facts.ts';
import type { RowNote } from './row-clocks.ts';

const closableWord = say('可关闭', 'closable');

/**
 * What stands on the rows of the page's conversation list: a clock where the buyer waits, a word where the chat can be
 * closed (metrics.md §6, A8). @param place `platform|shop`, as conversation keys begin
 */
export function rowNotes(
  chat: ChatFact | undefined,
  queue: Pick<QueueSnapshot, 'waiting' | 'closable'>,
  place: string,
  language: Language,
  rows?: readonly PlatformRow[],
): RowNote[] {
  if (!chat || chat.conversations.length === 0) return [];
  const waiting = new Map(queue.waiting.map((buyer) => [buyer.key, buyer]));
  const closable = new Set(queue.closable.map(({ key }) => key));
  return chat.conversations.flatMap((row): RowNote[] => {
    const key = `${place}|${row.key}`;
    const buyer = waiting.get(key);
    if (buyer) return [{ host: row.element, id: row.key, clock: clockOf(buyer, language, rows) }];
    return closable.has(key) ? [{ host: row.element, id: row.key, word: closableWord[language] }] : [];
  });
}

function clockOf(
  buyer: WaitingBuyer,
  language: Language,
  rows?: readonly PlatformRow[],
): NonNullable<RowNote['clock']> {
  const { since, limits, precision } = buyer;
  const about = precision === 'min' ? '≈' : '';
  return {
    since,
    limits,
    outside: twoClocks(buyer, since, rows).outside,
    say(now, short) {
      const seconds = waitedSeconds(buyer, now);
      const over = seconds - limits.breach;
      if (over < 0) return about + clockText(seconds);
      return about + (short ? `+${clockText(over)}` : dockTexts[language].overdue(clockText(over)));
    },
  };
}
