import type { Platform } from '../../rules/platform.ts';

/** Which texts of which phrases a buyer got, by phrase id, in the order they were given. */
export type Given = Readonly<Record<string, readonly number[]>>;

/** The background's side of it (storage/contracts/library.ts). */
export interface GivenRequests {
  read(conversation: string): Promise<Given>;
  forget(conversation: string, id: string): Promise<void>;
}

/** Key of a buyer's memory: the pad's own, because a chat in another program has no conversation we could see. */
export function padConversation(platform: Platform, nick: string): string | undefined {
  const name = nick.normalize('NFC').replace(/\s+/g, ' ').trim();
  return name === '' ? undefined : `pad|${platform}|${name}`;
}

/**
 * Where the buyer in the box stands with ladders, parts and variants. One with a nick is remembered by the background;
 * one without only here, until the window is closed or the next buyer comes.
 */
export interface BuyerMemory {
  given(): Given;
  conversation(): string | undefined;
  /** The memory of the buyer named last has arrived. */
  ready(): Promise<void>;
  name(platform: Platform, nick: string): void;
  /** A text was given; the background is told by `phraseUsed`. */
  add(id: string, index: number): void;
  forget(id: string): void;
  /** The buyers without a nick are others from now on. */
  forgetNameless(): void;
}

export function createBuyerMemory(requests: GivenRequests, changed: () => void): BuyerMemory {
  const nameless = new Map<Platform, Given>();
  let platform: Platform = 'other';
  let conversation: string | undefined;
  let given: Given = {};
  let arrived: Promise<void> = Promise.resolve();
  let asked = false;

  const keep = (next: Given): void => {
    given = next;
    if (conversation === undefined) nameless.set(platform, next);
    changed();
  };
  return {
    given: () => given,
    conversation: () => conversation,
    ready: () => arrived,
    name(on, nick) {
      const key = padConversation(on, nick);
      if (asked && on === platform && key === conversation) return;
      asked = true;
      platform = on;
      conversation = key;
      if (key === undefined) {
        arrived = Promise.resolve();
        keep(nameless.get(on) ?? {});
        return;
      }
      keep({});
      arrived = requests.read(key).then(
        (remembered) => {
          // Another buyer may have been named since.
          if (conversation === key) keep(remembered);
        },
        (error) => console.error('[shoubian] given texts', error),
      );
    },
    add: (id, index) => keep({ ...given, [id]: [...(given[id] ?? []), index] }),
    forget(id) {
      const { [id]: _, ...rest } = given;
      keep(rest);
      if (conversation === undefined) return;
      requests.forget(conversation, id).catch((error) => console.error('[shoubian] start anew', error));
    },
    forgetNameless() {
      nameless.clear();
      if (conversation === undefined) keep({});
    },
  };
}
