import { expect, type Locator, type Page } from '@playwright/test';
import { optionsRulesTexts } from '../../components/i18n/options-rules-texts.ts';
import { dock, openTab } from '../../sandbox/tour/desk-driver.mjs';
import type { PlatformRules } from '../../storage/schemas/platform-rules.ts';
import { test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, figuresOf, openView } from './support/extension-view.ts';
import { chooseFile, exportText, openOptions, showSection } from './support/options-page.ts';
import { agentSays, chatUrl, openFirst } from './support/practice-chat.ts';

test.use({ browserOf: 'platform-rules' });
test.describe.configure({ timeout: 90_000 });

/** Issue "Response time", 3: the user's value of a row holds at once everywhere, survives updates, and is asked about. */
const t = optionsRulesTexts['zh-CN'];
const HOUR = 3_600_000;
let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  await product.ask('data.erase', { what: 'everything' });
});

const rowIn = (options: Page, id: string): Locator => options.locator(`[data-rule="${id}"]`);
const tab = (options: Page, name: string): Promise<void> =>
  options.getByRole('radio', { name, exact: true }).check({ force: true });

/** Edits a row as the agent does; every field is given by its label's beginning. */
async function edit(options: Page, id: string, fields: Record<string, string>): Promise<void> {
  const row = rowIn(options, id);
  await row.getByRole('button', { name: t.edit, exact: true }).click();
  for (const [label, text] of Object.entries(fields)) await row.getByLabel(label).fill(text);
  await row.getByRole('button', { name: t.save, exact: true }).click();
}
const kept = async (): Promise<PlatformRules['rows']> =>
  ((await view.kept()).rules as { value: PlatformRules } | undefined)?.value.rows ?? {};

/** `HH:00` so many hours after now, in Shanghai. */
const clockAfter = (hours: number): string =>
  `${String((Math.floor((Date.now() + 8 * HOUR) / HOUR) + hours) % 24).padStart(2, '0')}:00`;

test('limits and window of a platform change the waits in an open dock at once', async ({
  page,
  product,
}) => {
  await openFirst(page, chatUrl(Date.now() - HOUR / 2));
  await openTab(page, '等待');
  const waiting = dock(page).locator('.sb-waiting').first();
  await expect(waiting).toHaveAttribute('data-step', 'breach');

  const options = await openOptions(product, 'rules');
  await tab(options, '拼多多');
  const { soft, warn, breach, seconds } = t.fields;
  const of = (step: string): string => `${step}（${seconds}）`;
  await edit(options, 'PDD-WARN', { [of(soft)]: '10', [of(warn)]: '20000', [of(breach)]: '40000' });
  await expect(waiting).toHaveAttribute('data-step', 'soft');
  await expect(rowIn(options, 'PDD-WARN')).toContainText('10 / 20000 / 40000');

  // The wait began half an hour ago: hours that begin later leave it out, all of the day counts it.
  await edit(options, 'PDD-W', { [t.fields.from]: clockAfter(3), [t.fields.to]: clockAfter(5) });
  await expect(waiting).toHaveAttribute('data-outside', 'true');
  await edit(options, 'PDD-W', { [t.fields.from]: '00:00', [t.fields.to]: '24:00' });
  await expect(waiting).not.toHaveAttribute('data-outside', 'true');

  const before = await kept();
  await edit(options, 'PDD-W', { [t.fields.from]: '8点' });
  await expect(rowIn(options, 'PDD-W').getByRole('alert')).toBeVisible();
  expect(await kept()).toEqual(before);
  await options.keyboard.press('Escape');

  await rowIn(options, 'PDD-WARN').getByRole('button', { name: t.reset, exact: true }).click();
  await expect(waiting).toHaveAttribute('data-step', 'breach');
  expect(Object.keys(await kept())).toEqual(['PDD-W']);
  await options.close();
});

test('figures are counted anew by the changed row, of days before too', async ({ page, product }) => {
  const asked = Date.now() - HOUR / 2;
  await openFirst(page, chatUrl(asked));
  await agentSays(page, asked + 400_000);
  await product.ask('rules.set', {
    id: 'PDD-W',
    value: { kind: 'window', window: { from: '00:00', to: '24:00' } },
  });
  const rate = async () => {
    const found = await figuresOf(product, 'pdd', { from: asked - HOUR, to: Date.now() + HOUR });
    const { numerator, denominator } = found['PDD-3M'] ?? {};
    return { numerator, denominator };
  };
  await expect.poll(async () => (await rate()).denominator).toBeGreaterThan(0);
  const { numerator: inTime = 0, denominator: all = 0 } = await rate();
  await product.ask('rules.set', { id: 'PDD-U', value: { kind: 'seconds', seconds: 80_000 } });
  await expectSoon(rate, { numerator: all, denominator: all }, 'nobody fails under a limit of a day');
  expect(inTime).toBeLessThan(all);
  await product.ask('rules.reset', { id: 'PDD-U' });
  await expectSoon(rate, { numerator: inTime, denominator: all }, 'as before');
});

test('a default changed by an update asks until it is answered; files carry the user’s values', async ({
  product,
}) => {
  await product.ask('rules.set', {
    id: 'TB-CAP',
    value: { kind: 'seconds', seconds: 500 },
    note: '小二答复',
  });
  // What was shipped when the value was set: another value than today's, as after an update.
  const { rules } = (await view.kept()) as { rules: { version: number; value: PlatformRules } };
  const own = rules.value.rows['TB-CAP'];
  const over = { kind: 'seconds', seconds: 900 } as const;
  if (!own) throw new Error('not kept');
  await view.keep({
    rules: { ...rules, value: { ...rules.value, rows: { 'TB-CAP': { ...own, over } } } },
  });

  const options = await openOptions(product, 'rules');
  const asks = options.locator('[data-asks="TB-CAP"]');
  await expect(asks).toContainText('900 秒');
  await asks.getByRole('button', { name: t.keepOwn }).click();
  await expect(asks).toHaveCount(0);
  await expect(rowIn(options, 'TB-CAP').locator('[data-value]')).toHaveText('500 秒');
  await options.reload();
  await expect(rowIn(options, 'TB-CAP')).toContainText('小二答复');
  await expect(asks).toHaveCount(0);

  await showSection(options, 'data');
  const text = await exportText(options, 'rule-pack');
  await product.ask('rules.reset', { id: 'TB-CAP' });
  await product.ask('rules.set', { id: 'JD-GAP', value: { kind: 'seconds', seconds: 900 } });
  await expect(await chooseFile(options, text)).toContainText('1 条平台规则有改动');
  await options.locator('[data-import-apply]').click();
  await expectSoon(
    async () => Object.keys(await kept()).sort(),
    ['JD-GAP', 'TB-CAP'],
    'the file’s and the others',
  );
  await options.close();
});
