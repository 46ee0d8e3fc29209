import { browser } from '#imports';
import { permissionOrigin, permissionOrigins } from '../../rules/hosts/permission-origin.ts';

/** Whether the browser lets us read this one origin or pattern; one it cannot understand is not granted. */
export async function isGranted(pattern: string): Promise<boolean> {
  const origin = permissionOrigin(pattern);
  if (!origin) return false;
  try {
    return await browser.permissions.contains({ origins: [origin] });
  } catch {
    return false;
  }
}

/**
 * Those of a map's hosts that are granted. A map may gain hosts with an update or an edit: the pages granted before
 * go on working while the new ones wait for the agent.
 */
export async function grantedHosts(hosts: readonly string[]): Promise<string[]> {
  const origins = permissionOrigins(hosts);
  // One question where all is well; messages are proven by this, so it must stay cheap.
  const all = origins.length > 0 && (await browser.permissions.contains({ origins }).catch(() => false));
  if (all) return [...hosts];
  const granted = await Promise.all(hosts.map(isGranted));
  return hosts.filter((_, i) => granted[i]);
}
