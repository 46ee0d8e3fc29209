import { expect, type Locator, type Page } from '@playwright/test';
import type { OptionsSectionId } from '../../../components/options/model.ts';
import type { Product } from './desk-test.ts';

/** Opens the options page at a section and waits until it shows what is kept. */
export async function openOptions(product: Product, section: OptionsSectionId): Promise<Page> {
  const options = await product.context.newPage();
  await options.goto(product.extensionUrl(`options.html#${section}`));
  await options.locator('main h1').waitFor();
  await expect(options.getByText('正在读取…')).toHaveCount(0);
  return options;
}

export async function showSection(options: Page, section: OptionsSectionId): Promise<void> {
  await options.locator(`nav [data-section="${section}"]`).click();
}

/** The error with these words under a field, as it is announced. */
export const errorOf = (options: Page, words: string): Locator =>
  options.getByRole('alert').filter({ hasText: words });

/** Chooses a file for the import, as the agent does; its text never touches the disk. */
export async function chooseFile(options: Page, text: string, name = 'file.json'): Promise<Locator> {
  await options
    .locator('[data-import]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const preview = options.locator('[data-import-preview]');
  await expect(preview).toContainText(name);
  return preview;
}

/** Exports one kind of document and reads what was saved. */
export async function exportText(options: Page, id: string): Promise<string> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.locator(`[data-export="${id}"]`).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
