import { type LocalText, say } from '../../language/local-text.ts';
import type { Steps } from './steps.ts';

export const textEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const encodingNames: Record<TextEncoding, LocalText> = {
  'utf-8': say('UTF-8', 'UTF-8'),
  gb18030: say('GBK / GB18030', 'GBK / GB18030'),
  'utf-16le': say('UTF-16（小端）', 'UTF-16 (LE)'),
  'utf-16be': say('UTF-16（大端）', 'UTF-16 (BE)'),
};

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
  /** Characters the bytes do not make in this encoding; each stands as U+FFFD in the text. */
  broken: number;
}

/** Bytes decoded in one step: about a millisecond. */
const stepBytes = 131_072;

/** The encoding a byte order mark names. */
function marked(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Turns the bytes of a text file into text: in the encoding the agent chose, else as its byte order mark says, else
 * as UTF-8 if every byte fits, else as GB18030, which is what Chinese Excel and 千牛 write (phrases.md §6.1). A byte
 * order mark never becomes part of the text.
 */
export function* decodeFile(bytes: Uint8Array, chosen?: TextEncoding): Steps<DecodedText> {
  const encoding = chosen ?? marked(bytes);
  if (encoding) return yield* decode(bytes, encoding, false);
  try {
    return yield* decode(bytes, 'utf-8', true);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return yield* decode(bytes, 'gb18030', false);
  }
}

/** @throws TypeError at the first byte that does not fit, if `fatal` */
function* decode(bytes: Uint8Array, encoding: TextEncoding, fatal: boolean): Steps<DecodedText> {
  const decoder = new TextDecoder(encoding, { fatal });
  const parts: string[] = [];
  let broken = 0;
  for (let at = 0; at < bytes.length; at += stepBytes) {
    const part = decoder.decode(bytes.subarray(at, at + stepBytes), { stream: true });
    broken += part.split('\uFFFD').length - 1;
    parts.push(part);
    yield { done: at, total: bytes.length };
  }
  parts.push(decoder.decode());
  broken += (parts.at(-1) ?? '').length;
  return { text: parts.join('').replace(/^\uFEFF/, ''), encoding, broken };
}
