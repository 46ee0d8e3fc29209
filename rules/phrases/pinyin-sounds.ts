/**
 * Sounds many speakers do not keep apart (模糊音): z/zh, c/ch, s/sh, n/l, in/ing, en/eng, an/ang (with ian/iang and
 * uan/uang). Used below every exact tier only: nobody's exact query is changed by them.
 */

/** Another way the beginning of a reading is heard; undefined where there is none. */
function otherInitial(reading: string): string | undefined {
  const [first = ''] = reading;
  if ('zcs'.includes(first))
    return reading[1] === 'h' ? first + reading.slice(2) : `${first}h${reading.slice(1)}`;
  if (reading.length > 1 && first === 'n' && reading !== 'ng') return `l${reading.slice(1)}`;
  return first === 'l' ? `n${reading.slice(1)}` : undefined;
}

function otherFinal(reading: string): string | undefined {
  if (/[aei]ng$/.test(reading)) return reading.slice(0, -1);
  return /[aei]n$/.test(reading) ? `${reading}g` : undefined;
}

/** What an agent who mixes up those sounds may type for a reading; the reading itself is not among them. */
export function mistakenSounds(reading: string): string[] {
  const initial = otherInitial(reading);
  const final = otherFinal(reading);
  const both = initial === undefined ? undefined : otherFinal(initial);
  return [initial, final, both].filter((heard) => heard !== undefined);
}

/** Digits typed for the characters that say them: `7t` for 七天. */
const digits: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Everything that stands for a character when sounds are mixed up, without what stands for it anyway. */
export function soundsOf(character: string, readings: readonly string[]): string[] {
  const heard = new Set(readings.flatMap(mistakenSounds));
  // 声母 of two letters as an initial: `fhshj` for 发货时间.
  for (const reading of readings) if (/^[zcs]h/.test(reading)) heard.add(reading.slice(0, 2));
  const digit = digits[character];
  if (digit !== undefined) heard.add(digit);
  return [...heard].filter((sound) => !readings.includes(sound));
}
