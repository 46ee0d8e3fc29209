import { useCallback, useEffect, useState } from 'react';
import { browser } from '#imports';
import type { MarketRow } from '../../components/popup/model.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { permissionOrigin } from '../../rules/hosts/permission-origin.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn } from '../../storage/settings.ts';

/** Those of the maps' hosts the browser has granted. */
async function grantedHosts(maps: readonly SiteMap[]): Promise<ReadonlySet<string>> {
  const hosts = [...new Set(maps.flatMap((map) => map.hosts))];
  const granted = await Promise.all(
    hosts.map(async (host) => {
      const origin = permissionOrigin(host);
      return origin !== undefined && browser.permissions.contains({ origins: [origin] }).catch(() => false);
    }),
  );
  return new Set(hosts.filter((_, i) => granted[i]));
}

/** The hosts that are granted, asked again when a permission or the maps change, and a way to ask by hand. */
export function useGrantedHosts(
  state: Pick<KeptState, 'maps'> | undefined,
): [ReadonlySet<string>, () => void] {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  const user = state?.maps;
  const ask = useCallback(() => {
    if (!user) return;
    grantedHosts(effectiveMaps(user)).then(setGranted, () => setGranted(new Set()));
  }, [user]);
  useEffect(() => {
    ask();
    browser.permissions.onAdded.addListener(ask);
    browser.permissions.onRemoved.addListener(ask);
    return () => {
      browser.permissions.onAdded.removeListener(ask);
      browser.permissions.onRemoved.removeListener(ask);
    };
  }, [ask]);
  return [granted, ask];
}

/** A marketplace works on those of its hosts that are granted; only without any does it need permission. */
export function marketRow(map: SiteMap, settings: Settings, granted: ReadonlySet<string>): MarketRow {
  const { level, seen, note } = map.evidence;
  const on = isMarketOn(settings, map.id);
  const some = map.hosts.some((host) => granted.has(host));
  return {
    id: map.id,
    name: map.name,
    level,
    seen,
    ...(note !== undefined && { note }),
    state: !some ? 'needs-permission' : on ? 'on' : 'off',
  };
}
