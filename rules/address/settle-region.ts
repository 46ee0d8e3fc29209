import { type Division, municipalityCodes } from './divisions.ts';
import type { ParsedAddress } from './parsed-address.ts';
import type { RegionState } from './region-state.ts';
import type { TownWords } from './town-evidence.ts';
import { holdsTowns } from './towns.ts';

/** Two readings of the same region: what the later one adds. */
export function joined(earlier: RegionState, later: RegionState): RegionState {
  const fuller = deeper(later, earlier);
  const settled =
    fuller && later.districtName !== undefined && later.candidates.length === 0 ? later : earlier;
  const city = settled.city ?? later.city ?? earlier.city;
  const province = settled.province ?? later.province ?? earlier.province;
  const base: RegionState = {
    ...settled,
    province,
    city,
    written: [...new Set([...earlier.written, ...later.written])],
    hasFull: earlier.hasFull || later.hasFull,
    unread: earlier.unread && later.unread,
    sureness: Math.max(earlier.sureness, later.sureness),
    notes: notesOf(earlier, later),
  };
  if (settled.candidates.length === 0) {
    return base.districtName === undefined && later.districtName !== undefined
      ? { ...base, districtName: later.districtName, district: later.district, candidates: later.candidates }
      : base;
  }
  // 鼓楼区 left open at first is settled by a city or province that stands elsewhere.
  const left = settled.candidates.filter(
    (naming) => (!city || naming.city === city) && (!province || naming.province === province),
  );
  const [only] = left;
  if (!only || left.length > 1) return left.length > 1 ? { ...base, candidates: left } : base;
  return {
    ...base,
    province: only.province,
    city: only.city,
    district: only.division,
    candidates: [],
  };
}

const deeper = (later: RegionState, earlier: RegionState): boolean =>
  (later.city !== undefined && earlier.city === undefined) ||
  (later.districtName !== undefined &&
    (earlier.districtName === undefined || earlier.candidates.length > 0)) ||
  (later.hasFull && !earlier.hasFull);

/** A level written in full once needs no reason any more. */
function notesOf(earlier: RegionState, later: RegionState): RegionState['notes'] {
  const exact = (state: RegionState, part: string): boolean =>
    state.written.some((level) => level === part) && !state.notes.some((note) => note.part === part);
  return [...earlier.notes, ...later.notes].filter(
    (note, index, all) =>
      !exact(earlier, note.part) &&
      !exact(later, note.part) &&
      all.findIndex(({ part }) => part === note.part) === index,
  );
}

/** What a known town adds: the district it lies in, where only one is left. */
export function withTown(region: RegionState, town: TownWords, words: string): RegionState {
  const notes =
    words === town.name
      ? region.notes
      : [...region.notes, { part: 'town' as const, how: 'mistyped' as const, from: words }];
  const sureness = town.places.length > 0 ? Math.max(region.sureness, 0.9) : region.sureness;
  const same = notes === region.notes && sureness === region.sureness;
  const base = same ? region : { ...region, notes, sureness };
  if (town.places.length === 0 || (region.districtName !== undefined && region.candidates.length === 0))
    return base;
  if (region.candidates.length > 0) {
    const left = region.candidates.filter(({ division }) => division && town.places.includes(division));
    const [only] = left;
    if (left.length !== 1 || !only) return base;
    return {
      ...base,
      province: only.province,
      city: only.city,
      district: only.division,
      candidates: [],
      notes: [...notes, ...below(only.province, only.city, region, words)],
    };
  }
  const places = town.places.filter(holdsTowns);
  const province = shared(town.places.map((place) => place.province));
  const city = shared(town.places.map((place) => (place.level === 'city' ? place : place.city)));
  const [place] = places.length === 1 && town.places.length === 1 ? places : [];
  const district = place?.level === 'district' ? place : undefined;
  return {
    ...base,
    province: region.province ?? province,
    city: region.city ?? city,
    ...(district ? { district, districtName: district.name } : {}),
    notes: [
      ...notes,
      ...below(province, city, region, words),
      ...(district ? [{ part: 'district' as const, how: 'town' as const, from: words }] : []),
    ],
  };
}

const below = (
  province: Division | undefined,
  city: Division | undefined,
  region: RegionState,
  words: string,
): RegionState['notes'] => [
  ...(province && !region.province ? [{ part: 'province' as const, how: 'town' as const, from: words }] : []),
  ...(city && !region.city ? [{ part: 'city' as const, how: 'town' as const, from: words }] : []),
];

function shared(divisions: (Division | undefined)[]): Division | undefined {
  const [first] = divisions;
  return divisions.every((division) => division === first) ? first : undefined;
}

/** Writes the region into the result, says what was inferred and how sure it is. */
export function settle(result: ParsedAddress, region: RegionState, from: string): void {
  const { district, districtName, written } = region;
  const shares = (pick: 'province' | 'city'): Division | undefined =>
    region[pick] ??
    (region.candidates.length > 0 ? shared(region.candidates.map((one) => one[pick])) : undefined);
  const province = shares('province');
  const municipal = province !== undefined && municipalityCodes.has(province.code);
  const city =
    shares('city') ?? (municipal ? { name: province.name, code: `${province.code}0100` } : undefined);
  if (province) result.province = province.name;
  if (city) result.city = city.name;
  if (districtName !== undefined) result.district = districtName;
  result.inferred.push(...region.notes);
  const explained = (part: 'province' | 'city'): boolean =>
    (written.includes(part) && region[part] !== undefined) || region.notes.some((note) => note.part === part);
  if (province && !explained('province') && !municipal)
    result.inferred.push({ part: 'province', how: 'contains', from });
  if (city && !municipal && !explained('city')) result.inferred.push({ part: 'city', how: 'contains', from });
  if (municipal && !written.includes('province') && !written.includes('city') && !explained('province'))
    result.inferred.push(
      { part: 'province', how: 'contains', from },
      { part: 'city', how: 'contains', from },
    );
  const open = region.candidates.length > 0;
  const deepest = open
    ? (city ?? province)
    : (district ?? (districtName === undefined ? (city ?? province) : undefined));
  if (deepest) result.code = deepest.code.padEnd(6, '0');
  if (open) {
    result.candidates = region.candidates.map((naming) =>
      [naming.province.name, naming.city?.name, naming.text].filter((part) => part !== undefined).join('/'),
    );
  }
  result.confidence = Math.min(region.sureness, confidenceOf(region));
}

function confidenceOf(region: RegionState): number {
  const { written, candidates, hasFull } = region;
  if (region.province === undefined && candidates.length === 0) return 0;
  if (candidates.length > 0) return region.province ? 0.6 : 0.3;
  if (written.length === 0) return region.districtName === undefined ? 0.5 : 0.7;
  if (region.unread) return 0.6;
  if (written.length === 1 && !hasFull) return region.districtName === undefined ? 0.6 : 0.8;
  if (written.length === 1 && written[0] === 'district') return 0.7;
  return hasFull ? (written.length === 1 ? 0.9 : 1) : 0.8;
}
