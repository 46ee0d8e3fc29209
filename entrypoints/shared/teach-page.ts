import { browser } from '#imports';
import { pageOrigin } from '../../rules/hosts/permission-origin.ts';
import { beginPicking, forgetPicking, type PickRequest } from '../../storage/contracts/maps.ts';
import { sendRequest } from '../../storage/messages/send.ts';

export type TeachOutcome = 'begun' | 'refused' | 'no-page';

/**
 * Asks for the host of this one page and begins pointing in it. Must be called within the click's own task, before
 * anything is awaited, or the browser refuses to ask (platform.md §6).
 *
 * The prompt takes the focus, which closes the popup in Firefox and on some systems in Chrome; so the wish is told to
 * the background at once, which carries it out when the host is granted, whether or not this page still lives.
 */
export async function teachPage(
  tab: { id: number; url: string },
  request: PickRequest = {},
): Promise<TeachOutcome> {
  const origin = pageOrigin(tab.url);
  if (!origin) return 'no-page';
  const asked = browser.permissions.request({ origins: [origin] });
  const begun = sendRequest(beginPicking, { tabId: tab.id, request });
  // Whichever fails first must not leave the other without a listener.
  const [granted, answer] = await Promise.all([asked, begun]);
  if (!granted) {
    await sendRequest(forgetPicking, { tabId: tab.id });
    return 'refused';
  }
  return answer.ok || answer.why === 'not-granted' ? 'begun' : 'no-page';
}
