import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import type { TurnEvent } from '../../rules/turns/event.ts';
import type { LaunchedExtension } from '../../sandbox/launch.mjs';

/** A tab of a marketplace that hands events over. */
export interface HandingTab {
  happens(events: readonly TurnEvent[]): Promise<void>;
  /** Events without a receipt. */
  pending(): Promise<number>;
  /** As an agent closes it: what has no receipt is gone with it. */
  close(): Promise<void>;
}

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '#imports': path.join(import.meta.dirname, 'chrome-as-browser.ts') } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.join(import.meta.dirname, 'handing-tab.ts'),
        formats: ['iife'],
        name: 'handing',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the tab script was not built');
  const [chunk] = first.output;
  return chunk.code;
}

/** Opens an empty page on a marketplace's real host and speaks in the world of the extension's script there. */
export async function openTab(product: LaunchedExtension, url: string): Promise<HandingTab> {
  script ??= bundle();
  const code = await script;
  const page: Page = await product.context.newPage();
  const cdp: CDPSession = await product.context.newCDPSession(page);
  const world = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const isOurs = context.origin === `chrome-extension://${product.extensionId}`;
      if (isOurs && context.auxData?.type === 'isolated') resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  await page.goto(url);
  const contextId = await world;
  async function inWorld<R>(expression: string): Promise<R> {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R;
  }
  await inWorld(code);
  return {
    happens: (events) => inWorld(`soak.happens(${JSON.stringify(events)})`),
    pending: () => inWorld('soak.pending()'),
    close: () => page.close(),
  };
}
