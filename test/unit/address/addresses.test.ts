import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegions, type ParsedAddress, parseAddress } from '../../../rules/address/index.ts';
import { receivers } from './receivers.ts';
import { table } from './table.ts';

beforeAll(() => loadRegions());

const fields = [
  ['province', 'city', 'district', 'town'],
  ['name', 'phone', 'ext'],
  ['detail'],
] as const satisfies readonly (readonly (keyof ParsedAddress)[])[];

/** Compares as many parts as the line writes. */
function check(line: string): void {
  const [text = '', expected = ''] = line.split(' → ');
  const parsed = parseAddress(text.replaceAll('\\n', '\n'));
  const groups = expected.split(' | ');
  const said = groups.map((group, index) =>
    group
      .split(' ')
      .map((_, at) => {
        const field = fields[index]?.[at];
        return (field && String(parsed[field] ?? '-').replace(/\s/g, '')) || '-';
      })
      .join(' '),
  );
  expect(said.join(' | ')).toBe(groups.join(' | '));
}

const linesOf = (text: string): string[] => text.trim().split('\n');

for (const [category, text] of Object.entries({ ...table, ...receivers })) {
  describe(category, () => {
    it.each(linesOf(text))('%s', check);
  });
}

it('is a table of at least 200 addresses', () => {
  expect(Object.values({ ...table, ...receivers }).flatMap(linesOf).length).toBeGreaterThanOrEqual(200);
});
