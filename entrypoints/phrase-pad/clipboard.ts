import type { PhraseImages } from '../../storage/phrase-images.ts';

/**
 * The one place where the clipboard is asked for, on the agent's own key or click and never to read (issue "Phrases",
 * 8). False when the browser refused.
 */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** The one kind of image every browser takes on the clipboard. */
const png = 'image/png';

/** The image as PNG; of a moving one its first picture. */
async function asPng(bytes: Uint8Array, type: string): Promise<Blob> {
  const blob = new Blob([bytes as BlobPart], { type });
  if (type === png) return blob;
  const picture = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return canvas.convertToBlob({ type: png });
}

export type ImageCopy = 'copied' | 'cannot' | 'gone' | 'refused';

/** Copies an image of a phrase. `cannot`: this browser has no way; `gone`: its bytes are not kept any more. */
export async function copyImage(images: Pick<PhraseImages, 'read'>, hash: string): Promise<ImageCopy> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard.write) return 'cannot';
  let gone = false;
  const picture = images.read(hash).then((image) => {
    gone = image === undefined;
    if (!image) throw new Error('no such image');
    return asPng(image.bytes, image.type);
  });
  try {
    // The promise itself is handed over: the write has to begin inside the click.
    await navigator.clipboard.write([new ClipboardItem({ [png]: picture })]);
    return 'copied';
  } catch {
    return gone ? 'gone' : 'refused';
  }
}
