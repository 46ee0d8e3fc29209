import type { PhraseDraft } from '../../../storage/contracts/library.ts';

/** What the editor hands back; without an id it is a new phrase. */
export type { PhraseDraft };

/** A phrase as lists and the editor see it. */
export type EditablePhrase = PhraseDraft & { id: string; uses: number; lastUsedAt?: number };
