import { createStore, del, delMany, entries, get, keys, set, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';

/** Of one phrase, the newest are kept: more texts than a phrase has, so that none comes twice too soon. */
const MOST_PER_PHRASE = 100;
/** Conversations remembered; a busy shop sees fewer in the days its figures are kept. */
const MOST_CONVERSATIONS = 5_000;
/** How many beyond that may gather before the oldest go, so that not every insert counts them all. */
const SLACK = 200;

const givenSchema = z.object({
  ...recordFields,
  /** By phrase id: which of its texts this buyer got, in the order they were given. */
  given: z.record(z.string(), z.array(z.int())),
});
export type GivenRecord = z.infer<typeof givenSchema>;

/**
 * Which texts of phrases each buyer already got (issue "Phrases", 1: never the same twice, ladders remember where they
 * stand). A record's id is the conversation's key as the queue has it: buyers' data, kept as long as the ledger.
 */
export interface TextsGiven {
  /** Indexes by phrase id; empty for a conversation that is not remembered. */
  of(conversation: string): Promise<Record<string, number[]>>;
  add(conversation: string, phrase: string, index: number): Promise<void>;
  /** This buyer begins anew with a phrase. */
  forgetPhrase(conversation: string, phrase: string): Promise<void>;
  /** Forgets conversations in which nothing was given since `before` (epoch ms). */
  forget(before: number): Promise<void>;
  /** Everything, for the agent's own export. */
  all(): Promise<GivenRecord[]>;
  erase(): Promise<void>;
}

export function createTextsGiven(
  now: () => number,
  store: UseStore = createStore('shoubian-given', 'conversations'),
): TextsGiven {
  /** Conversations there are, counted once and kept in step. */
  let count: number | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };

  /** A record that cannot be read says nothing: the worst that follows is a text given twice. */
  const read = async (conversation: string): Promise<GivenRecord | undefined> => {
    const parsed = givenSchema.safeParse(await get<unknown>(conversation, store));
    return parsed.success ? parsed.data : undefined;
  };
  const all = async (): Promise<GivenRecord[]> =>
    (await entries<string, unknown>(store)).flatMap(([, raw]) => {
      const parsed = givenSchema.safeParse(raw);
      return parsed.success ? [parsed.data] : [];
    });

  async function forgetOldest(): Promise<void> {
    const oldest = (await all()).sort((one, other) => one.updatedAt - other.updatedAt);
    const gone = oldest.slice(0, Math.max(0, oldest.length - MOST_CONVERSATIONS));
    await delMany(
      gone.map(({ id }) => id),
      store,
    );
    count = oldest.length - gone.length;
  }

  return {
    of: (conversation) => inTurn(async () => (await read(conversation))?.given ?? {}),
    add: (conversation, phrase, index) =>
      inTurn(async () => {
        const at = now();
        const before = await read(conversation);
        const given = { ...before?.given };
        given[phrase] = [...(given[phrase] ?? []), index].slice(-MOST_PER_PHRASE);
        await set(
          conversation,
          { id: conversation, createdAt: before?.createdAt ?? at, updatedAt: at, deletedAt: null, given },
          store,
        );
        if (before) return;
        count = count === undefined ? (await keys(store)).length : count + 1;
        if (count > MOST_CONVERSATIONS + SLACK) await forgetOldest();
      }),
    forgetPhrase: (conversation, phrase) =>
      inTurn(async () => {
        const before = await read(conversation);
        if (!before || !(phrase in before.given)) return;
        const { [phrase]: _, ...given } = before.given;
        if (Object.keys(given).length > 0) {
          await set(conversation, { ...before, updatedAt: now(), given }, store);
        } else {
          await del(conversation, store);
          count = undefined;
        }
      }),
    forget: (before) =>
      inTurn(async () => {
        const old = (await all()).filter(({ updatedAt }) => updatedAt < before);
        await delMany(
          old.map(({ id }) => id),
          store,
        );
        count = undefined;
      }),
    all: () => inTurn(all),
    erase: () =>
      inTurn(async () => {
        await delMany(await keys<string>(store), store);
        count = 0;
      }),
  };
}
