import type { Trusts } from '../../components/ui/trust.tsx';

/** Gives the dock its keys without the page hearing of them. */
export interface KeyRelay {
  /** Proof of trust for the views: the agent's own event, or our copy of one. */
  trusts: Trusts;
}

const keyTypes = ['keydown', 'keypress', 'keyup'] as const;

/**
 * A desk may listen for Enter on its document while the event is still on its way down, where nothing inside the
 * dock can stop it, and send the draft (insertion.md §1 rule 4). So a key for the dock ends at the window, and the
 * focused control gets a copy that cannot leave the shadow root. What the browser itself does with the key (typing,
 * pressing a focused button) is not affected, unless a view prevents it.
 */
export function relayKeys(
  host: HTMLElement,
  shadow: ShadowRoot,
  view: Window,
  signal: AbortSignal,
): KeyRelay {
  const copies = new WeakSet<Event>();
  const relay = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.target !== host) return;
    event.stopImmediatePropagation();
    const copy = copyOf(event);
    copies.add(copy);
    if (!(shadow.activeElement ?? shadow).dispatchEvent(copy)) event.preventDefault();
  };
  for (const type of keyTypes) view.addEventListener(type, relay, { capture: true, signal });
  return { trusts: (event) => event.isTrusted || copies.has(event) };
}

/**
 * Not a KeyboardEvent: Firefox lets those out of a shadow root even when they are not composed. The properties are
 * own ones, which the views read the same way.
 */
function copyOf(event: KeyboardEvent): Event {
  const copy = new Event(event.type, { bubbles: true, cancelable: true, composed: false });
  const { key, code, location, repeat, isComposing, altKey, ctrlKey, metaKey, shiftKey, keyCode, charCode } =
    event;
  return Object.assign(copy, {
    key,
    code,
    location,
    repeat,
    isComposing,
    altKey,
    ctrlKey,
    metaKey,
    shiftKey,
    keyCode,
    charCode,
  });
}
