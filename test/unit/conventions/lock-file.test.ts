import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

interface LockedPackage {
  version?: string;
  integrity?: string;
  os?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const read = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const packages: Record<string, LockedPackage> = read('package-lock.json').packages;

/** As Node resolves: the nearest node_modules upwards. */
function isLocked(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at && `${at}/`}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

it('the lock file names every dependency, also of other systems: npm ci refuses an incomplete one', () => {
  const missing = Object.entries(packages).flatMap(([from, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies })
      .filter((name) => !isLocked(from, name))
      .map((name) => `${from || 'package.json'} → ${name}`),
  );
  expect(missing).toEqual([]);
});

it('package.json pins exact versions, and the lock file has the same', () => {
  const { dependencies, devDependencies } = read('package.json');
  const wanted: Record<string, string> = { ...dependencies, ...devDependencies };
  for (const [name, range] of Object.entries(wanted)) {
    expect(range, name).toMatch(/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(range.replace(/^npm:[\w-]+@/, ''));
  }
});

it('what is installed on this system’s kind is locked by its hash', () => {
  const loose = Object.entries(packages).filter(([from, entry]) => from && !entry.os && !entry.integrity);
  expect(loose.map(([from]) => from)).toEqual([]);
});
