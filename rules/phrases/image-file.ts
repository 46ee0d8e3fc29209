import { type LocalText, say } from '../language/local-text.ts';

/** Images the marketplaces' chats take; anything else would only fail at the buyer. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** What a phrase says of an image: the bytes lie elsewhere, under their SHA-256. */
export interface ImageRef {
  hash: string;
  name: string;
  type: string;
  bytes: number;
}

/** Largest image kept, in bytes: what most chats accept at most. */
export const mostImageBytes = 5 * 1024 * 1024;

const starts = (bytes: Uint8Array, magic: string, at = 0): boolean =>
  [...magic].every((one, index) => bytes[at + index] === one.charCodeAt(0));

/** What an image really is, by its first bytes: names and types given by files are often wrong. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return 'image/gif';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'image/webp';
  return undefined;
}

/** Why an image cannot be kept; undefined when it can. */
export function imageProblem(name: string, bytes: Uint8Array): LocalText | undefined {
  if (bytes.length > mostImageBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return say(
      `图片「${name}」有 ${size} MB，最大 5 MB，请压缩后再选`,
      `The image "${name}" has ${size} MB, at most 5 MB; make it smaller and choose it again`,
    );
  }
  if (imageTypeOf(bytes) === undefined)
    return say(
      `「${name}」不是聊天能发的图片，只收 PNG、JPG、GIF、WebP`,
      `"${name}" is no image that chats take: PNG, JPG, GIF and WebP only`,
    );
  return undefined;
}
