import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { handleRegisters } from '../../../entrypoints/background/handle-registers.ts';
import {
  createRegisterReminders,
  REMINDER_ALARM,
} from '../../../entrypoints/background/register-reminders.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { HOUR_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';

const CHAT = 'https://seller.example.test/chat';
const noon = shanghaiEpoch(2026, 11, 22, 12) ?? 0;
let now: number;
let stores: Stores;
let server: RequestServer;
let shown: { id: string; title: string; message: string }[];

beforeEach(async () => {
  fakeBrowser.reset();
  now = noon;
  shown = [];
  vi.spyOn(browser.notifications, 'create').mockImplementation((async (id: string, options: object) => {
    shown = [
      ...shown.filter((one) => one.id !== id),
      { id, ...(options as { title: string; message: string }) },
    ];
    return id;
  }) as never);
  vi.spyOn(browser.notifications, 'clear').mockImplementation((async (id: string) => {
    shown = shown.filter((one) => one.id !== id);
    return true;
  }) as never);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('zh-CN');
  stores = openStores(() => now);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
  }));
  handleRegisters(server, stores, () => now);
  await stores.settings.update((settings) => ({
    ...settings,
    language: 'zh-CN',
    agentNumber: '07',
    shopName: '云朵',
    reminders: { returns: true, promises: true },
  }));
});

const ask = async <Value>(name: string, input: object, url = CHAT): Promise<Value> => {
  const reply = await new Promise<{ ok: boolean; value?: unknown }>((answered) => {
    server.listener(
      { shoubian: name, input },
      { id: 'test', url, tab: { id: 1 } } as never,
      answered as never,
    );
  });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value as Value;
};
const add = (entry: object) =>
  ask<{ id: string }>('registers.add', {
    entry: { kind: 'return', platform: 'pdd', goods: [], issue: '退货', ...entry },
  });
const look = (buyer?: object) =>
  ask<{ late: number; today: number; due: { id: string }[]; ofBuyer: { id: string }[] }>(
    'registers.look',
    buyer ? { buyer } : {},
  );
const alarmAt = async (): Promise<number | undefined> =>
  (await browser.alarms.get(REMINDER_ALARM))?.scheduledTime;

it('an entry gets shop, owner and writer of the settings, and a fault comes back in words', async () => {
  const { id } = await add({ orderId: '1' });
  expect(await ask('registers.list', { limit: 5 })).toMatchObject({
    total: 1,
    entries: [{ id, shop: '云朵', owner: '07', by: '07', status: 'open' }],
  });
  expect(await add({ issue: ' ' })).toMatchObject({ ok: false, fault: { 'zh-CN': '请写一下是什么问题' } });
  expect(await add({ note: '长'.repeat(2_000) })).toMatchObject({ ok: false });
});

it('the dock is told what is due and what is open of its buyer, and finds a parcel by its number', async () => {
  const late = await add({ orderId: '1', promisedAt: now - 1, conversation: 'pdd|s|k' });
  const today = await add({ orderId: '2', promisedAt: now + HOUR_MS });
  await add({ orderId: '3', promisedAt: now + 48 * HOUR_MS, trackingNo: 'YT8812345678901' });
  expect(await look({ platform: 'pdd', conversation: 'pdd|s|k' })).toMatchObject({
    late: 1,
    today: 1,
    due: [{ id: late.id }, { id: today.id }],
    ofBuyer: [{ id: late.id }],
  });
  expect(await ask('registers.of-number', { text: '圆通 8812345678901' })).toMatchObject({
    entries: [{ orderId: '3' }],
  });
});

it('only a page of the extension imports', async () => {
  await expect(ask('registers.import', { entries: [] })).rejects.toThrow('refused');
});

it('returns are told of once at their hour, after a sleep too, and the notice goes when all are done', async () => {
  const { id } = await add({ orderId: '1' });
  await createRegisterReminders(stores, () => now).ring();
  expect(shown).toEqual([]);
  expect(await alarmAt()).toBe(noon + 6 * HOUR_MS);

  // The worker died and another one hears the alarm, an hour late.
  now = noon + 7 * HOUR_MS;
  await createRegisterReminders(stores, () => now).ring();
  expect(shown).toMatchObject([{ title: '该处理今天的退货了', message: '登记表里还有 1 件退货没处理' }]);
  expect(await alarmAt()).toBe(noon + 30 * HOUR_MS);
  shown = [];
  const reminders = createRegisterReminders(stores, () => now);
  await reminders.ring();
  expect(shown).toEqual([]);

  now = noon + 30 * HOUR_MS;
  await reminders.ring();
  expect(shown).toHaveLength(1);
  await ask('registers.change', { id, status: 'done' });
  await reminders.ring();
  expect(shown).toEqual([]);
});

it('promises that come together make one notice without a buyer’s name, each once', async () => {
  await add({ kind: 'customer-problem', issue: '包带断了', buyer: '小王', promisedAt: now + HOUR_MS });
  await add({ kind: 'courier', issue: '没动', buyer: '小李', promisedAt: now + HOUR_MS + 1 });
  const reminders = createRegisterReminders(stores, () => now);
  await reminders.ring();
  expect(await alarmAt()).toBe(noon + HOUR_MS);
  now = noon + 2 * HOUR_MS;
  await reminders.ring();
  expect(shown).toMatchObject([
    { title: '答应买家的时间到了：2 件', message: '客户问题：包带断了 等，点开看登记表' },
  ]);
  expect(JSON.stringify(shown)).not.toContain('小王');
  shown = [];
  await reminders.ring();
  expect(shown).toEqual([]);
});

it('nothing is told and no alarm stands while reminders are off', async () => {
  await stores.settings.update((settings) => ({
    ...settings,
    reminders: { returns: false, promises: false },
  }));
  await add({ promisedAt: now - 1 });
  now = noon + 8 * HOUR_MS;
  await createRegisterReminders(stores, () => now).ring();
  expect(shown).toEqual([]);
  expect(await alarmAt()).toBeUndefined();
});
