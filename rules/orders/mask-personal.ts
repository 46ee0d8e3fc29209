/** Stars in the place of what is hidden; how much is hidden is not told. */
const HIDDEN = '****';

/** `张三` → `张*`, `欧阳娜娜` → `欧***`, `Ann Lee` → `A***`. What is masked already stays as it is. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  if (rest.length === 0) return first;
  return first + '*'.repeat(Math.min(3, rest.length));
}

/** `13812345678` → `138****5678`, `0571-88881234` → `0571-****1234`; of an extension or of little nothing stays. */
export function maskPhone(phone: string): string {
  return phone.replace(/\d[\d\s]*\d|\d/g, (digits) => {
    const plain = digits.replace(/\s/g, '');
    if (plain.length >= 10) return plain.slice(0, 3) + HIDDEN + plain.slice(-4);
    if (plain.length >= 7) return HIDDEN + plain.slice(-4);
    // An area code says no more than the city; the end of a masked number is what the page shows anyway.
    return plain.length <= 4 && (/^0\d{2,3}$/.test(plain) || phone.includes('*')) ? plain : HIDDEN;
  });
}

/** Nothing of a street, a house or a person stands in a name of a division. */
const division = '[^\\d\\s\\p{P}路街道巷弄号楼栋室村镇乡*]';
const divisions = new RegExp(
  `^\\s*(?:${division}{2,7}?(?:省|自治区|特别行政区)\\s*)?` +
    `(?:${division}{1,9}?(?:市|自治州|州(?!市)|盟|地区)\\s*)?` +
    `(?:${division}{1,9}?(?:自治县|自治旗|(?<![小园社校厂])区|县|市|旗))?`,
  'u',
);

/**
 * Keeps province, city and district, as far as they stand at the beginning and are written out; the rest is hidden.
 * An address that begins with anything else is hidden whole: what is not understood is not given away.
 */
export function maskAddress(address: string): string {
  const kept = divisions.exec(address)?.[0].trimEnd() ?? '';
  return kept + HIDDEN;
}

/** Numbers in a free text that may be a phone's, a card's or a parcel's: every run of seven digits and more. */
export const maskNumbers = (text: string): string =>
  text.replace(/\d(?:[\s-]?\d){6,}/g, (run) => maskPhone(run.replace(/[\s-]/g, '')));
