import {
  actInFrame,
  callFrames,
  frameAct,
  frameView,
  paletteTold,
  publishAgain,
  publishFrame,
  tellPalette,
} from '../../storage/contracts/frames.ts';
import { sendNotice } from '../../storage/messages/notices.ts';
import type { RequestServer, Sender } from '../../storage/messages/serve.ts';

/** The place a message comes from, as the browser stamped it. */
function placeOf({ tab, frameId }: Sender): { tabId: number; frameId: number } | undefined {
  return tab?.id === undefined || frameId === undefined ? undefined : { tabId: tab.id, frameId };
}

/**
 * Carries what sub frames show to the dock of their tab, and what is done there back. Nothing leaves the tab it came
 * from: sub frames speak to their top frame only, and only the top frame tells a sub frame what to do.
 */
export function handleFrames(server: RequestServer): void {
  server.handle(publishFrame, async ({ load, view }, sender) => {
    const from = placeOf(sender);
    if (from && from.frameId !== 0) {
      await sendNotice(frameView, { frameId: from.frameId, load, view }, { tabId: from.tabId, frameId: 0 });
    }
    return {};
  });

  server.handle(tellPalette, async (told, sender) => {
    const from = placeOf(sender);
    if (!from || from.frameId === 0) return { delivered: false };
    const { tabId, frameId } = from;
    return { delivered: await sendNotice(paletteTold, { frameId, told }, { tabId, frameId: 0 }) };
  });

  server.handle(actInFrame, async ({ frameId, act }, sender) => {
    const from = placeOf(sender);
    if (from?.frameId !== 0) return { delivered: false };
    return { delivered: await sendNotice(frameAct, { act }, { tabId: from.tabId, frameId }) };
  });

  server.handle(callFrames, async ({ frames }, sender) => {
    const from = placeOf(sender);
    if (from?.frameId !== 0) return { gone: [] };
    const { tabId } = from;
    if (frames.length === 0) {
      await sendNotice(publishAgain, {}, { tabId });
      return { gone: [] };
    }
    const there = await Promise.all(
      frames.map((frameId) => sendNotice(publishAgain, {}, { tabId, frameId })),
    );
    return { gone: frames.filter((_, i) => !there[i]) };
  });
}
