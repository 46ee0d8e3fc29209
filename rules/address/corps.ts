/**
 * The 新疆 production and construction corps (兵团): buyers write the division (师) and the regiment (团), not the city.
 * Seats of the divisions by the public list of the corps' cities (…石河子市 1976 to 白杨市 2023); regiments by their
 * numbers, which run in blocks per division. A division that sits inside 乌鲁木齐 fixes only the city.
 */

/** Division → code of the corps city, or of 乌鲁木齐市. */
const seats: Record<number, string> = {
  1: '659002',
  2: '659006',
  3: '659003',
  4: '659008',
  5: '659007',
  6: '659004',
  7: '659010',
  8: '659001',
  9: '659012',
  10: '659005',
  11: '650100',
  12: '650100',
  13: '659011',
  14: '659009',
};

/** Regiments [first, last, division]; the first block that holds a number decides. */
const regiments: [number, number, number][] = [
  [47, 47, 14],
  [104, 104, 12],
  [1, 16, 1],
  [21, 38, 2],
  [41, 53, 3],
  [61, 79, 4],
  [81, 91, 5],
  [101, 106, 6],
  [121, 122, 8],
  [123, 131, 7],
  [137, 137, 7],
  [132, 152, 8],
  [161, 170, 9],
  [181, 190, 10],
  [221, 222, 12],
  [223, 223, 2],
  [224, 225, 14],
];

export interface CorpsPlace {
  end: number;
  /** Code of the city the words stand for. */
  code: string;
  /** The regiment as written (一四三团, 143团). */
  regiment?: { start: number; end: number };
  words: string;
}

const corps = /^(?:新疆)?(?:生产)?(?:建设)?兵团/;
const division = /^(?:农[业]?)?第?(十[一二三四]|[一二三四五六七八九十]|1[0-4]|[1-9])师/;
const regiment =
  /^(?:农场)?(?:第)?(\d{1,3}|[一二三四五六七八九十百零〇]{1,5})团(?:场)?(?![购伙队结体员长部])/;
const digits = '零一二三四五六七八九';

function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const plain = words.replace(/〇/g, '零');
  // 一四三 is read digit by digit, 十二 and 二十九 are not.
  if (!/[十百]/.test(plain)) return Number([...plain].map((char) => digits.indexOf(char)).join(''));
  const [, hundreds = '', tens, ones = ''] = /^(?:(.)百零?)?(?:(.?)十)?(.?)$/.exec(plain) ?? [];
  const digit = (char: string, empty: number): number => (char === '' ? empty : digits.indexOf(char));
  return digit(hundreds, 0) * 100 + (tens === undefined ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}

/**
 * What the words at `at` say about the corps, or undefined. A regiment alone is too little: 三团 is a number of people.
 * @param known whether the text before names 新疆 or the corps
 */
export function corpsAt(text: string, at: number, known: boolean): CorpsPlace | undefined {
  let end = at;
  const step = (pattern: RegExp): RegExpExecArray | null => {
    const gap = /^[\s,;|/-]*/.exec(text.slice(end, end + 6))?.[0].length ?? 0;
    const match = pattern.exec(text.slice(end + gap, end + gap + 16));
    if (match) end += gap + match[0].length;
    return match;
  };
  const named = step(corps) !== null;
  const troop = named || known ? step(division) : null;
  // 第八师石河子市143团 names the seat between; it is read by the path.
  const group = named || known || troop ? step(regiment) : null;
  const of = group
    ? regiments.find(([first, last]) => {
        const number = numberOf(group[1] ?? '');
        return number >= first && number <= last;
      })?.[2]
    : undefined;
  const number = troop ? numberOf(troop[1] ?? '') : of;
  const code = number === undefined ? undefined : seats[number];
  if (code === undefined) return undefined;
  return {
    end,
    code,
    words: text.slice(at, end),
    ...(group ? { regiment: { start: end - group[0].length, end } } : {}),
  };
}
