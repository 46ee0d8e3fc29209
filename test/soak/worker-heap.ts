import type { BrowserContext } from '@playwright/test';

/**
 * Bytes of JavaScript the extension's worker holds after a collection; undefined while it does not run. Workers have
 * no memory API of their own, so the browser's debugger is asked through a page.
 */
export async function workerHeap(context: BrowserContext, extensionId: string): Promise<number | undefined> {
  const [page] = context.pages();
  if (!page) return undefined;
  const cdp = await context.newCDPSession(page);
  try {
    const { targetInfos } = await cdp.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    );
    if (!worker) return undefined;
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: worker.targetId });
    let next = 0;
    const ask = (method: string): Promise<{ usedSize?: number }> => {
      next += 1;
      const id = next;
      return new Promise((resolve, reject) => {
        cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
          const answer = JSON.parse(message);
          if (answer.id !== id) return;
          if (answer.error) reject(new Error(answer.error.message));
          else resolve(answer.result);
        });
        const message = JSON.stringify({ id, method });
        cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    };
    await ask('HeapProfiler.collectGarbage');
    const { usedSize } = await ask('Runtime.getHeapUsage');
    await cdp.send('Target.detachFromTarget', { sessionId });
    return usedSize;
  } finally {
    await cdp.detach();
  }
}
