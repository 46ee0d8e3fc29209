/** When the agent (or a phrase of ours) last changed text and selection in a document, on `performance.now()`. */
export interface Activity {
  /** The last change of text. */
  changedAt: number;
  /** The last `selectionchange`. */
  selectedAt: number;
}

const activities = new WeakMap<Document, { now: Activity; listener: (event: Event) => void }>();

/** What is known of a document; nothing has happened in one that is not followed. */
export function activityIn(document: Document): Activity {
  return stateOf(document).now;
}

/** Follows text and selection in a document. Safe to call again, also after the page rewrote the document. */
export function followActivity(document: Document, signal: AbortSignal): void {
  const { listener } = stateOf(document);
  for (const type of ['beforeinput', 'input', 'keydown', 'selectionchange']) {
    document.addEventListener(type, listener, { capture: true, signal });
  }
}

/** To be called when we changed the text ourselves: many editors take a paste without an `input` event. */
export function noteChange(document: Document): void {
  stateOf(document).now.changedAt = performance.now();
}

function stateOf(document: Document): { now: Activity; listener: (event: Event) => void } {
  const known = activities.get(document);
  if (known) return known;
  const never = Number.NEGATIVE_INFINITY;
  const now: Activity = { changedAt: never, selectedAt: never };
  const state = {
    now,
    listener(event: Event): void {
      if (event.type === 'selectionchange') now.selectedAt = performance.now();
      // Editors that delete by themselves let no input event through.
      else if (
        event.type !== 'keydown' ||
        /^(?:Backspace|Delete|Enter)$/.test((event as KeyboardEvent).key)
      ) {
        now.changedAt = performance.now();
      }
    },
  };
  activities.set(document, state);
  return state;
}
