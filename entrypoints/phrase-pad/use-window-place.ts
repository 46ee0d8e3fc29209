import { useEffect } from 'react';
import { notePadPlace } from '../../storage/contracts/pad.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/** No browser tells a page that its window was moved: it is looked at this often. */
const lookEvery = 1_000;

/** The free part of the screen; `availLeft` and `availTop` are in every browser and in no standard. */
function screenNow() {
  const {
    availLeft = 0,
    availTop = 0,
    availWidth,
    availHeight,
    isExtended = false,
  } = screen as Screen & {
    availLeft?: number;
    availTop?: number;
    isExtended?: boolean;
  };
  return {
    screen: { left: availLeft, top: availTop, width: availWidth, height: availHeight },
    extended: isExtended,
  };
}

/** Tells the background when the window has opened, and when it was moved or sized. */
export function useWindowPlace(): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let opening = true;
    let noted = '';
    const look = (): void => {
      const now = [screenX, screenY, outerWidth, outerHeight].join();
      if (now === noted) return;
      noted = now;
      // The background may be on its way to a new version: the place is not worth a word then.
      sendRequest(notePadPlace, { opening, ...screenNow() }).catch(() => undefined);
      opening = false;
    };
    look();
    for (const event of ['blur', 'pagehide'] as const) addEventListener(event, look, { signal });
    const timer = setInterval(look, lookEvery);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    return () => stop.abort();
  }, []);
}
