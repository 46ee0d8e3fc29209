/** What a page puts in the place of what it hides. */
const mask = /[*＊•·]{2,}|[*＊•]/;

/** Separates what pages write with and without: blanks and punctuation say nothing about where somebody lives. */
const plain = (address: string): string => address.replace(/[\s,，、;；:：()（）-]/g, '');

interface Shown {
  text: string;
  masked: boolean;
}

/** The text up to what is hidden. */
function shown(address: string): Shown {
  const at = address.search(mask);
  return at < 0
    ? { text: plain(address), masked: false }
    : { text: plain(address.slice(0, at)), masked: true };
}

/** FNV-1a over UTF-16 units, as eight hex digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * A few characters by which an address text is known again without being kept (A9: a confirmed address need not be
 * asked for again while it stays the same). Of a masked text only what it shows counts.
 */
export function addressPrint(address: string): string {
  const { text, masked } = shown(address);
  return `${text.length}:${hash(text)}${masked ? '*' : ''}`;
}

/** Whether an address text is the one a print was made of, as far as both show it: uncovering it is no change. */
export function isAddressOf(print: string, address: string): boolean {
  const [, length = '', digits, masked] = /^(\d+):([\da-f]{8})(\*?)$/.exec(print) ?? [];
  const now = shown(address);
  const known = Number(length);
  if (now.masked && now.text.length < known) return true;
  const compared = masked === '*' || now.masked ? now.text.slice(0, known) : now.text;
  return compared.length === known && hash(compared) === digits;
}
