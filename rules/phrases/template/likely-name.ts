import { knownNames } from './names.ts';

/**
 * The known name an agent probably meant by one that is none: a part of it ({地址} for {收货地址}), one character away
 * ({快递号} for {快递单号}), or one with a number behind it ({光标1}).
 */
export function likelyName(name: string): string | undefined {
  const bare = name.replace(/\p{N}+$/u, '');
  if (bare.length < 2 || /^[a-z]+$/i.test(bare)) return undefined;
  return knownNames.find(
    (known) =>
      known === bare ||
      known.includes(bare) ||
      (Math.min(known.length, bare.length) >= 3 && oneSlip(known, bare)),
  );
}

/** Whether one text becomes the other by adding, leaving out or changing one character. */
function oneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let head = 0;
  while (head < one.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail))
    tail += 1;
  return Math.max(one.length, other.length) - head - tail <= 1;
}
