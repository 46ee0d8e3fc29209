import { browser } from '#imports';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { permissionOrigins } from '../../rules/hosts/permission-origin.ts';
import { changeSettings } from '../../storage/contracts/settings.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { isMarketOn } from '../../storage/settings.ts';

/**
 * Turns a marketplace on or off. Turning on asks the browser for the hosts of this one alone; the question must be
 * the first thing in the click's own task, or the browser refuses to ask (platform.md §6).
 */
export async function setMarket(state: KeptState, id: string, on: boolean): Promise<void> {
  const map = effectiveMaps(state.maps).find((one) => one.id === id);
  if (!map) return;
  if (on && !(await browser.permissions.request({ origins: permissionOrigins(map.hosts) }))) return;
  if (isMarketOn(state.settings, id) !== on) {
    await sendRequest(changeSettings, { markets: { [id]: { enabled: on } } });
  }
}
