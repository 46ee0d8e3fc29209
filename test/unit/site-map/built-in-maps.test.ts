import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { marketHosts } from '../../../content/sites/hosts.ts';
import { readSiteMap } from '../../../storage/schemas/site-map.ts';
import { explainDangers } from '../../../storage/schemas/site-map-check.ts';

const folder = new URL('../../../content/sites/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Every string of a map that is a selector. */
function selectors(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(selectors);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    ['label', 'pattern', 'path', 'note', 'statuses', 'ratings', 'attr'].includes(name)
      ? []
      : selectors(inner),
  );
}

/** `name--JReyg97P`, `name__1qPqd`, `BTN_x_5-118-0`, `sc-a1b2c3`, opaque 20 characters: gone with the next build. */
const hashed =
  /(?:--|__)[A-Za-z0-9]*\d[A-Za-z0-9]*\b|___[A-Za-z0-9]{4,}|_\d+-\d+-\d+|\bsc-[A-Za-z0-9]+\b|\.[A-Za-z0-9]{18,}\b/;

describe.each(files)('built-in map %s', (file) => {
  const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const result = readSiteMap(json);

  it('parses', () => {
    expect(result.ok ? [] : result.errors).toEqual([]);
  });

  it('bears what every imported map must: hosts of one owner, selectors that parse, patterns that never run away', () => {
    expect(result.ok ? explainDangers(result.map) : []).toEqual([]);
  });

  it('names its marketplace by its file', () => {
    expect(json.id).toBe(file.replace('.json', ''));
  });

  it('anchors on no hashed class', () => {
    expect(selectors(json.pages).filter((css) => hashed.test(css))).toEqual([]);
  });

  it('says for every page how sure it is, when it was last seen, and why', () => {
    for (const page of result.ok ? result.map.pages : []) {
      expect(page.evidence?.seen).toMatch(/^202[0-9]-\d\d/);
      expect(page.evidence?.note?.length ?? 0).toBeGreaterThan(10);
    }
  });

  it('asks only for hosts the manifest declares', () => {
    for (const host of json.hosts) expect(marketHosts).toContain(host);
  });
});

describe('the check for hashed classes', () => {
  it.each([
    '.conversation-item--JReyg97P',
    '.logic_specsWrapper__1qPqd span',
    '.BTN_disabled_5-52-0',
    '.sc-bdnxRM',
    '.item-mod__price___3Un7c',
  ])('sees %s', (css) => expect(css).toMatch(hashed));
  it.each([
    '[class*="message-text--"]',
    '.alluser-item-name',
    '.chat-item-box[data-random]',
    '.message__time_str',
    '.c_tabs-tab_inactive',
  ])('lets %s pass', (css) => expect(css).not.toMatch(hashed));
});
