import { browser } from '#imports';
import { lightPalette } from '../../components/ui/tokens.ts';
import { stepOf, type WaitingBuyer, type WaitStep, waitSteps } from '../../rules/turns/index.ts';
import type { QueueSnapshot } from '../../storage/schemas/queue.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import { t } from './texts.ts';

const NOTIFICATION = 'shoubian-waiting';

/** Badge colours of the steps. */
const badgeColours: Record<WaitStep, string> = {
  fresh: lightPalette.accent,
  soft: lightPalette.accent,
  warn: lightPalette.warn,
  breach: lightPalette.stop,
};

export const worstStep = (waiting: readonly WaitingBuyer[], now: number): WaitStep =>
  waiting.reduce<WaitStep>((worst, buyer) => {
    const step = stepOf(buyer, now);
    return waitSteps.indexOf(step) > waitSteps.indexOf(worst) ? step : worst;
  }, 'fresh');

/** The number of waiting buyers on the icon, coloured by the worst of them. */
export async function showBadge(waiting: readonly WaitingBuyer[], on: boolean, now: number): Promise<void> {
  const count = waiting.length;
  const text = !on || count === 0 ? '' : count > 99 ? '99+' : String(count);
  await browser.action.setBadgeText({ text });
  if (!text) return;
  await browser.action.setBadgeBackgroundColor({ color: badgeColours[worstStep(waiting, now)] });
  await browser.action.setBadgeTextColor?.({ color: lightPalette['on-accent'] });
}

/** Key of "this buyer was told of at this step"; a new turn (`since`) starts afresh. */
const toldKey = (buyer: WaitingBuyer, step: WaitStep): string => `${buyer.key}|${buyer.since}|${step}`;

/**
 * Tells the agent of buyers who reached the step asked for: one notification for all, never two for one buyer and
 * step, cleared when nobody waits. Returns the record of who was told.
 */
export async function tellAgent(
  snapshot: Pick<QueueSnapshot, 'waiting' | 'told'>,
  settings: Pick<Settings, 'attention' | 'language'>,
  now: number,
): Promise<Record<string, number>> {
  const { notify } = settings.attention;
  const told: Record<string, number> = {};
  const fresh: WaitingBuyer[] = [];
  for (const buyer of snapshot.waiting) {
    const step = stepOf(buyer, now);
    const reached =
      step === 'breach' ? (['warn', 'breach'] as const) : step === 'warn' ? (['warn'] as const) : [];
    for (const name of reached) {
      const key = toldKey(buyer, name);
      const before = snapshot.told[key];
      told[key] = before ?? now;
      const counts = notify === 'warn' ? name === step : name === notify;
      if (before === undefined && counts) fresh.push(buyer);
    }
  }
  if (snapshot.waiting.length === 0) await browser.notifications.clear(NOTIFICATION);
  if (notify === 'off' || fresh.length === 0) return told;
  const names = fresh.slice(0, 3).map((buyer) => buyer.nick ?? t(settings.language, 'aBuyer'));
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: `${browser.runtime.getURL('/')}icon/128.png`,
    title: t(settings.language, 'waitingTitle', { count: fresh.length }),
    message: t(settings.language, 'waitingMessage', {
      names: names.join('、'),
      seconds: Math.round((now - Math.min(...fresh.map((buyer) => buyer.since))) / 1_000),
    }),
  });
  return told;
}

/** A click brings the tab of the buyer's marketplace forward; false when none is open. */
export async function focusMarketTab(hosts: readonly string[]): Promise<boolean> {
  const [tab] = await browser.tabs.query({ url: [...hosts] });
  if (tab?.id === undefined) return false;
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return true;
}
