import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

/** Folders whose code reaches a user's browser. */
export const shipped = ['rules', 'storage', 'content', 'components', 'entrypoints'];
export const everything = [...shipped, 'sandbox', 'tools', 'test'];

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  /** Without comments, so that a rule may be spoken of. */
  code: string;
}

/** Every source file of ours below the folders. */
export function sourceFiles(folders: readonly string[], name = /\.(?:tsx?|mjs|cjs|js|vue)$/): SourceFile[] {
  return folders
    .flatMap((folder) => below(path.join(root, folder)))
    .filter((file) => name.test(file))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { path: path.relative(root, file).replaceAll('\\', '/'), text, code: withoutComments(text) };
    });
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? below(file) : [file];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\\])\/\/.*$/gm, '');
}

/** Where each import of a file comes from, types included. */
export function importsOf(file: SourceFile): string[] {
  return [...file.code.matchAll(/\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}
