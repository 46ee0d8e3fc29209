import { readDatetime } from '../../rules/time/read-datetime.ts';
import type { ChatEntry, Locator } from '../../storage/schemas/site-map.ts';
import type { ConversationFact, MessageFact, TimeFact } from './facts.ts';
import { type Found, locateValue } from './locate.ts';
import { isMasked } from './read-field.ts';
import { readText } from './read-text.ts';
import type { Scope } from './scope.ts';
import { comparable } from './side-by-nick.ts';

type Messages = ChatEntry['messages'];
type Writer = Pick<MessageFact, 'nick' | 'time'>;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What every alternative of a locator finds in the element the first one found, each text once. */
function readingsIn(locator: Locator | undefined, scope: Scope): Found[] {
  const found: Found[] = [];
  locateValue(locator, scope, (text, element) => {
    const [first] = found;
    const isOther = !first || (first.element === element && !found.some((one) => one.text === text));
    if (isOther) found.push({ text, element });
    return undefined;
  });
  return found;
}

/** Whether name and time, run together as one text, are this text: nothing left out, nothing taken twice. */
function fits(whole: string, nick: string, time: string): boolean {
  return whole.startsWith(nick) && oneLine(whole.slice(nick.length)) === oneLine(time);
}

/**
 * Tells name and time apart where a page runs the two together without a year (Kuaishou's `橘子12-22 18:55:20` is
 * 橘子 in December or 橘子1 in February; markets.md §7). A name that stands elsewhere on the page decides; names of
 * other messages, which can be read in one way only, count as well. What stays open is absent, never guessed.
 */
export interface Writers {
  /**
   * Name and time of a message that can be read in more than one way; undefined where there is only one.
   * `at` is the map's; `now` epoch ms.
   */
  read(at: Messages, scope: Scope, item: Element, now: number): Writer | undefined;
  /** The names on the page now; calls `again` for messages whose reading may have become another by them. */
  learn(names: readonly (string | undefined)[], again: (item: Element) => void): void;
  /** The messages as read: theirs are known names, too. True where `again` was called for one. */
  learnFrom(messages: readonly MessageFact[], again: (item: Element) => void): boolean;
}

export function createWriters(): Writers {
  let onPage = new Set<string>();
  let written = new Set<string>();
  const unclear = new Set<Element>();

  const isKnown = (nick: string): boolean => {
    const name = comparable(nick);
    return name !== undefined && (onPage.has(name) || written.has(name));
  };
  const namesIn = (names: readonly (string | undefined)[]): Set<string> =>
    new Set(names.map(comparable).filter((name) => name !== undefined));
  const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size === b.size && [...a].every((one) => b.has(one));

  function readAgain(again: (item: Element) => void): boolean {
    for (const item of unclear) {
      if (item.isConnected) again(item);
      else unclear.delete(item);
    }
    return unclear.size > 0;
  }

  return {
    read(at, scope, item, now) {
      if (at.nick === undefined) return undefined;
      unclear.delete(item);
      const nicks = readingsIn(at.nick, scope);
      const times = readingsIn(at.time, scope);
      const [nick] = nicks;
      if (!nick || nick.element !== times[0]?.element || nicks.length * times.length < 2) return undefined;
      const whole = oneLine(readText(nick.element));
      const ways = nicks.flatMap((name) =>
        times.flatMap(({ text }) => {
          const time: TimeFact | undefined = readDatetime(text, now);
          return time && fits(whole, name.text, text) ? [{ nick: oneLine(name.text), time }] : [];
        }),
      );
      const [only, second] = ways;
      if (!second) return only;
      unclear.add(item);
      const known = ways.filter((way) => isKnown(way.nick));
      return known.length === 1 ? known[0] : {};
    },
    learn(names, again) {
      const next = namesIn(names);
      if (isSame(next, onPage)) return;
      onPage = next;
      readAgain(again);
    },
    learnFrom(messages, again) {
      const next = namesIn(messages.filter(({ element }) => !unclear.has(element)).map(({ nick }) => nick));
      if (isSame(next, written)) return false;
      written = next;
      return readAgain(again);
    },
  };
}

/** The two people of an open conversation, as far as the page names them anywhere. */
export interface OpenNames {
  buyer: string | undefined;
  account: string | undefined;
}

/**
 * Who talks, on a page that names the open buyer nowhere but on the messages (markets.md §7): the one writer who
 * also stands in the conversation list is the buyer. Where the account's name cannot be read either, the only other
 * writer is the shop; a third name leaves that open.
 */
export function namesByWriters(
  messages: readonly MessageFact[],
  rows: readonly ConversationFact[],
  account: string | undefined,
): OpenNames {
  const own = comparable(account);
  const nicks = new Map<string, string>();
  for (const { nick } of messages) {
    const name = comparable(nick);
    if (nick !== undefined && name !== undefined && !isMasked(name)) nicks.set(name, nick);
  }
  const listed = new Set(rows.map((row) => comparable(row.name)));
  const buyers = [...nicks.keys()].filter((name) => name !== own && listed.has(name));
  const [buyer] = buyers;
  if (buyer === undefined || buyers.length > 1) {
    // A buyer who bears the account's own name: what stands under it may be either's.
    const isNamesake = own !== undefined && listed.has(own);
    return { buyer: undefined, account: isNamesake ? undefined : account };
  }
  const others = [...nicks.keys()].filter((name) => name !== buyer);
  const [other] = others;
  return {
    buyer: nicks.get(buyer),
    account: account ?? (other !== undefined && others.length === 1 ? nicks.get(other) : undefined),
  };
}
