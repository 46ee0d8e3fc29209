import { isMasked } from '../../rules/phrases/template/masked.ts';
import type { Platform } from '../../rules/platform.ts';
import { livingEntries } from '../../storage/registers.ts';
import type { Stores } from './stores.ts';

/**
 * Conversations with something left to do: those an open entry of the registers speaks of, by the conversation or by
 * the buyer's full name (rules/registers/of-buyer.ts). The register is read once and again when it changes, because it
 * is asked for at every message.
 */
export interface OpenMatters {
  /** Keys of conversations. `nicks`: conversation key → nick. */
  keys(nicks: ReadonlyMap<string, string>): Promise<ReadonlySet<string>>;
  /** Call for nicks that were learnt since. */
  learn(nicks: readonly { key: string; nick: string }[]): void;
  /** The register was changed. */
  startOver(): void;
}

interface Read {
  /** `platform|full name`. */
  names: Set<string>;
  keys: Set<string>;
}

const platformOf = (key: string): string => key.slice(0, key.indexOf('|'));
const nameOf = (platform: Platform | string, name: string): string => `${platform}|${name.trim()}`;

export function createOpenMatters(stores: Pick<Stores, 'registers'>): OpenMatters {
  let loading: Promise<Read> | undefined;
  let read: Read | undefined;

  async function load(nicks: ReadonlyMap<string, string>): Promise<Read> {
    const names = new Set<string>();
    const keys = new Set<string>();
    for (const { status, platform, conversation, buyer } of livingEntries(await stores.registers.read())) {
      if (status !== 'open') continue;
      if (conversation !== undefined) keys.add(conversation);
      // A masked name is many people's.
      if (buyer !== undefined && buyer.trim() !== '' && !isMasked(buyer)) names.add(nameOf(platform, buyer));
    }
    for (const [key, nick] of nicks) if (names.has(nameOf(platformOf(key), nick))) keys.add(key);
    return { names, keys };
  }

  return {
    async keys(nicks) {
      if (!loading) {
        const started = load(nicks);
        loading = started;
        started.then(
          (done) => {
            if (loading === started) read = done;
          },
          () => {
            if (loading === started) loading = undefined;
          },
        );
      }
      return (await loading).keys;
    },
    learn(nicks) {
      for (const { key, nick } of nicks) {
        if (read?.names.has(nameOf(platformOf(key), nick))) read.keys.add(key);
      }
    },
    startOver() {
      loading = undefined;
      read = undefined;
    },
  };
}
