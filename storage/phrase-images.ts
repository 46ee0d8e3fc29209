import { createStore, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { imageProblem, imageTypeOf } from '../rules/phrases/image-file.ts';
import type { PhraseImage } from './schemas/phrase.ts';
import { recordFields } from './schemas/record.ts';

/** An image is kept a day before it must be used: the phrase it is for may still be being written. */
const GRACE_MS = 24 * 60 * 60 * 1_000;

const imageSchema = z.object({
  ...recordFields,
  name: z.string(),
  type: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type StoredImage = z.infer<typeof imageSchema>;

/** Images of phrases, each once, under the SHA-256 of its bytes. The background writes; pages of ours may read. */
export interface PhraseImages {
  /** Undefined for an image that is not there. */
  read(hash: string): Promise<StoredImage | undefined>;
  /**
   * Keeps an image and tells what a phrase says of it.
   * @throws RangeError for what is no image of ours or too large (rules/phrases/image-file.ts says why)
   */
  keep(name: string, bytes: Uint8Array): Promise<PhraseImage>;
  /** Throws away what is not used any more; returns how many images that were. */
  sweep(used: ReadonlySet<string>): Promise<number>;
  erase(): Promise<void>;
}

/** SHA-256 of the bytes, hexadecimal. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return [...digest].map((one) => one.toString(16).padStart(2, '0')).join('');
}

export function createPhraseImages(
  now: () => number,
  store: UseStore = createStore('shoubian-images', 'images'),
): PhraseImages {
  const read = async (hash: string): Promise<StoredImage | undefined> => {
    const parsed = imageSchema.safeParse(await get<unknown>(hash, store));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    read,
    async keep(name, bytes) {
      const type = imageTypeOf(bytes);
      const problem = imageProblem(name, bytes);
      if (problem || type === undefined) throw new RangeError(problem?.['zh-CN'] ?? name);
      const hash = await hashOf(bytes);
      const at = now();
      const present = await read(hash);
      const image: StoredImage = {
        id: hash,
        createdAt: present?.createdAt ?? at,
        updatedAt: at,
        deletedAt: null,
        name: present?.name ?? name,
        type,
        bytes,
      };
      await set(hash, image, store);
      return { hash, name: name.slice(0, 200), type, bytes: bytes.length };
    },
    async sweep(used) {
      const gone: string[] = [];
      for (const hash of await keys<string>(store)) {
        if (used.has(hash)) continue;
        const image = await read(hash);
        if (!image || image.updatedAt < now() - GRACE_MS) gone.push(hash);
      }
      if (gone.length > 0) await delMany(gone, store);
      return gone.length;
    },
    erase: async () => delMany(await keys<string>(store), store),
  };
}
