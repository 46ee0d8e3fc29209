import { browser } from '#imports';
import { imageProblem } from '../../rules/phrases/image-file.ts';
import { fromBase64, toBase64 } from '../../storage/base64.ts';
import { keepImage, phraseImage } from '../../storage/contracts/phrase-images.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { shownLanguage } from '../../storage/settings.ts';
import type { Stores } from './stores.ts';

/** Images of phrases, in from the options and out to pages and desks. */
export function handleImages(server: RequestServer, stores: Stores): void {
  server.handle(keepImage, async ({ name, base64 }) => {
    const bytes = fromBase64(base64) ?? new Uint8Array();
    const problem = imageProblem(name, bytes);
    if (problem) {
      const { language } = await stores.settings.read();
      return { problem: problem[shownLanguage(language, browser.i18n.getUILanguage())] };
    }
    return { image: await stores.images.keep(name, bytes) };
  });

  server.handle(phraseImage, async ({ hash }) => {
    const image = await stores.images.read(hash);
    if (!image) throw new Error('image is not kept');
    return { type: image.type, name: image.name, base64: toBase64(image.bytes) };
  });
}
