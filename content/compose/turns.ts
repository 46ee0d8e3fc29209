/** What is under way in one page; `settle` ends the waiting of the one before. */
interface Line {
  last: Promise<unknown>;
  settle: (() => void) | undefined;
}

const lines = new WeakMap<Document, Line>();

/**
 * Runs one insert after the other within a page: two clicks must not end in each other's text. The one before stops
 * watching its text as soon as the next one asks.
 * @param run gets a function to tell how its watching can be ended early
 */
export function inTurn<T>(
  page: Document,
  run: (watching: (settle: () => void) => void) => Promise<T>,
): Promise<T> {
  const line = lines.get(page) ?? { last: Promise.resolve(), settle: undefined };
  lines.set(page, line);
  line.settle?.();
  const turn = line.last.then(async () => {
    try {
      return await run((settle) => {
        line.settle = settle;
      });
    } finally {
      line.settle = undefined;
    }
  });
  line.last = turn.catch(() => undefined);
  return turn;
}
