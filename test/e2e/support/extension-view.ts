import { expect, type Page } from '@playwright/test';
import { lightPalette } from '../../../components/ui/tokens.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import type { FigureRecord } from '../../../storage/contracts/ledger.ts';
import type { QueueSnapshot } from '../../../storage/schemas/queue.ts';
import { legible } from '../../../storage/store.ts';
import type { Product } from './desk-test.ts';

/** The part of the extension API that the tests look through, from a page of the extension. */
declare const chrome: {
  action: {
    getBadgeText(target: object): Promise<string>;
    getBadgeBackgroundColor(target: object): Promise<number[]>;
  };
  alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> };
  notifications: { getAll(): Promise<Record<string, boolean>>; clear(id: string): Promise<boolean> };
  tabs: { query(filter: object): Promise<{ url?: string }[]> };
  scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
  storage: {
    local: {
      get(key: string | null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
    };
  };
};

/** Colours of the icon's badge, as the design tokens name them: accent, warn, stop. */
export const badgeColours = {
  fresh: lightPalette.accent,
  soft: lightPalette.accent,
  warn: lightPalette.warn,
  breach: lightPalette.stop,
} as const;

/** What can be seen of the extension from outside its pages: icon, notifications, alarms, what is kept. */
export interface ExtensionView {
  badge(): Promise<{ text: string; colour: string }>;
  notifications(): Promise<string[]>;
  clearNotifications(): Promise<void>;
  /** When the named alarm will ring, epoch ms; undefined when there is none. */
  alarm(name: string): Promise<number | undefined>;
  registeredScripts(): Promise<string[]>;
  /** Address of the tab in front, where the product may read it. */
  activeTabUrl(): Promise<string | undefined>;
  /** All of `storage.local`, or one key of it. */
  kept(): Promise<Record<string, unknown>>;
  keep(items: Record<string, unknown>): Promise<void>;
  queue(): Promise<QueueSnapshot>;
}

/**
 * Looks at the extension through a page of its own that shows nothing: it works whether or not the worker runs,
 * and opens no view of the product.
 */
export function viewFrom(page: Page): ExtensionView {
  const kept = async (): Promise<Record<string, unknown>> => {
    const all = await page.evaluate(() => chrome.storage.local.get(null));
    return Object.fromEntries(Object.entries(all).map(([key, raw]) => [key, legible(raw)]));
  };
  return {
    badge: () =>
      page.evaluate(async () => {
        const [text, colour] = await Promise.all([
          chrome.action.getBadgeText({}),
          chrome.action.getBadgeBackgroundColor({}),
        ]);
        const hex = colour.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
        return { text, colour: `#${hex.join('')}` };
      }),
    notifications: () => page.evaluate(async () => Object.keys(await chrome.notifications.getAll())),
    clearNotifications: () =>
      page.evaluate(async () => {
        for (const id of Object.keys(await chrome.notifications.getAll()))
          await chrome.notifications.clear(id);
      }),
    alarm: (name) => page.evaluate(async (key) => (await chrome.alarms.get(key))?.scheduledTime, name),
    registeredScripts: () =>
      page.evaluate(async () =>
        (await chrome.scripting.getRegisteredContentScripts()).map((script) => script.id).sort(),
      ),
    activeTabUrl: () => page.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.url),
    kept,
    keep: (items) => page.evaluate((values) => chrome.storage.local.set(values), items),
    queue: async () => (((await kept()).queue as { value?: QueueSnapshot })?.value ?? {}) as QueueSnapshot,
  };
}

/** Opens the quiet page of the extension that `viewFrom` looks through. */
export async function openView(product: Pick<Product, 'context' | 'extensionUrl'>): Promise<ExtensionView> {
  const page = await product.context.newPage();
  await page.goto(product.extensionUrl('icon.svg'));
  return viewFrom(page);
}

/** What the ledger says of one platform in a span, by figure id; empty when it knows nothing of it. */
export async function figuresOf(
  product: Pick<Product, 'ask'>,
  platform: string,
  span: { from: number; to: number },
): Promise<Record<string, FigureRecord>> {
  const sets = await product.ask<{ platform: string; figures: FigureRecord[] }[]>('ledger.figures', span);
  const set = sets.find((one) => one.platform === platform);
  return Object.fromEntries((set?.figures ?? []).map((figure) => [figure.id, figure]));
}

/** Asks again until the answer is this; the message says what is awaited. */
export async function expectSoon<T>(ask: () => Promise<T>, wanted: T, what: string): Promise<void> {
  await expect.poll(ask, { message: what, timeout: 20_000 }).toEqual(wanted);
}

/** The page scripts that should stand when every marketplace is on but these. */
export const everyScriptBut = (...off: string[]): string[] =>
  builtInMaps()
    .map((map) => map.id)
    .filter((id) => !off.includes(id))
    .map((id) => `desk-${id}`)
    .sort();
