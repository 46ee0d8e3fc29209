import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const config = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs'));

/** Every wrong import and the rule that must name it. */
const wrong: [from: string, to: string, rule: string][] = [
  ['rules/a.ts', 'storage/a.ts', 'rules-only-rules'],
  ['rules/b.ts', 'content/a.ts', 'rules-only-rules'],
  ['rules/c.ts', 'idb-keyval', 'rules-no-packages'],
  ['rules/orders/d.ts', 'pinyin-pro', 'pinyin-only-in-phrases'],
  ['content/e.ts', 'pinyin-pro', 'pinyin-only-in-phrases'],
  ['rules/f.ts', 'node:fs', 'rules-no-node'],
  ['components/popup/g.tsx', 'echarts', 'echarts-only-in-figures'],
  ['entrypoints/figures/g.tsx', 'echarts', 'echarts-only-in-figures'],
  ['entrypoints/g.ts', 'node:path', 'rules-no-node'],
  ['storage/h.ts', 'content/a.ts', 'storage-only-rules'],
  ['storage/i.ts', 'components/a.tsx', 'storage-only-rules'],
  ['content/j.ts', 'entrypoints/a.ts', 'content-below-entrypoints'],
  ['content/desks/k.ts', 'components/a.tsx', 'content-mounts-components-only-in-dock-and-marks'],
  ['components/l.tsx', 'content/a.ts', 'components-below-entrypoints'],
  ['entrypoints/m.ts', 'sandbox/a.ts', 'entrypoints-ship'],
  ['entrypoints/n.ts', 'tools/a.mjs', 'entrypoints-ship'],
  ['sandbox/o.ts', 'content/a.ts', 'sandbox-only-rules'],
  ['storage/p.ts', 'webextension-polyfill', 'polyfill-only-through-wxt'],
  ['storage/q.ts', 'wxt/browser', 'browser-only-from-imports'],
  ['rules/r.ts', './not-there.ts', 'resolvable'],
];

const right: [from: string, to: string][] = [
  ['rules/phrases/a.ts', 'pinyin-pro'],
  ['storage/a.ts', 'rules/a.ts'],
  ['storage/b.ts', 'idb-keyval'],
  ['components/figures/chart/a.ts', 'echarts'],
  ['content/dock/b.ts', 'components/a.tsx'],
  ['content/marks/b.ts', 'components/a.tsx'],
  ['content/desks/b.ts', 'components/dock/model.ts'],
  ['content/b.ts', 'storage/b.ts'],
  ['entrypoints/b.ts', 'content/b.ts'],
  ['sandbox/b.ts', 'rules/z.ts'],
  ['test/b.ts', 'entrypoints/b.ts'],
];

const packages = ['echarts', 'idb-keyval', 'pinyin-pro', 'webextension-polyfill', 'wxt'];
let folder = '';
let violations: { from: string; rule: string }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
  const imports = new Map<string, string[]>();
  const declare = (from: string, to?: string): void => {
    imports.set(from, [...(imports.get(from) ?? []), ...(to ? [to] : [])]);
    const own =
      to !== undefined && /^(?:rules|storage|content|components|entrypoints|sandbox|tools)\//.test(to);
    if (own && !imports.has(to)) imports.set(to, []);
  };
  for (const [from, to] of [...wrong, ...right]) declare(from, to);
  declare('rules/round.ts', 'rules/trip.ts');
  declare('rules/trip.ts', 'rules/round.ts');
  for (const [file, targets] of imports)
    write(file, targets.map((to) => `import '${specifier(file, to)}';`).join('\n'));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write('node_modules/wxt/browser.js', '');

  const { tsConfig: _, ...options } = config.options;
  const folders = ['rules', 'storage', 'content', 'components', 'entrypoints', 'sandbox', 'tools', 'test'];
  const ruleSet = { forbidden: config.forbidden };
  const result = await cruise(
    folders,
    { ...options, baseDir: folder, validate: true, ruleSet },
    {
      ...options.enhancedResolveOptions,
      bustTheCache: true,
    },
  );
  const report = result.output as ICruiseResult;
  violations = report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, `${text}\n`);
}

function specifier(from: string, to: string): string {
  if (!to.includes('/') || to.startsWith('node:') || to.startsWith('.') || to.startsWith('wxt/')) return to;
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

describe('an import against the layers is named', () => {
  it.each(wrong)('%s → %s: %s', (from, _to, rule) => {
    expect(violations.filter((violation) => violation.from === from).map(({ rule: name }) => name)).toContain(
      rule,
    );
  });

  it('a circle: no-circular', () => {
    expect(violations).toContainEqual({ from: 'rules/round.ts', rule: 'no-circular' });
  });

  it('every rule is proved by an example', () => {
    const named = new Set([...wrong.map(([, , rule]) => rule), 'no-circular']);
    expect(
      config.forbidden.map((rule: { name: string }) => rule.name).filter((name: string) => !named.has(name)),
    ).toEqual([]);
  });
});

describe('an import with the layers is not', () => {
  it.each(right)('%s → %s', (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });
});
