import { useCallback, useEffect, useState } from 'react';
import { browser } from '#imports';
import type { MarketRow } from '../../components/popup/model.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn } from '../../storage/settings.ts';

/** Ids of the maps whose hosts the browser has granted. */
async function grantedMaps(maps: readonly SiteMap[]): Promise<ReadonlySet<string>> {
  const granted = await Promise.all(
    maps.map((map) => browser.permissions.contains({ origins: [...map.hosts] })),
  );
  return new Set(maps.filter((_, i) => granted[i]).map((map) => map.id));
}

/** The maps that are granted, asked again when a permission or the maps change, and a way to ask by hand. */
export function useGrantedMaps(
  state: Pick<KeptState, 'maps'> | undefined,
): [ReadonlySet<string>, () => void] {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  const user = state?.maps;
  const ask = useCallback(() => {
    if (!user) return;
    grantedMaps(effectiveMaps(user)).then(setGranted, () => setGranted(new Set()));
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

export function marketRow(map: SiteMap, settings: Settings, granted: ReadonlySet<string>): MarketRow {
  const { level, seen, note } = map.evidence;
  const on = isMarketOn(settings, map.id);
  return {
    id: map.id,
    name: map.name,
    level,
    seen,
    ...(note !== undefined && { note }),
    state: !granted.has(map.id) ? 'needs-permission' : on ? 'on' : 'off',
  };
}
