import { browser } from '#imports';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn } from '../../storage/settings.ts';
import type { Stores } from './stores.ts';

/** The maps of every marketplace the agent has not turned off; the host's permission is another question. */
export async function mapsThatAreOn(stores: Stores): Promise<SiteMap[]> {
  const [settings, user] = await Promise.all([stores.settings.read(), stores.maps.read()]);
  return effectiveMaps(user).filter((map) => isMarketOn(settings, map.id));
}

/** Is this the page of a marketplace that is switched on and granted? The proof of a desk's messages. */
export async function marketPageTest(stores: Stores): Promise<(url: string) => boolean> {
  const maps = await mapsThatAreOn(stores);
  const granted = await Promise.all(
    maps.map((map) => browser.permissions.contains({ origins: [...map.hosts] })),
  );
  const hosts = maps.filter((_, i) => granted[i]).flatMap((map) => map.hosts);
  return (url) => matchesAny(url, hosts);
}
