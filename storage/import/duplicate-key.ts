/**
 * The first key that an object of a JSON text has twice, with its place (`pages[0].fields.orderId`). `JSON.parse`
 * keeps the last one without a word, so half of what was written would silently not count.
 * @param text valid JSON
 */
export function duplicateKey(text: string): string | undefined {
  interface Level {
    keys?: Set<string>;
    index: number;
    place: string;
  }
  const levels: Level[] = [];
  let key = '';
  const placeOf = (): string => {
    const level = levels.at(-1);
    if (!level) return '';
    if (!level.keys) return `${level.place}[${level.index}]`;
    return level.place === '' ? key : `${level.place}.${key}`;
  };
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/g;
  for (const { 0: token, 1: colon } of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      levels.push({ ...(token === '{' && { keys: new Set<string>() }), index: 0, place: placeOf() });
    } else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') {
      if (level && !level.keys) level.index += 1;
    } else if (colon !== undefined && level?.keys) {
      key = JSON.parse(token.slice(0, token.length - colon.length)) as string;
      if (level.keys.has(key)) return placeOf();
      level.keys.add(key);
    }
  }
  return undefined;
}
