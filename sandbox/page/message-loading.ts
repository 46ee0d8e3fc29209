import type { Desk } from '../simulator/desk.ts';

/** Whose messages stand in the page: an opened conversation's own come a while after it was opened. */
export interface MessageLoading {
  /** Undefined while nobody's messages are there. */
  readonly shownId: string | undefined;
  readonly isLoading: boolean;
}

/**
 * Lets messages arrive `late` ms after their conversation was opened, as a server's answer does, so that a reader
 * meets a conversation switched while messages load.
 *
 * @param options.late ms; 0: at once
 * @param options.stale the messages of the conversation before stay until the new ones are there
 * @param options.again draws the page again
 */
export function createMessageLoading(
  desk: Desk,
  { late, stale, again }: { late: number; stale: boolean; again(): void },
): MessageLoading {
  let wanted: string | undefined;
  let shown: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  desk.onChange(() => {
    if (desk.openId === wanted) return;
    wanted = desk.openId;
    clearTimeout(timer);
    if (late === 0) {
      shown = wanted;
      return;
    }
    if (!stale) shown = undefined;
    timer = setTimeout(() => {
      shown = wanted;
      again();
    }, late);
  });
  return {
    get shownId() {
      return shown;
    },
    get isLoading() {
      return shown !== wanted;
    },
  };
}
