import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';

/**
 * A minute in which twenty messages a second stream into the open chat of the practice page (issue 3, to show): what
 * the page's thread does with the extension, against the same page without it. Both browsers run at once and what
 * counts is processor time of the thread, so that they do not disturb each other's figures.
 */
export interface ChatStreamRow {
  name: string;
  messages: number;
  /** All tasks of the page's thread while the messages stream, ms of processor time. */
  mainThreadMs: number;
  /** What the extension adds, as a share of the page's own. */
  ratioAdded: number;
}

const SECONDS = 60;
const PER_SECOND = 20;
const START = 1_790_000_000_000;
const URL_OF_CHAT = `https://mms.pinduoduo.com/chat-merchant/index.html?rows=1&seed=1&now=${START}&wipe=0&late=0#/`;

interface Launched {
  context: BrowserContext;
  close(): Promise<void>;
}

/** Run from a bundle: the project's own scripts are found from the working directory. */
const fromRoot = (file: string) => import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);

interface Practice {
  truth(): { conversations: { id: string }[]; open?: { messages: unknown[] } };
  buyerWrites(id: string, text: string, options: { at: number }): unknown;
}

/** Lets the messages come by the page's own timer, each with a time of its own. */
function stream(page: Page, seconds: number, perSecond: number): Promise<number> {
  return page.evaluate(
    async ([length, pace, start]) => {
      const { practice } = window as unknown as { practice: Practice };
      const id = practice.truth().conversations[0]?.id ?? '';
      const begun = performance.now();
      let written = 0;
      await new Promise<void>((done) => {
        const timer = setInterval(() => {
          // A timer that was held back catches up: so many messages come in a minute, whatever else runs.
          while (written < length * pace && performance.now() - begun >= (written * 1_000) / pace) {
            practice.buyerWrites(id, `第 ${written} 句，还有货吗？`, { at: start + written * 50 });
            written += 1;
          }
          if (written < length * pace) return;
          clearInterval(timer);
          done();
        }, 1_000 / pace);
      });
      return practice.truth().open?.messages.length ?? 0;
    },
    [seconds, perSecond, START + 60_000] as const,
  );
}

async function measure({ context, close }: Launched): Promise<{ ms: number; messages: number }> {
  const page = await context.newPage();
  await page.goto(URL_OF_CHAT);
  const id = await page.evaluate(
    () => (window as unknown as { practice: Practice }).practice.truth().conversations[0]?.id ?? '',
  );
  await page.locator(`.chat-item-box[data-random^="${id}-"][data-random$="-all"]`).click();
  await page.locator('li.onemsg').first().waitFor();
  // What loading and opening leave behind belongs to neither.
  await stream(page, 2, PER_SECOND);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await taskMs();
  const messages = await stream(page, SECONDS, PER_SECOND);
  const ms = (await taskMs()) - before;
  await close();
  return { ms, messages };
}

export async function benchChatStream(): Promise<ChatStreamRow[]> {
  const { buildE2e } = await fromRoot('tools/build-e2e.mjs');
  const { buildSandbox } = await fromRoot('sandbox/build.mjs');
  const { launchWithExtension, places } = await fromRoot('sandbox/launch.mjs');
  await buildE2e(['chrome']);
  await buildSandbox({ outDir: places.sandbox });
  const [plain, extended] = await Promise.all([
    measure(await launchWithExtension({ extension: null })),
    measure(await launchWithExtension()),
  ]);
  const name = `${SECONDS} s, ${PER_SECOND} messages a second`;
  return [
    {
      name: `${name}, without the extension`,
      messages: plain.messages,
      mainThreadMs: plain.ms,
      ratioAdded: 0,
    },
    {
      name: `${name}, with it`,
      messages: extended.messages,
      mainThreadMs: extended.ms,
      ratioAdded: (extended.ms - plain.ms) / plain.ms,
    },
  ];
}
