const WORD = /[A-Za-z]{2,}/g;
const MOST_TEXT = 200_000;

/** Every string in a fact; elements are not gone into. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || 'nodeType' in value) return [];
  return Object.values(value).flatMap(stringsIn);
}

/**
 * Latin words in what was read and in the texts of these elements, in small letters: a class that holds one of them
 * may be made of a login or a nick (zhangsan in u-zhangsan).
 */
export function secretWords(fact: unknown, elements: readonly Element[]): ReadonlySet<string> {
  const texts = [...stringsIn(fact), ...elements.map((element) => element.textContent ?? '')];
  const all = texts.join(' ').slice(0, MOST_TEXT);
  return new Set((all.match(WORD) ?? []).map((word) => word.toLowerCase()));
}
