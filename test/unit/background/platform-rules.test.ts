import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { handlePlatformRules } from '../../../entrypoints/background/handle-platform-rules.ts';
import { keepImported } from '../../../entrypoints/background/keep-imported.ts';
import { metricRules } from '../../../entrypoints/background/metric-rules.ts';
import { moveLimits } from '../../../entrypoints/background/move-limits.ts';
import { openStores, repairStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { makeBackup } from '../../../storage/import/backup-file.ts';
import { planImport } from '../../../storage/import/plan-import.ts';
import { writeRulePack } from '../../../storage/import/rule-pack-file.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';
import { settingsStore } from '../../../storage/settings.ts';

const OPTIONS = 'chrome-extension://test/options.html';
const CHAT = 'https://seller.example.test/chat';
/** 2026-11-22 00:30 in Shanghai. */
const NOW = Date.UTC(2026, 10, 21, 16, 30);
let stores: Stores;
let server: RequestServer;
let refreshed: number;

beforeEach(() => {
  fakeBrowser.reset();
  refreshed = 0;
  stores = openStores(() => NOW);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
  }));
  const queue = {
    refresh: async () => {
      refreshed += 1;
      return 0;
    },
  };
  handlePlatformRules(server, stores, queue, () => NOW);
});

const ask = (name: string, input: object, url = OPTIONS): Promise<Reply> =>
  new Promise((answered) => {
    server.listener({ shoubian: name, input }, { id: 'test', url, tab: { id: 1 } } as never, answered);
  });
const rows = async () => (await stores.rules.read()).rows;
const cap = (seconds: number) => ({ id: 'TB-CAP', value: { kind: 'seconds', seconds } });

describe('the user’s value of a row', () => {
  it('is kept with the day in Shanghai, its note and the value it stands over; the queue is judged anew', async () => {
    expect(await ask('rules.set', { ...cap(500), note: '小二答复' })).toMatchObject({ ok: true, value: {} });
    expect(await rows()).toEqual({
      'TB-CAP': {
        value: { kind: 'seconds', seconds: 500 },
        note: '小二答复',
        date: '2026-11-22',
        over: { kind: 'seconds', seconds: 600 },
      },
    });
    expect(refreshed).toBe(1);
    expect((await metricRules(stores, 'taobao')).cap_s).toBe(500);
  });
  it.each([
    ['a row nobody knows', { id: 'XX', value: { kind: 'seconds', seconds: 5 } }],
    ['another kind of value', { id: 'TB-CAP', value: { kind: 'choice', choice: 'a' } }],
    [
      'steps that fall',
      { id: 'PDD-WARN', value: { kind: 'limits', limits: { soft: 9, warn: 8, breach: 20 } } },
    ],
  ])('%s is refused in words and nothing is kept', async (_, input) => {
    expect(await ask('rules.set', input)).toMatchObject({
      ok: true,
      value: { fault: { 'zh-CN': expect.any(String), en: expect.any(String) } },
    });
    expect(await rows()).toEqual({});
  });
  it('out of all bounds does not even reach the store', async () => {
    expect(await ask('rules.set', cap(-1))).toMatchObject({ ok: false });
    expect(await ask('rules.set', cap(1e9))).toMatchObject({ ok: false });
    expect(await rows()).toEqual({});
  });
  it('is no business of a marketplace page', async () => {
    expect(await ask('rules.set', cap(500), CHAT)).toMatchObject({ ok: false });
  });
  it('given back, the shipped value holds', async () => {
    await ask('rules.set', cap(500));
    await ask('rules.reset', { id: 'TB-CAP' });
    expect(await rows()).toEqual({});
    expect((await metricRules(stores, 'taobao')).cap_s).toBe(600);
  });
  it('a changed default is answered by keeping one’s own or by taking the new one', async () => {
    const older = { kind: 'seconds', seconds: 900 } as const;
    const put = () =>
      stores.rules.update((record) => ({
        ...record,
        rows: { 'TB-CAP': { value: { kind: 'seconds', seconds: 500 }, date: '2026-01-01', over: older } },
      }));
    await put();
    await ask('rules.settle', { id: 'TB-CAP', take: 'own' });
    expect((await rows())['TB-CAP']).toMatchObject({ value: { seconds: 500 }, over: { seconds: 600 } });
    await put();
    await ask('rules.settle', { id: 'TB-CAP', take: 'shipped' });
    expect(await rows()).toEqual({});
  });
});

/** Settings as a version before wrote them. */
const withLimits = (limits: object) => ({ version: 1, value: { ...settingsStore.defaults(NOW), limits } });
const old = {
  pdd: { soft: 5, warn: 15, breach: 60 },
  jd: { soft: 4, warn: 8, breach: 16 },
  taobao: { soft: 60, warn: 100, breach: 180 },
};
const asRows = {
  'PDD-WARN': { value: { kind: 'limits', limits: old.pdd } },
  'JD-WARN': { value: { kind: 'limits', limits: { ...old.jd, first: old.jd } } },
};

