import { setAside } from './aside.ts';
import { envelope, interpret, type KeyValueArea, type StoreDefinition } from './store.ts';

/**
 * The one writer of a store. Only the background makes keepers: every other context reads and sends requests,
 * so read-modify-write never races (platform.md §5). Writes of one keeper run one after the other.
 */
export interface Keeper<T> {
  read(): Promise<T>;
  /**
   * Applies a change and keeps the result; returns what is kept. A throw leaves the store as it was. Nothing else is
   * written to this store while a change that takes time is waited for.
   */
  update(change: (value: T) => T | Promise<T>): Promise<T>;
  /** Sets a bad value aside and keeps defaults in its place; keeps a migrated value. Run at every start. */
  repair(): Promise<'fine' | 'migrated' | 'set-aside'>;
}

export function createKeeper<T>(
  area: KeyValueArea,
  definition: StoreDefinition<T>,
  now: () => number,
): Keeper<T> {
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };
  const write = (value: T): Promise<void> => area.set({ [definition.key]: envelope(definition, value) });

  async function load(): Promise<{ value: T; state: 'fine' | 'migrated' | 'set-aside' }> {
    const raw = (await area.get(definition.key))[definition.key];
    const result = interpret(definition, raw, now());
    if (result.state === 'bad') {
      await setAside(area, definition.key, result.problem, result.detail, result.raw, now());
      await write(result.value);
      return { value: result.value, state: 'set-aside' };
    }
    return {
      value: result.value,
      state: result.state === 'kept' && result.migrated ? 'migrated' : 'fine',
    };
  }

  return {
    read: () => inTurn(async () => (await load()).value),
    update: (change) =>
      inTurn(async () => {
        const { value } = await load();
        const next = definition.schema.parse(await change(value));
        await write(next);
        return next;
      }),
    repair: () =>
      inTurn(async () => {
        const { value, state } = await load();
        if (state === 'migrated') await write(value);
        return state;
      }),
  };
}
