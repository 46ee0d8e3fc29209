import { expect, it } from 'vitest';
import { evidenceOfPage } from '../../../content/desks/page-evidence.ts';
import type { PageReading } from '../../../content/site-map/facts.ts';
import type { SiteMap } from '../../../storage/schemas/site-map.ts';

const map: SiteMap = {
  format: 'shoubian.site-map',
  version: 1,
  id: 'example',
  name: { 'zh-CN': '示例', en: 'Example' },
  platform: 'other',
  hosts: ['https://seller.example.test/*'],
  evidence: { level: 'high', seen: '2026-09-09', note: '整份' },
  pages: [
    { kind: 'orders', item: '.row', fields: { orderId: '.no' } },
    {
      kind: 'price',
      evidence: { level: 'low', seen: '2026-04' },
      root: '.dialog',
      inputs: { price: 'input' },
    },
  ],
};
const reading = (index: number): PageReading => {
  const entry = map.pages[index];
  return { kind: entry?.kind, entry } as unknown as PageReading;
};

const whole = { level: 'high', seen: '2026-09-09', note: '整份' };
it.each<[string, PageReading[], object]>([
  ['nothing: what its map says', [], whole],
  ['a page without evidence of its own', [reading(0)], { ...whole, entries: [{ kind: 'orders', ...whole }] }],
  [
    'two pages: the least known, date and note included, and each by itself',
    [reading(0), reading(1)],
    {
      level: 'low',
      seen: '2026-04',
      entries: [
        { kind: 'orders', ...whole },
        { kind: 'price', level: 'low', seen: '2026-04' },
      ],
    },
  ],
])('of %s', (_, readings, expected) => {
  expect(evidenceOfPage(map, readings)).toEqual({ mapName: map.name, ...expected });
});
