import { imageProblem } from '../../rules/phrases/image-file.ts';
import { fromBase64 } from '../../storage/base64.ts';
import type { PhraseDraft } from '../../storage/contracts/library.ts';
import { hashOf, type PhraseImages } from '../../storage/phrase-images.ts';

/**
 * Keeps the images a file brings along; only those whose bytes are what their hash says.
 * @returns the phrases without images that are neither in the file nor here already
 */
export async function keepImportedImages(
  images: PhraseImages,
  files: ReadonlyMap<string, string>,
  phrases: readonly PhraseDraft[],
): Promise<PhraseDraft[]> {
  const held = new Map<string, boolean>();
  const isHere = async (hash: string, name: string): Promise<boolean> => {
    const known = held.get(hash);
    if (known !== undefined) return known;
    const bytes = fromBase64(files.get(hash) ?? '');
    const isGood =
      bytes !== undefined &&
      bytes.length > 0 &&
      imageProblem(name, bytes) === undefined &&
      (await hashOf(bytes)) === hash;
    if (isGood) await images.keep(name, bytes);
    const here = isGood || (await images.read(hash)) !== undefined;
    held.set(hash, here);
    return here;
  };
  const kept: PhraseDraft[] = [];
  for (const phrase of phrases) {
    const { images: refs, ...rest } = phrase;
    if (!refs) {
      kept.push(phrase);
      continue;
    }
    const found = [];
    for (const ref of refs) if (await isHere(ref.hash, ref.name)) found.push(ref);
    kept.push(found.length > 0 ? { ...rest, images: found } : rest);
  }
  return kept;
}