describe('limits the settings held before', () => {
  it('become values of the rows once; what says the shipped is none, and settings hold them no more', async () => {
    await browser.storage.local.set({ settings: withLimits(old) });
    await repairStores(stores);
    await moveLimits(stores, () => NOW);
    expect(await rows()).toMatchObject(asRows);
    expect(Object.keys(await rows())).toEqual(['PDD-WARN', 'JD-WARN']);
    expect('limits' in (await stores.settings.read())).toBe(false);

    await ask('rules.reset', { id: 'PDD-WARN' });
    await moveLimits(stores, () => NOW);
    expect(Object.keys(await rows())).toEqual(['JD-WARN']);
  });
  it('are moved again when the worker died before the settings were written, without taking back what was set since', async () => {
    await browser.storage.local.set({ settings: withLimits(old) });
    const later = { kind: 'limits', limits: { soft: 1, warn: 2, breach: 3 } };
    await ask('rules.set', { id: 'PDD-WARN', value: later });
    await moveLimits(stores, () => NOW);
    expect(await rows()).toMatchObject({ ...asRows, 'PDD-WARN': { value: later } });
  });
  it('that break the rules of today are kept as they were shown', async () => {
    await browser.storage.local.set({ settings: withLimits({ pdd: { soft: 0, warn: 200, breach: 100 } }) });
    await moveLimits(stores, () => NOW);
    expect((await rows())['PDD-WARN']?.value).toEqual({
      kind: 'limits',
      limits: { soft: 1, warn: 200, breach: 200 },
    });
  });
  it('of 天猫 go to the row it follows, unless Taobao has its own', async () => {
    const tmall = { soft: 7, warn: 8, breach: 9 };
    await browser.storage.local.set({ settings: withLimits({ tmall }) });
    await moveLimits(stores, () => NOW);
    expect((await rows())['TB-WARN']?.value).toEqual({ kind: 'limits', limits: tmall });
  });
});

async function importFile(text: string): Promise<{ lines: string[]; problems: string[] }> {
  const [library, shop, maps, settings, rules] = await Promise.all([
    stores.library.read(),
    stores.shop.read(),
    stores.maps.read(),
    stores.settings.read(),
    stores.rules.read(),
  ]);
  const plan = planImport(text, { library, shop, rules, maps, settings }, 'replace', NOW);
  if (!plan.ok) throw new Error(plan.errors[0]?.en);
  await keepImported(stores, plan, NOW);
  return {
    lines: plan.lines.map((line) => line['zh-CN']),
    problems: plan.problems.map((line) => line['zh-CN']),
  };
}

describe('files', () => {
  const pack = (more: object) => JSON.stringify({ format: 'shoubian.rule-pack', version: 1, ...more });

  it('a rule pack carries the user’s values; read again it changes nothing', async () => {
    await ask('rules.set', { ...cap(500), note: '小二答复' });
    const kept = await rows();
    const text = writeRulePack({ rows: kept, shop: exampleShop });
    const again = await importFile(text);
    expect(again.lines).toEqual(['店铺规则没有改动，0 条平台规则有改动']);
    await ask('rules.reset', { id: 'TB-CAP' });
    await importFile(text);
    expect(await rows()).toEqual(kept);
  });
  it('a rule pack carries how many are expected a day; a number out of bounds is none', async () => {
    await ask('rules.set', { id: 'PDD-EXP', value: { kind: 'count', count: 200 } });
    const kept = await rows();
    const text = writeRulePack({ rows: kept, shop: exampleShop });
    await ask('rules.reset', { id: 'PDD-EXP' });
    await importFile(text);
    expect(await rows()).toEqual(kept);
    expect(kept['PDD-EXP']?.value).toEqual({ kind: 'count', count: 200 });
    expect(await ask('rules.set', { id: 'PDD-EXP', value: { kind: 'count', count: 0 } })).toMatchObject({
      ok: false,
    });
    expect(await ask('rules.set', { id: 'TB-CAP', value: { kind: 'count', count: 5 } })).toMatchObject({
      value: { fault: { en: expect.any(String) } },
    });
    expect(await rows()).toEqual(kept);
  });
  it('a rule pack of an older program brings its limits', async () => {
    const { lines } = await importFile(pack({ limits: old }));
    expect(lines).toEqual(['店铺规则没有改动，2 条平台规则有改动']);
    expect(await rows()).toMatchObject(asRows);
  });
  it('rows this version does not know or cannot hold are said and left out, the others go in', async () => {
    const own = (value: object) => ({ value, date: '2026-01-01', over: { kind: 'empty' } });
    const { problems } = await importFile(
      pack({
        rows: {
          NEW: own({ kind: 'seconds', seconds: 3 }),
          'TB-CAP': own({ kind: 'choice', choice: 'a' }),
          'JD-GAP': own({ kind: 'seconds', seconds: 900 }),
        },
      }),
    );
    expect(problems).toEqual(['平台规则 NEW：这个版本没有这一条', '平台规则 TB-CAP：填的内容和这一条不符']);
    expect(Object.keys(await rows())).toEqual(['JD-GAP']);
  });
  it('a backup holds the rows; one of an older program brings its limits over what is set', async () => {
    await ask('rules.set', cap(500));
    await stores.settings.update((settings) => settings);
    const backup = JSON.stringify(makeBackup(await browser.storage.local.get(null), NOW));
    await ask('rules.reset', { id: 'TB-CAP' });
    await ask('rules.set', {
      id: 'PDD-WARN',
      value: { kind: 'limits', limits: { soft: 1, warn: 2, breach: 3 } },
    });
    await importFile(backup);
    expect(Object.keys(await rows())).toEqual(['TB-CAP']);

    const before = JSON.stringify(makeBackup({ settings: withLimits(old) }, NOW));
    await importFile(before);
    expect(await rows()).toMatchObject({ ...asRows, 'TB-CAP': { value: { seconds: 500 } } });
    expect('limits' in (await stores.settings.read())).toBe(false);
  });
});
