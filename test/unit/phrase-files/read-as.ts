import { decodeFile } from '../../../rules/phrases/files/encoding.ts';
import { encodeGb18030 } from '../../../rules/phrases/files/gb18030.ts';
import type { ReadPhrases } from '../../../rules/phrases/files/read-phrases.ts';
import { readPhraseText } from '../../../rules/phrases/files/read-text.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';

/** Text as the bytes of a GB18030 file. */
export const gbk = (text: string): Uint8Array => finish(encodeGb18030(text));

/** Reads a table from bytes or text, whatever its encoding; fails where it cannot be told. */
export function readAs(file: Uint8Array | string): ReadPhrases {
  const text = typeof file === 'string' ? file : finish(decodeFile(file)).text;
  const read = finish(readPhraseText(text));
  if (!read) throw new Error('the table does not read');
  return read;
}
