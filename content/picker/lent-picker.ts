import { loadPicker } from '../../storage/contracts/maps.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/** Content scripts of one frame share their globals, which the page does not see. */
const shared = globalThis as { shoubianPicker?: unknown };

/** Leaves the picker where the desk of this frame finds it. */
export function lendPicker(open: unknown): void {
  shared.shoubianPicker = open;
}

/**
 * The picker as a script of its own: it is as large as a tenth of the desk, and few pages are ever taught.
 * @returns how to open it
 * @throws RequestError when the extension was updated under the page
 */
export async function borrowPicker<Open extends (options: never) => void>(): Promise<Open> {
  if (!shared.shoubianPicker) await sendRequest(loadPicker, {});
  return shared.shoubianPicker as Open;
}
