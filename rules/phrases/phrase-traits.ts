import { type LocalText, say } from '../language/local-text.ts';
import { type Platform, platforms } from '../platform.ts';
import type { ImageRef } from './image-file.ts';
import { type PhraseColour, type PhraseKind, phraseColours, phraseKinds } from './phrase.ts';

/**
 * What a phrase is beside its words and its category (storage/schemas/phrase.ts says what each means). An absent one
 * says nothing: the phrase a row meets keeps its own.
 */
export interface PhraseTraits {
  kind?: PhraseKind;
  more?: string[];
  pick?: 'turn';
  tags?: string[];
  colour?: PhraseColour;
  personal?: boolean;
  platforms?: Platform[];
  literal?: boolean;
  images?: ImageRef[];
  pinned?: boolean;
}

export const traitNames = [
  'kind',
  'more',
  'pick',
  'tags',
  'colour',
  'personal',
  'platforms',
  'literal',
  'images',
  'pinned',
] as const satisfies readonly (keyof PhraseTraits)[];

/** Limits of the store (storage/schemas/phrase.ts). */
export const traitLimits = { more: 30, moreText: 20_000, tags: 20, tag: 30, images: 9 } as const;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** The traits there are, in one order, so that the same phrase is always written the same. */
export function traitsOf(phrase: PhraseTraits): PhraseTraits {
  return Object.fromEntries(
    traitNames.flatMap((name) => (isEmpty(phrase[name]) ? [] : [[name, phrase[name]]])),
  );
}

const textOf = (value: unknown): string => JSON.stringify(value);
/** Order matters not where it says nothing. */
const comparable = (name: keyof PhraseTraits, value: unknown): string =>
  name === 'tags' || name === 'platforms'
    ? textOf([...((value as readonly string[] | undefined) ?? [])].sort())
    : name === 'images'
      ? textOf(((value as readonly ImageRef[] | undefined) ?? []).map(({ hash }) => hash))
      : textOf(value);

/** Traits of a row that the phrase it meets has not, or has otherwise. What the row leaves unsaid is no difference. */
export const differingTraits = (row: PhraseTraits, present: PhraseTraits): (keyof PhraseTraits)[] =>
  traitNames.filter(
    (name) => !isEmpty(row[name]) && comparable(name, row[name]) !== comparable(name, present[name]),
  );

/** Whether a row only adds to a phrase what it lacks. Tags may be more, everything else must be absent there. */
export const onlyAddsTraits = (row: PhraseTraits, present: PhraseTraits): boolean =>
  differingTraits(row, present).every((name) =>
    name === 'tags' ? (present.tags ?? []).every((tag) => row.tags?.includes(tag)) : isEmpty(present[name]),
  );

const isText = (value: unknown): value is string => typeof value === 'string';
const textsIn = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every(isText) ? value : undefined;
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isImage = (value: unknown): value is ImageRef => {
  const image = value as Partial<ImageRef> | null;
  return (
    typeof image === 'object' &&
    image !== null &&
    isHash(image.hash) &&
    isText(image.name) &&
    image.name.length <= 200 &&
    isText(image.type) &&
    /^image\/[a-z0-9.+-]+$/.test(image.type) &&
    Number.isInteger(image.bytes) &&
    (image.bytes ?? 0) > 0
  );
};

export const traitTitles: Record<keyof PhraseTraits, LocalText> = {
  kind: say('类型', 'kind'),
  more: say('其他内容', 'further texts'),
  pick: say('先后', 'pick'),
  tags: say('标签', 'tags'),
  colour: say('颜色', 'colour'),
  personal: say('个人', 'personal'),
  platforms: say('平台', 'platforms'),
  literal: say('关闭变量', 'literal'),
  images: say('图片', 'images'),
  pinned: say('置顶', 'pinned'),
};

/** Reads the traits of one row of our own file; `bad` names one whose value makes no sense. */
export function readTraits(
  row: Readonly<Record<string, unknown>>,
): { traits: PhraseTraits } | { bad: keyof PhraseTraits } {
  const traits: PhraseTraits = {};
  const said = (name: keyof PhraseTraits): boolean => row[name] !== undefined && row[name] !== null;
  if (said('kind')) {
    const kind = phraseKinds.find((one) => one === row.kind);
    if (!kind) return { bad: 'kind' };
    traits.kind = kind;
  }
  if (said('more')) {
    const more = textsIn(row.more)?.map((text) => text.replace(/\r\n?/g, '\n'));
    if (!more) return { bad: 'more' };
    traits.more = more.filter((text) => text.trim() !== '');
  }
  if (said('pick')) {
    if (row.pick !== 'turn') return { bad: 'pick' };
    traits.pick = 'turn';
  }
  if (said('tags')) {
    const tags = textsIn(row.tags);
    if (!tags) return { bad: 'tags' };
    traits.tags = [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
  }
  if (said('colour')) {
    const colour = phraseColours.find((one) => one === row.colour);
    if (!colour) return { bad: 'colour' };
    traits.colour = colour;
  }
  if (said('platforms')) {
    const found = textsIn(row.platforms)?.map((name) => platforms.find((one) => one === name));
    if (!found?.every((one) => one !== undefined)) return { bad: 'platforms' };
    traits.platforms = [...new Set(found)];
  }
  if (said('images')) {
    if (!Array.isArray(row.images) || !row.images.every(isImage)) return { bad: 'images' };
    traits.images = row.images.map(({ hash, name, type, bytes }) => ({ hash, name, type, bytes }));
  }
  for (const name of ['personal', 'literal', 'pinned'] as const) {
    if (!said(name)) continue;
    if (typeof row[name] !== 'boolean') return { bad: name };
    traits[name] = row[name];
  }
  return { traits: traitsOf(traits) };
}

/** What of the traits is more than the library keeps, in words; undefined when all fits. */
export function tooMuchOf({ more = [], tags = [], images = [] }: PhraseTraits): LocalText | undefined {
  if (more.length > traitLimits.more)
    return say(
      `有 ${more.length + 1} 条内容，最多 ${traitLimits.more + 1} 条`,
      `${more.length + 1} texts, at most ${traitLimits.more + 1}`,
    );
  if (more.some((text) => text.length > traitLimits.moreText))
    return say(
      `有一条内容超过 ${traitLimits.moreText} 字`,
      `a text of more than ${traitLimits.moreText} characters`,
    );
  if (tags.length > traitLimits.tags)
    return say(
      `有 ${tags.length} 个标签，最多 ${traitLimits.tags} 个`,
      `${tags.length} tags, at most ${traitLimits.tags}`,
    );
  const long = tags.find((tag) => tag.length > traitLimits.tag);
  if (long !== undefined)
    return say(
      `标签「${long.slice(0, 10)}…」超过 ${traitLimits.tag} 字`,
      `the tag "${long.slice(0, 10)}…" has more than ${traitLimits.tag} characters`,
    );
  if (images.length > traitLimits.images)
    return say(
      `有 ${images.length} 张图片，最多 ${traitLimits.images} 张`,
      `${images.length} images, at most ${traitLimits.images}`,
    );
  return undefined;
}
