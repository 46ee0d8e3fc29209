import type { PhraseColour, PhraseKind } from '../../../rules/phrases/phrase.ts';
import type { Platform } from '../../../rules/platform.ts';
import type { PhraseImage } from '../../../storage/schemas/phrase.ts';
import type { EditablePhrase, PhraseDraft } from '../model.ts';

/** One of the texts being written; the id is the row's own, so that moving it keeps its box. */
export interface DraftText {
  id: string;
  text: string;
}

/** A phrase being written, as its boxes hold it. */
export interface EditorDraft {
  title: string;
  code: string;
  category: string;
  group: string;
  kind: PhraseKind | 'single';
  /** At least one; of a single phrase the first counts. */
  texts: DraftText[];
  turn: boolean;
  tags: string;
  colour: PhraseColour | undefined;
  personal: boolean;
  /** None is everywhere. */
  platforms: Platform[];
  literal: boolean;
  pinned: boolean;
  images: PhraseImage[];
}

let rows = 0;
export const newText = (text = ''): DraftText => {
  rows += 1;
  return { id: `text-${rows}`, text };
};

export const beginDraft = (
  from: EditablePhrase | undefined,
  place: { category?: string | undefined; group?: string | undefined },
): EditorDraft => ({
  title: from?.title ?? '',
  code: from?.code ?? '',
  category: from?.category ?? place.category ?? '',
  group: from ? (from.group ?? '') : (place.group ?? ''),
  kind: from?.kind ?? 'single',
  texts: [from?.text ?? '', ...(from?.more ?? [])].map(newText),
  turn: from?.pick === 'turn',
  tags: (from?.tags ?? []).join('，'),
  colour: from?.colour,
  personal: from?.personal === true,
  platforms: [...(from?.platforms ?? [])],
  literal: from?.literal === true,
  pinned: from?.pinned === true,
  images: [...(from?.images ?? [])],
});

/** Tags as they are typed, parted by any comma. */
export const readTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

export const tagsFit = (tags: readonly string[]): boolean =>
  tags.length <= 20 && tags.every((tag) => tag.length <= 30);

/** What is saved; undefined while something that must be there is missing. Empty further texts are left out. */
export function finishDraft(draft: EditorDraft, id: string | undefined): PhraseDraft | undefined {
  const title = draft.title.trim();
  const category = draft.category.trim();
  const group = draft.group.trim();
  const code = draft.code.trim();
  const tags = readTags(draft.tags);
  const texts = draft.texts.map(({ text }) => text).filter((text) => text.trim() !== '');
  const [text, ...rest] = draft.kind === 'single' ? texts.slice(0, 1) : texts;
  const isFirstWritten = draft.kind !== 'single' || draft.texts[0]?.text.trim() !== '';
  if (title === '' || category === '' || text === undefined || !isFirstWritten || !tagsFit(tags))
    return undefined;
  return {
    ...(id !== undefined && { id }),
    title,
    text,
    category,
    ...(draft.kind !== 'single' && rest.length > 0 && { kind: draft.kind, more: rest }),
    ...(draft.kind === 'variants' && rest.length > 0 && draft.turn && { pick: 'turn' as const }),
    ...(code !== '' && { code }),
    ...(group !== '' && { group }),
    ...(tags.length > 0 && { tags }),
    ...(draft.colour && { colour: draft.colour }),
    ...(draft.personal && { personal: true }),
    ...(draft.platforms.length > 0 && { platforms: draft.platforms }),
    ...(draft.literal && { literal: true }),
    ...(draft.images.length > 0 && { images: draft.images }),
    ...(draft.pinned && { pinned: true }),
  };
}

/** Whether anything but the plain fields is used, so that the rest is shown at once. */
export const usesMore = (draft: EditorDraft): boolean =>
  draft.tags !== '' ||
  draft.colour !== undefined ||
  draft.personal ||
  draft.platforms.length > 0 ||
  draft.literal ||
  draft.pinned ||
  draft.images.length > 0;
