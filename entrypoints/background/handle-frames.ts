import { actInFrame, frameAct, frameView, publishFrame } from '../../storage/contracts/frames.ts';
import { sendNotice } from '../../storage/messages/notices.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';

/** Carries what a sub frame shows to the dock of its tab, and a jump back. Stays inside one tab. */
export function handleFrames(server: RequestServer): void {
  server.handle(publishFrame, async ({ view }, sender) => {
    const { tab, frameId } = sender;
    if (tab?.id !== undefined && frameId) {
      await sendNotice(frameView, { frameId, view }, { tabId: tab.id, frameId: 0 });
    }
    return {};
  });
  server.handle(actInFrame, async ({ frameId, jumpTo }, sender) => {
    const { tab } = sender;
    if (tab?.id !== undefined) await sendNotice(frameAct, { jumpTo }, { tabId: tab.id, frameId });
    return {};
  });
}
