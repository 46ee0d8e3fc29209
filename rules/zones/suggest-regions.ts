import { type Division, divisionIndex, type Naming } from '../address/divisions.ts';
import { foldAddress } from '../address/fold.ts';
import { findRegion, pathOfDivision } from './find-place.ts';

const levels = { province: 0, city: 1, district: 2 } as const;

/** The division the parts before the last `/` mean; undefined where they mean none. */
function parentOf(parts: readonly string[]): Division | undefined {
  const written = parts.filter((part) => part !== '').join('/');
  const found = findRegion(written);
  if (!found.ok) return undefined;
  const code = found.code.padEnd(6, '0');
  return divisionIndex().byCode.get(code);
}

/**
 * Whole paths (省, 省/市, 省/市/区) for a name, or a path, whose end is being typed: what begins so first, then what
 * holds it, the wider before the deeper. Uses the lists of divisions: for the options page, never for a seller's.
 * @param most how many at most
 */
export function suggestRegions(typed: string, most: number): string[] {
  const parts = typed.split('/').map((part) => part.trim());
  const last = foldAddress(parts.at(-1) ?? '');
  const above = parts.slice(0, -1);
  if (last === '' && above.length === 0) return [];
  const parent = above.length === 0 ? undefined : parentOf(above);
  if (above.length > 0 && !parent) return [];

  const found: { path: string; rank: number; depth: number; order: number }[] = [];
  const seen = new Set<Division>();
  const take = ({ text, division }: Naming): void => {
    if (!division || division === parent || seen.has(division)) return;
    const key = foldAddress(text);
    const rank = key.startsWith(last) ? 0 : key.includes(last) ? 1 : -1;
    if (rank < 0) return;
    seen.add(division);
    found.push({ path: pathOfDivision(division), rank, depth: levels[division.level], order: found.length });
  };
  const { below } = divisionIndex();
  for (const naming of below.get(parent) ?? []) take(naming);
  if (parent === undefined) {
    for (const { division } of below.get(undefined) ?? [])
      if (division?.level === 'province') for (const naming of below.get(division) ?? []) take(naming);
  }
  return found
    .sort((one, other) => one.rank - other.rank || one.depth - other.depth || one.order - other.order)
    .slice(0, most)
    .map(({ path }) => path);
}
