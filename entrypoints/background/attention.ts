import { browser } from '#imports';
import { lightPalette } from '../../components/ui/tokens.ts';
import {
  AFTER_SLEEP_MS,
  type AttentionAnswer,
  attentionDue,
  type LastLook,
} from '../../rules/attention/due.ts';
import { actionTitle, countText, noticeWords, trialWords } from '../../rules/attention/words.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { stepOf, type WaitingBuyer, type WaitStep, waitSteps } from '../../rules/turns/index.ts';
import type { QueueSnapshot } from '../../storage/schemas/queue.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { playSound } from './sound.ts';
import type { Stores } from './stores.ts';

const NOTIFICATION = 'shoubian-waiting';
const TRIAL = 'shoubian-trial';

/** Badge colours of the steps. */
const badgeColours: Record<WaitStep, string> = {
  fresh: lightPalette.accent,
  soft: lightPalette.accent,
  warn: lightPalette.warn,
  breach: lightPalette.stop,
};

/** The notices of waits, by the id of a click on them. */
export const isWaitingNotice = (id: string): boolean => id === NOTIFICATION;

export interface Attention {
  /**
   * Shows how things stand on the icon, and tells the agent of whom there is to tell. Never rejects: what a system
   * refuses to show must not keep events from being receipted.
   * @param snapshot the queue as it was just kept
   * @param lastLook the queue as it was kept before that
   * @returns when to look again though no step is reached, epoch ms; undefined when only steps matter
   */
  look(
    snapshot: Pick<QueueSnapshot, 'waiting' | 'told'>,
    settings: Pick<Settings, 'attention' | 'language'>,
    at: number,
    lastLook?: LastLook,
  ): Promise<number | undefined>;
}

/** What attention needs of the browser besides badge and notifications; tests hear the sounds here. */
export interface AttentionOutlets {
  sound: typeof playSound;
}

export function createAttention(
  stores: Pick<Stores, 'queue'>,
  outlets: AttentionOutlets = { sound: playSound },
): Attention {
  let icon = '';
  let heldUntil = 0;
  /** Whom the notification on the screen speaks of; undefined when this worker does not know. */
  let spokenOf: string | undefined;

  /** False when there was no room: then nobody is told, or they would be told at every message. */
  const keep = (told: Record<string, number>): Promise<boolean> =>
    stores.queue.update((kept) => ({ ...kept, told })).then(() => true, refused('told'));

  /** Icon: number in the colour of the worst, and the words over it. Only what changed is said to the browser. */
  async function showIcon(
    waiting: readonly WaitingBuyer[],
    hush: AttentionAnswer['hush'],
    settings: Pick<Settings, 'attention' | 'language'>,
    at: number,
  ): Promise<void> {
    const text = settings.attention.badge ? countText(waiting.length) : '';
    const colour = badgeColours[worstStep(waiting, at)];
    const title = inWords(settings, actionTitle(productName, waiting, hush, at));
    const next = JSON.stringify([text, colour, title]);
    if (next === icon) return;
    await browser.action.setBadgeText({ text });
    if (text) {
      await browser.action.setBadgeBackgroundColor({ color: colour });
      await browser.action.setBadgeTextColor?.({ color: lightPalette['on-accent'] });
    }
    await browser.action.setTitle({ title });
    icon = next;
  }

  /** Takes back a notification whose buyers were all answered, and those who were out of one that stays. */
  async function tidyNotice(
    standing: readonly WaitingBuyer[],
    settings: Pick<Settings, 'language'>,
    at: number,
  ): Promise<void> {
    const present = standing.map(({ key, since }) => `${key}|${since}`).join('\n');
    if (present === spokenOf) return;
    if (standing.length === 0) await browser.notifications.clear(NOTIFICATION);
    // Changes one that is on the screen and brings none back. Firefox has no such call, and keeps the words it had.
    else
      await browser.notifications.update?.(
        NOTIFICATION,
        notice(noticeWords(standing, standing, at), settings),
      );
    spokenOf = present;
  }

  return {
    async look(snapshot, settings, at, lastLook) {
      const { waiting, told } = snapshot;
      const due = attentionDue({ waiting, told, settings: settings.attention, now: at, lastLook });
      await showIcon(waiting, due.hush, settings, at).catch(warn('icon'));
      if (due.sleptPast) heldUntil = at + AFTER_SLEEP_MS;
      // The clock was put back: nothing is held for longer than was meant.
      if (heldUntil > at + AFTER_SLEEP_MS) heldUntil = 0;
      if (at < heldUntil) return heldUntil;

      // Kept before anything is shown. A worker killed in between leaves one step untold, and the badge and the next
      // step speak of that buyer all the same; kept afterwards, the agent would be told twice.
      if (JSON.stringify(due.told) !== JSON.stringify(told) && !(await keep(due.told))) return undefined;
      const wanted: Promise<boolean>[] = [];
      if (due.notify.length > 0) {
        const words = noticeWords(due.notify, due.standing, at);
        const shown = browser.notifications.create(NOTIFICATION, notice(words, settings));
        wanted.push(
          shown.then(() => {
            spokenOf = due.standing.map(({ key, since }) => `${key}|${since}`).join('\n');
            return true;
          }, refused('notice')),
        );
      }
      if (due.sound) {
        const heard = outlets.sound(due.sound, settings.attention.volume);
        wanted.push(heard.then(() => true, refused('sound')));
      }
      const reached = await Promise.all(wanted);
      if (reached.length > 0 && !reached.includes(true)) {
        // Nothing came through, so nobody was told: it is tried again.
        await keep(told);
      }
      if (due.notify.length === 0) await tidyNotice(due.standing, settings, at).catch(warn('notice'));
      return due.hush?.until;
    },
  };
}

/** Shows the trial notification; rejects where the system refuses. */
export async function showTrialNotice(settings: Pick<Settings, 'language'>): Promise<void> {
  // Replaced by itself it would stay unseen where the first still stands.
  await browser.notifications.clear(TRIAL);
  await browser.notifications.create(TRIAL, notice(trialWords, settings));
}

const productName = say('手边', 'Shoubian');

const inWords = ({ language }: Pick<Settings, 'language'>, text: LocalText): string =>
  text[shownLanguage(language, browser.i18n.getUILanguage())];

/** Firefox refuses a notification with anything but these four. */
const notice = (
  { title, message }: { title: LocalText; message: LocalText },
  settings: Pick<Settings, 'language'>,
): { type: 'basic'; iconUrl: string; title: string; message: string } => ({
  type: 'basic',
  iconUrl: `${browser.runtime.getURL('/')}icon/128.png`,
  title: inWords(settings, title),
  message: inWords(settings, message),
});

const worstStep = (waiting: readonly WaitingBuyer[], now: number): WaitStep =>
  waiting.reduce<WaitStep>((worst, buyer) => {
    const step = stepOf(buyer, now);
    return waitSteps.indexOf(step) > waitSteps.indexOf(worst) ? step : worst;
  }, 'fresh');

const warn =
  (what: string) =>
  (error: unknown): void =>
    console.warn('[shoubian]', what, error);

const refused =
  (what: string) =>
  (error: unknown): false => {
    console.warn('[shoubian]', what, error);
    return false;
  };
