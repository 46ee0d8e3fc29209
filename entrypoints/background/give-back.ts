import { browser } from '#imports';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { matchesPattern } from '../../rules/hosts/match-pattern.ts';
import { permissionOrigin, permissionOrigins } from '../../rules/hosts/permission-origin.ts';
import type { Stores } from './stores.ts';
import type { TaughtPages } from './taught-pages.ts';

/** Does this pattern take in every page of that origin? */
function covers(pattern: string, origin: string): boolean {
  const [scheme = '', host = ''] = origin.replace('/*', '').split('://');
  const schemes = scheme === '*' ? ['http', 'https'] : [scheme];
  // A subdomain wildcard is only covered by one as wide.
  const name = host.startsWith('*.') ? `any.${host.slice(2)}` : host;
  return schemes.every((one) => matchesPattern(`${one}://${name}/`, permissionOrigin(pattern) ?? ''));
}

/**
 * Gives back those of these origins that no map names and nobody is teaching (least permission). A marketplace that is
 * only switched off keeps its hosts, so that switching it on needs no prompt. What the browser will not take back
 * stays: the test build holds every host for good.
 */
export async function giveBack(
  stores: Stores,
  taught: Pick<TaughtPages, 'origins'>,
  origins: readonly string[],
): Promise<string[]> {
  const needed = [
    ...effectiveMaps(await stores.maps.read()).flatMap((map) => map.hosts),
    ...(await taught.origins()),
  ];
  const given: string[] = [];
  for (const origin of permissionOrigins(origins)) {
    if (needed.some((pattern) => covers(pattern, origin))) continue;
    const removed = await browser.permissions.remove({ origins: [origin] }).catch(() => false);
    if (removed) given.push(origin);
  }
  return given;
}

/** Single hosts granted that nothing needs: a page whose teaching was given up when the browser was closed. */
export async function giveBackForgotten(stores: Stores, taught: Pick<TaughtPages, 'origins'>): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  // Wider grants were made by the agent in the browser's own pages and are theirs to take back.
  await giveBack(
    stores,
    taught,
    origins.filter((origin) => /^https?:\/\/[^*]+\/\*$/.test(origin)),
  );
}
