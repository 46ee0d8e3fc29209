import type { LocalText } from '../../rules/language/local-text.ts';
import { beforeTransfer } from '../../rules/metrics/at-stake.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { DockStore } from '../dock/dock-store.ts';
import { isInsideOwnNode } from '../site-map/own-nodes.ts';
import type { DeskSession } from './desk-session.ts';
import { notice } from './insert-phrase.ts';

/** What pages write on the button that hands a chat to a colleague. */
const handsOver = /^(?:转接|转交|转移|转出|转发)(?:会话|客服|买家|给.{0,6})?$/;
/** The words stand on the button or a little inside of it. */
const farthest = 3;

function isTransfer(start: Element): boolean {
  let element: Element | null = start;
  for (let i = 0; element && i < farthest; i += 1, element = element.parentElement) {
    const words = (element.textContent ?? '').replace(/\s+/g, '');
    if (words.length > 10) return false;
    if (handsOver.test(words)) return true;
  }
  return false;
}

/**
 * Says so when the agent presses the page's own button for a transfer while the open chat has a turn that would be lost
 * by it (metrics.md §6, E10). It only tells: the press goes to the page as it is.
 */
export function watchTransfers(options: {
  document: Document;
  /** What a transfer of the open chat would cost now; undefined where nothing. */
  warning(): LocalText | undefined;
  tell(text: LocalText): void;
  signal: AbortSignal;
  trusts?(event: Event): boolean;
}): void {
  const { document, warning, tell, signal, trusts = (event) => event.isTrusted } = options;
  document.addEventListener(
    'pointerdown',
    (event) => {
      const [target] = event.composedPath();
      if (!(target instanceof Element) || !trusts(event) || isInsideOwnNode(target)) return;
      const text = isTransfer(target) ? warning() : undefined;
      if (text) tell(text);
    },
    { capture: true, passive: true, signal },
  );
}

/** For the chat that is open in this page, told in the dock. */
export function guardTransfers(
  session: Pick<DeskSession, 'document' | 'state'>,
  store: DockStore,
  signal: AbortSignal,
): void {
  watchTransfers({
    document: session.document,
    warning() {
      const { queue, rules } = session.state;
      const { openConversation } = store.get();
      const open = queue.waiting.find(({ key }) => key === openConversation);
      return beforeTransfer(open, rowsInForce(rules.rows));
    },
    tell: (text) => store.patch({ notice: notice('warn', text) }),
    signal,
  });
}
