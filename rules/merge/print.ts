/**
 * A text as a few characters, equal for equal texts: orders of other pages are compared by it, so that no name, phone
 * or address has to be kept for that. Two FNV-1a hashes with different seeds; not a secret, only not the text.
 */
export function printOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b) ^ (two >>> 13);
  }
  return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}.${text.length.toString(36)}`;
}
