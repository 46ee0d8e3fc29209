import { type LocalText, say } from '../../rules/language/local-text.ts';
import { toBase64 } from '../../storage/base64.ts';
import { imagesOf } from '../../storage/library-state.ts';
import { createPhraseImages } from '../../storage/phrase-images.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';

/** Characters of images in one file, so that the import, which reads 50 MB, can take it back. */
const mostCharacters = 30_000_000;

export interface GatheredImages {
  /** Bytes as base64, by hash. */
  images: Map<string, string>;
  /** What was left out, in words. */
  note?: LocalText;
}

/** The images of these phrases, as far as one file holds them; pages of ours may read where they lie. */
export async function gatherImages(phrases: readonly Phrase[]): Promise<GatheredImages> {
  const kept = createPhraseImages(Date.now);
  const images = new Map<string, string>();
  let characters = 0;
  let left = 0;
  for (const hash of imagesOf(phrases)) {
    const image = await kept.read(hash);
    const base64 = image && toBase64(image.bytes);
    if (base64 === undefined || characters + base64.length > mostCharacters) {
      left += 1;
      continue;
    }
    characters += base64.length;
    images.set(hash, base64);
  }
  if (left === 0) return { images };
  return {
    images,
    note: say(
      `已导出，但有 ${left} 张图片放不进这个文件（一个文件最多约 22 MB 图片）`,
      `Exported, but ${left} images have no room in this file (about 22 MB of images each)`,
    ),
  };
}
