import { endOfPrefix, selectInText } from './place-caret.ts';
import { type EditorText, readText } from './read-text.ts';

/** Puts the caret at the first stop of a text once it has landed. */
export interface StopPlacing {
  /** To be called once, when the text stands in the editor as it should. */
  place(): void;
  /**
   * The stops still to visit, as offsets in the editor's text: all of them when the agent went on by hand before the
   * caret could be placed. Settles when it has been.
   */
  left(): Promise<number[]>;
}

/**
 * @param before the editor's text before the insert
 * @param text what was inserted
 * @param stops UTF-16 offsets in `text`, in order
 */
export function placeAtStop(
  editor: HTMLElement,
  before: EditorText,
  text: string,
  stops: readonly number[],
  signal: AbortSignal,
): StopPlacing {
  let placing: Promise<number[]> | undefined;
  const all = (): number[] => {
    const now = readText(editor).text;
    return stops.flatMap((stop) => offsetInEditor(now, before, text, stop) ?? []);
  };
  const run = async (): Promise<number[]> => {
    const offsets = all();
    const [first, ...rest] = offsets;
    if (first === undefined) return [];
    return (await selectInText(editor, { from: first }, signal)) ? rest : offsets;
  };
  return {
    place() {
      if (stops.length > 0) placing = run();
    },
    left: async () => placing ?? all(),
  };
}

function offsetInEditor(now: string, before: EditorText, text: string, stop: number): number | undefined {
  if (before.prefix === undefined) return undefined;
  const prefix = before.prefix + text.slice(0, stop);
  return before.exact ? prefix.length : endOfPrefix(now, prefix);
}
