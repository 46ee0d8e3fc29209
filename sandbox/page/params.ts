/** What a practice page is asked for in its address; every page reads the same names (sandbox/README.md). */
export interface PracticeParams {
  seed: string;
  /** Epoch ms the page's clock stands at; absent: the computer's clock. */
  now?: number;
  rows?: number;
  live: boolean;
  /** Every other parameter, for the page's own variants. */
  get(name: string): string | undefined;
}

/** Reads the query, also the one some single-page addresses carry behind the hash. */
export function readParams(address: URL): PracticeParams {
  const behindHash = address.hash.includes('?') ? address.hash.slice(address.hash.indexOf('?') + 1) : '';
  const all = new URLSearchParams(`${address.searchParams.toString()}&${behindHash}`);
  const get = (name: string): string | undefined => all.get(name) ?? undefined;
  const whole = (name: string): number | undefined => {
    const value = get(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  };
  const now = whole('now');
  const rows = whole('rows');
  return {
    seed: get('seed') ?? '1',
    ...(now !== undefined && { now }),
    ...(rows !== undefined && { rows }),
    live: get('live') === '1',
    get,
  };
}
