import { killWorker } from '../launch.mjs';
import { dock } from './desk-driver.mjs';

/** The number and colour on the extension's icon. @param {import('@playwright/test').Worker} worker */
export async function badge(worker) {
  return worker.evaluate(async () => {
    const [text, color] = await Promise.all([
      chrome.action.getBadgeText({}),
      chrome.action.getBadgeBackgroundColor({}),
    ]);
    return { text, color: `rgb(${color.slice(0, 3).join(',')})` };
  });
}

/** Waits until the dock's queue has somebody in it. @param {import('@playwright/test').Page} page */
export async function agentRow(page) {
  await dock(page).getByRole('tabpanel').getByRole('button').first().waitFor();
}

/** Stops the worker and makes sure that it did stop. */
export async function killUntilStopped(extension) {
  if (!(await killWorker(extension.context, extension.extensionId))) throw new Error('后台没有停下来');
}

/**
 * Today's PDD figures as the popup gets them, asked from a page of the extension: that also wakes the worker.
 * @param {(now: { human: number, buyer: number, answered: number }) => boolean} [enough] asked again until it holds
 */
export async function figures(extension, enough = () => true) {
  const page = await extension.context.newPage();
  try {
    await page.goto(extension.extensionUrl('popup.html'));
    let now = { human: 0, buyer: 0, answered: 0 };
    for (let look = 0; look < 60; look += 1) {
      now = await page.evaluate(async () => {
        const day = 86_400_000;
        const from = Math.floor((Date.now() + 8 * 3_600_000) / day) * day - 8 * 3_600_000;
        const reply = await chrome.runtime.sendMessage({
          shoubian: 'ledger.figures',
          input: { from, to: from + day },
        });
        const pdd = reply?.value?.find((set) => set.platform === 'pdd');
        const of = (id) => pdd?.figures.find((figure) => figure.id === id);
        const ratio = of('answer-ratio');
        return {
          human: ratio?.numerator ?? 0,
          buyer: ratio?.denominator ?? 0,
          answered: of('answered')?.value ?? 0,
        };
      });
      if (enough(now)) return now;
      await page.waitForTimeout(100);
    }
    return now;
  } finally {
    await page.close();
  }
}
