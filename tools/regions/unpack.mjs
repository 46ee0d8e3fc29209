// Reads a package archive (gzip + tar) with Node alone, so that the generator runs the same on every system.
import { gunzipSync } from 'node:zlib';

const text = (block, from, length) => {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
};

/**
 * The regular files of a `.tgz`, by path inside the archive.
 * @param {Buffer} archive
 * @returns {Map<string, Buffer>}
 */
export function unpack(archive) {
  const tar = gunzipSync(archive);
  const files = new Map();
  for (let at = 0; at + 512 <= tar.length; ) {
    const header = tar.subarray(at, at + 512);
    const name = text(header, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8);
    const prefix = text(header, 345, 155);
    const type = header[156];
    if (type === 0 || type === 0x30) {
      files.set(prefix === '' ? name : `${prefix}/${name}`, tar.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
