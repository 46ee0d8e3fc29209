import type { DockActions, DockModel } from '../../components/dock/model.ts';
import { actInFrame, frameAct, frameView, publishFrame } from '../../storage/contracts/frames.ts';
import { onNotice } from '../../storage/messages/notices.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/** What a sub frame shows of its orders. */
export type FrameView = Pick<DockModel, 'orders' | 'health'>;

export interface FrameLink {
  /** Only in a sub frame: shows this frame's orders in the tab's dock. */
  publish?: (view: FrameView) => void;
  /** Only in the top frame: what a sub frame last published. */
  framed(): FrameView | undefined;
  wrap(actions: DockActions): DockActions;
}

/**
 * Joins the frames of one tab: a sub frame (JD orders on the alternate host) publishes what it sees, the one dock in
 * the top frame shows it, and a jump chosen there is carried back. Both ends are our own script; the background
 * passes the message on and stamps the frame.
 */
export function linkFrames(options: {
  topFrame: boolean;
  signal: AbortSignal;
  jump(key: string): void;
  /** A sub frame's view changed. */
  changed(): void;
}): FrameLink {
  const { topFrame, signal } = options;
  if (!topFrame) {
    let last = '';
    onNotice(frameAct, signal, ({ jumpTo }) => options.jump(jumpTo));
    return {
      publish(view) {
        const next = JSON.stringify({ orders: view.orders, health: view.health });
        if (next === last) return;
        last = next;
        sendRequest(publishFrame, { view: next }).catch(() => {
          last = '';
        });
      },
      framed: () => undefined,
      wrap: (actions) => actions,
    };
  }

  let view: FrameView | undefined;
  /** Order key → frame it was seen in, and its number for copying. */
  const framed = new Map<string, { frameId: number; orderId: string | undefined }>();
  onNotice(frameView, signal, ({ frameId, view: json }) => {
    const seen = JSON.parse(json) as Partial<FrameView>;
    for (const [key, place] of framed) if (place.frameId === frameId) framed.delete(key);
    for (const count of seen.orders?.counts ?? []) {
      for (const order of count.orders) framed.set(order.key, { frameId, orderId: order.orderId });
    }
    view = { health: seen.health ?? [], ...(seen.orders && { orders: seen.orders }) };
    options.changed();
  });
  return {
    framed: () => view,
    wrap: (actions) => ({
      ...actions,
      jumpToOrder(key) {
        const place = framed.get(key);
        if (!place) return actions.jumpToOrder(key);
        sendRequest(actInFrame, { frameId: place.frameId, jumpTo: key }).catch(() => undefined);
      },
      copyOrderNumbers(keys) {
        if (!keys.some((key) => framed.has(key))) return actions.copyOrderNumbers(keys);
        actions.copy(keys.map((key) => framed.get(key)?.orderId ?? key).join('\n'));
      },
    }),
  };
}
