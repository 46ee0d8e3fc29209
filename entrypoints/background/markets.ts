import { effectiveMaps } from '../../content/sites/built-in.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn } from '../../storage/settings.ts';
import { grantedHosts } from './granted-hosts.ts';
import type { Stores } from './stores.ts';
import type { TaughtPages } from './taught-pages.ts';

/** The maps of every marketplace the agent has not turned off; the host's permission is another question. */
export async function mapsThatAreOn(stores: Stores): Promise<SiteMap[]> {
  const [settings, user] = await Promise.all([stores.settings.read(), stores.maps.read()]);
  return effectiveMaps(user).filter((map) => isMarketOn(settings, map.id));
}

/**
 * Is this the page of a marketplace that is switched on and granted, or one the agent is teaching in this very tab?
 * The proof of a desk's messages.
 */
export async function marketPageTest(
  stores: Stores,
  taught: Pick<TaughtPages, 'test'>,
): Promise<(url: string, tabId: number | undefined) => boolean> {
  const [maps, isTaught] = await Promise.all([mapsThatAreOn(stores), taught.test()]);
  const hosts = (await Promise.all(maps.map((map) => grantedHosts(map.hosts)))).flat();
  return (url, tabId) => matchesAny(url, hosts) || isTaught(url, tabId);
}
