import type { PageEntry } from '../../storage/schemas/site-map.ts';
import { hasSetAside, isSetAside } from './pattern.ts';

/** Names a field as the health of a page counts it: `fields.orderId` is `orderId`, `lines.fields.title` is `lines.title`. */
const fieldName = (path: readonly string[]): string => path.filter((key) => key !== 'fields').join('.');

function collect(value: unknown, path: readonly string[], into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, path, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const isPattern = (key === 'pattern' || key === 'path') && typeof inner === 'string';
      if (!isPattern) collect(inner, [...path, key], into);
      else if (isSetAside(inner)) into.add(fieldName(path));
    }
  }
}

/** Fields of a page entry whose pattern was set aside on this page because it was too slow; none is the rule. */
export function slowFields(entry: PageEntry): string[] {
  if (!hasSetAside()) return [];
  const found = new Set<string>();
  collect(entry, [], found);
  return [...found];
}
