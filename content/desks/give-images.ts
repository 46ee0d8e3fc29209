import type { DockNotice } from '../../components/dock/model.ts';
import { say } from '../../rules/language/local-text.ts';
import { fromBase64 } from '../../storage/base64.ts';
import { phraseImage } from '../../storage/contracts/phrase-images.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { PhraseImage } from '../../storage/schemas/phrase.ts';
import { type ImagesOutcome, insertImages } from '../compose/insert-images.ts';
import { notice } from './insert-phrase.ts';

const outcomes = {
  missing: say(
    '文字已放入，图片这里放不进去；点「复制图片」后在输入框里粘贴',
    'The text is in; this editor does not take images. Copy the image and paste it yourself',
  ),
  partly: say(
    '文字已放入，图片只放进去一部分，缺的请点「复制图片」再粘贴',
    'The text is in, but only some of the images; copy the missing ones and paste them',
  ),
  unsure: say(
    '文字已放入，图片没有看到预览；没有的话点「复制图片」再粘贴',
    'The text is in; no preview of the image is to be seen. If it is missing, copy and paste it',
  ),
};

/** A page's own script cannot open what the extension keeps: the background hands the bytes over. */
async function readImage(hash: string): Promise<File> {
  const { type, name, base64 } = await sendRequest(phraseImage, { hash });
  const bytes = fromBase64(base64);
  if (!bytes) throw new Error('not base64');
  return new File([new Uint8Array(bytes)], name, { type });
}

/**
 * Puts the images of a phrase into the editor, as if they were pasted. Where the editor does not take them, the agent is
 * told and may copy them by hand (issue "Phrases", 1).
 * @returns what to tell; undefined when they are in, which is seen
 */
export async function giveImages(
  editor: HTMLElement,
  images: readonly PhraseImage[],
  signal: AbortSignal,
): Promise<DockNotice | undefined> {
  const told = (result: ImagesOutcome['result']): DockNotice => ({
    ...notice('info', outcomes[result === 'partly' || result === 'unsure' ? result : 'missing']),
    images: images.map(({ hash, name }) => ({ hash, name })),
  });
  try {
    const files = await Promise.all(images.map(({ hash }) => readImage(hash)));
    const { result } = await insertImages(editor, files, { signal });
    return result === 'ok' ? undefined : told(result);
  } catch {
    return notice(
      'warn',
      say(
        '文字已放入，图片没有读到，请在选项里重新添加',
        'The text is in; an image could not be read. Add it again in the options',
      ),
    );
  }
}

/** Browsers put only PNG on the clipboard; other images are drawn anew. */
async function asPng(file: File): Promise<Blob> {
  if (file.type === 'image/png') return file;
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Puts an image on the clipboard, on the agent's own click. @returns what to tell */
export async function copyPhraseImage(hash: string, document: Document): Promise<DockNotice> {
  try {
    // The clipboard is asked within the click; the bytes may come later.
    const png = readImage(hash).then(asPng);
    await document.defaultView?.navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return notice('info', say('图片已复制，在输入框里粘贴', 'Image copied; paste it into the editor'));
  } catch {
    return notice(
      'warn',
      say(
        '浏览器没有允许复制图片，请手动发送',
        'The browser refused to copy the image; please send it by hand',
      ),
    );
  }
}
