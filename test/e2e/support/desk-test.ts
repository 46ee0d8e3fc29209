import { test as base, expect, type Page } from '@playwright/test';
import { type LaunchedExtension, launchWithExtension } from '../../../sandbox/launch.mjs';

/** The browser with the extension in it, shared by the tests of one file. */
export interface Product extends LaunchedExtension {
  /**
   * Asks the background what a page of the extension may ask (storage/contracts). Rejects when it was refused.
   * @param name of the contract, e.g. `library.save`
   */
  ask<Answer = unknown>(name: string, input?: object): Promise<Answer>;
}

interface FileFixtures {
  /** Any word of the file's own: files with different words get browsers of their own, so that no state leaks. */
  browserOf: string;
  product: Product;
}

/**
 * Playwright's test with the extension: one browser per spec file, a fresh page per test, and after each test the
 * proof that nothing asked the network for anything (architecture.md: no network at all).
 */
export const test = base.extend<{ page: Page; noNetwork: undefined }, FileFixtures>({
  browserOf: ['', { scope: 'worker', option: true }],
  product: [
    async ({ browserOf: _ }, use) => {
      const folder = process.env.SHOUBIAN_EXTENSION;
      const launched = await launchWithExtension(folder ? { extension: folder } : {});
      const own = await launched.context.newPage();
      await own.goto(launched.extensionUrl('popup.html'));
      await use({
        ...launched,
        ask: (name, input = {}) =>
          own.evaluate(
            async ([contract, value]) => {
              const reply = await chrome.runtime.sendMessage({ shoubian: contract, input: value });
              if (!reply?.ok) throw new Error(`${contract}: ${JSON.stringify(reply)}`);
              return reply.value;
            },
            [name, input] as const,
          ),
      });
      await launched.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ product }, use) => {
    const page = await product.context.newPage();
    await use(page);
    await page.close();
  },
  noNetwork: [
    async ({ product }, use) => {
      await use(undefined);
      expect(product.foreignRequests, 'requests to the network').toEqual([]);
    },
    { auto: true },
  ],
});

declare const chrome: {
  runtime: {
    sendMessage(message: object): Promise<{ ok: boolean; value: never } | undefined>;
  };
};
