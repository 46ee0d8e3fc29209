import { useCallback, useEffect, useState } from 'react';
import { browser } from '#imports';
import type { MarketRow } from '../../components/popup/model.ts';
import { matchesPattern } from '../../rules/hosts/match-pattern.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn } from '../../storage/settings.ts';

/** The hosts the browser has granted, and a way to ask it again. */
export function useGrantedHosts(): [ReadonlySet<string>, () => void] {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  const ask = useCallback(() => {
    browser.permissions.getAll().then(
      ({ origins }) => setGranted(new Set(origins ?? [])),
      () => setGranted(new Set()),
    );
  }, []);
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

/** Granted as asked, or within a wider grant. */
const isGranted = (pattern: string, granted: ReadonlySet<string>): boolean =>
  granted.has(pattern) ||
  [...granted].some((wider) =>
    matchesPattern(pattern.replace(/^\*:/, 'https:').replace('*.', '').replace(/\*$/, ''), wider),
  );

export function marketRow(map: SiteMap, settings: Settings, granted: ReadonlySet<string>): MarketRow {
  const { level, seen, note } = map.evidence;
  const on = isMarketOn(settings, map.id);
  const allowed = map.hosts.every((host) => isGranted(host, granted));
  return {
    id: map.id,
    name: map.name,
    level,
    seen,
    ...(note !== undefined && { note }),
    state: !allowed ? 'needs-permission' : on ? 'on' : 'off',
  };
}
