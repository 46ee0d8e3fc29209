import { browser } from '#imports';
import { entryKindNames } from '../../rules/registers/entry.ts';
import {
  nextReminder,
  openReturns,
  type ReminderState,
  remindersDue,
} from '../../rules/registers/reminders.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';
import { livingEntries, registersStore } from '../../storage/registers.ts';
import type { Registers } from '../../storage/schemas/register.ts';
import { settingsStore, shownLanguage } from '../../storage/settings.ts';
import { shopStore } from '../../storage/shop.ts';
import type { Stores } from './stores.ts';
import { t } from './texts.ts';

export const REMINDER_ALARM = 'register-reminders';
const RETURNS = 'shoubian-returns';
const PROMISES = 'shoubian-promises';

/** Was it one of ours that was clicked? Then the register is what to show. */
export const isRegisterNotice = (id: string): boolean => id === RETURNS || id === PROMISES;

export interface RegisterReminders {
  /** Tells what is due, and sets the alarm for what comes next. */
  ring(): Promise<void>;
}

/**
 * Reminds of returns at their hour and of what buyers were promised (mission.md A6, B8): one notice each, however many
 * there are, and only where the agent turned it on. The alarm lives in the browser, so a worker that slept, or a browser
 * that was closed, tells it when it wakes.
 */
export function createRegisterReminders(stores: Stores, now: () => number): RegisterReminders {
  let tail: Promise<unknown> = Promise.resolve();

  async function stateOf(record: Registers): Promise<ReminderState> {
    const [settings, shop] = await Promise.all([stores.settings.read(), stores.shop.read()]);
    const { remindAt } = shop.pack.returns;
    return {
      entries: livingEntries(record),
      wanted: settings.reminders,
      ...(record.returnsDay !== undefined && { returnsDay: record.returnsDay }),
      ...(remindAt !== undefined && { remindAt }),
    };
  }

  async function look(): Promise<void> {
    const at = now();
    let record = await stores.registers.read();
    const state = await stateOf(record);
    const { promises, returns } = remindersDue(state, at);
    if (promises.length > 0 || returns !== undefined) {
      const told = new Set(promises);
      // Noted first: a notice that comes twice is worse than one that is missed when the browser dies in between.
      record = await stores.registers.update((before) => ({
        ...before,
        ...(returns !== undefined && { returnsDay: shanghaiDay(at) }),
        entries: before.entries.map((entry) =>
          told.has(entry.id) && entry.promisedAt !== undefined
            ? { ...entry, reminded: entry.promisedAt }
            : entry,
        ),
      }));
      await tell(record, promises, returns);
    }
    await clearSettled(record);
    const next = nextReminder(await stateOf(record), at);
    if (next === undefined) await browser.alarms.clear(REMINDER_ALARM);
    else await browser.alarms.create(REMINDER_ALARM, { when: next });
  }

  async function tell(record: Registers, promises: string[], returns: number | undefined): Promise<void> {
    const { language } = await stores.settings.read();
    const iconUrl = `${browser.runtime.getURL('/')}icon/128.png`;
    if (returns !== undefined && returns > 0)
      await browser.notifications.create(RETURNS, {
        type: 'basic',
        iconUrl,
        title: t(language, 'returnsTitle'),
        message: t(language, 'returnsMessage', { count: returns }),
      });
    const [first] = record.entries.filter(({ id }) => id === promises[0]);
    if (!first) return;
    // No buyer's name: a notice stands over whatever others see of this screen.
    await browser.notifications.create(PROMISES, {
      type: 'basic',
      iconUrl,
      title: t(language, 'promisesTitle', { count: promises.length }),
      message: t(language, promises.length > 1 ? 'promisesMessage' : 'promiseMessage', {
        kind: entryKindNames[first.kind][shownLanguage(language, browser.i18n.getUILanguage())],
        issue: first.issue.slice(0, 60),
      }),
    });
  }

  /** A notice of what has been seen to meanwhile only disturbs. */
  async function clearSettled(record: Registers): Promise<void> {
    const open = livingEntries(record).filter(({ status }) => status === 'open');
    if (openReturns(open) === 0) await browser.notifications.clear(RETURNS);
    if (!open.some(({ promisedAt, reminded }) => reminded !== undefined && reminded === promisedAt))
      await browser.notifications.clear(PROMISES);
  }

  const ring = (): Promise<void> => {
    const next = tail.then(look, look);
    tail = next.catch(() => undefined);
    return next;
  };
  // Whatever changes what is to be told, by whichever way it was written.
  browser.storage.onChanged.addListener((changes, area) => {
    const watched = [registersStore.key, settingsStore.key, shopStore.key];
    if (area === 'local' && watched.some((key) => key in changes))
      ring().catch((error) => console.error('[shoubian] reminders', error));
  });
  return { ring };
}
