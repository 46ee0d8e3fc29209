import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleDecisions } from '../../../entrypoints/background/handle-decisions.ts';
import { keepImported } from '../../../entrypoints/background/keep-imported.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { type DecisionTable, shippedTables } from '../../../rules/decisions/index.ts';
import { guideTables } from '../../../storage/decisions.ts';
import { makeBackup } from '../../../storage/import/backup-file.ts';
import { writeDecisionsFile } from '../../../storage/import/decisions-file.ts';
import { planImport } from '../../../storage/import/plan-import.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';

const OPTIONS = 'chrome-extension://test/options.html';
const CHAT = 'https://seller.example.test/chat';
let stores: Stores;
let server: RequestServer;

beforeEach(() => {
  fakeBrowser.reset();
  stores = openStores(() => 1_000);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
  }));
  handleDecisions(server, stores, () => 2_000);
});

const ask = (name: string, input: object, url = OPTIONS): Promise<Reply> =>
  new Promise((answered) => {
    server.listener({ shoubian: name, input }, { id: 'test', url, tab: { id: 1 } } as never, answered);
  });
const quality = (): DecisionTable => {
  const table = shippedTables.find(({ id }) => id === 'quality');
  if (!table) throw new Error('no table');
  return structuredClone(table);
};
const named = (name: string): DecisionTable => ({ ...quality(), name: { 'zh-CN': name } });
const inUse = async (): Promise<string | undefined> =>
  guideTables(await stores.decisions.read()).find(({ id }) => id === 'quality')?.name['zh-CN'];

/** A file's way into the stores, as the import takes it. */
async function importFile(text: string): Promise<string[]> {
  const [library, shop, rules, maps, settings, cards, decisions] = await Promise.all([
    stores.library.read(),
    stores.shop.read(),
    stores.rules.read(),
    stores.maps.read(),
    stores.settings.read(),
    stores.cards.read(),
    stores.decisions.read(),
  ]);
  const plan = planImport(text, { library, shop, rules, maps, settings, cards, decisions }, 'skip', 3_000);
  if (!plan.ok) return plan.errors.map((error) => error['zh-CN']);
  await keepImported(stores, plan, 3_000);
  return [];
}

describe('the shop’s decision tables', () => {
  it('are kept in the place of the shipped ones, and taken away again', async () => {
    expect(await ask('decisions.save', { table: named('本店质量') })).toMatchObject({
      ok: true,
      value: { faults: [] },
    });
    expect(await inUse()).toBe('本店质量');
    await ask('decisions.remove', { id: 'quality' });
    expect(await inUse()).toBe('质量问题');
  });

  it('are refused whole with every fault said, and what stood there stays', async () => {
    await ask('decisions.save', { table: named('本店质量') });
    const reply = await ask('decisions.save', {
      table: { ...named('坏的'), first: 'nowhere', outcomes: [] },
    });
    expect(reply).toMatchObject({ ok: true });
    const { faults } = (reply as unknown as { value: { faults: { 'zh-CN': string }[] } }).value;
    expect(faults.map((fault) => fault['zh-CN'])).toContain('第一步「nowhere」不存在');
    expect(faults.length).toBeGreaterThan(1);
    expect(await inUse()).toBe('本店质量');
  });

  it('are changed by pages of the extension alone', async () => {
    expect(await ask('decisions.save', { table: named('别人的') }, CHAT)).toMatchObject({ ok: false });
    expect(await ask('decisions.remove', { id: 'quality' }, CHAT)).toMatchObject({ ok: false });
    expect(await inUse()).toBe('质量问题');
  });

  it('travel in a file of their own and in the backup', async () => {
    expect(await importFile(writeDecisionsFile([named('从文件来')]))).toEqual([]);
    expect(await inUse()).toBe('从文件来');
    const backup = makeBackup(await fakeBrowser.storage.local.get(null), 4_000);
    await ask('decisions.remove', { id: 'quality' });
    expect(await importFile(JSON.stringify(backup))).toEqual([]);
    expect(await inUse()).toBe('从文件来');
  });

  it('a file with one bad table changes nothing', async () => {
    const bad = { ...named('坏的'), id: 'bad', first: 'nowhere' };
    const errors = await importFile(writeDecisionsFile([named('从文件来'), bad]));
    expect(errors.join()).toContain('第一步「nowhere」不存在');
    expect(await inUse()).toBe('质量问题');
  });
});
