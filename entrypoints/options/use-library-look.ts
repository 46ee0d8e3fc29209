import { useEffect, useState } from 'react';
import type { LibraryModel } from '../../components/options/library/model.ts';
import { libraryHistory } from '../../storage/contracts/library-history.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Library } from '../../storage/schemas/phrase.ts';

/** What the background knows of the library beside what is kept of it. */
export type LibraryLook = Pick<LibraryModel, 'undo' | 'redo' | 'backups' | 'difference'>;

/** Follows what can be taken back: asked anew each time the library changes, and when `again` is called. */
export function useLibraryLook(
  library: Library | undefined,
): [LibraryLook, (patch: Partial<LibraryLook>) => void, again: () => void] {
  const [look, setLook] = useState<LibraryLook>({});
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again though nothing else changed
  useEffect(() => {
    if (!library) return undefined;
    let left = false;
    sendRequest(libraryHistory, {}).then(
      ({ undo: [undo], redo: [redo] }) => {
        if (left) return;
        setLook(({ backups, difference }) => ({
          ...(undo && { undo }),
          ...(redo && { redo }),
          ...(backups && { backups }),
          ...(difference && { difference }),
        }));
      },
      // Without an answer nothing is offered to be taken back; saving says why the background does not answer.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [library, asked]);
  return [
    look,
    (patch) => setLook((before) => ({ ...before, ...patch })),
    () => setAsked((before) => before + 1),
  ];
}
