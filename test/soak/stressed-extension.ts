import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { places } from '../../sandbox/launch.mjs';

/**
 * A copy of the built extension whose worker lives in simulated time and whose writes can be made to fail. The product
 * itself is as it is shipped; only what stands around it is changed.
 *
 * @param start epoch ms the simulated time begins with
 * @returns folder to load; the caller removes it
 */
export async function stressedExtension(start: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shoubian-soak-'));
  await cp(process.env.SHOUBIAN_EXTENSION ?? places.extension, folder, { recursive: true });
  const shim = await readFile(path.join(import.meta.dirname, 'stress-shim.js'), 'utf8');
  await writeFile(path.join(folder, 'stress-shim.js'), shim.replaceAll('__SOAK_START__', String(start)));
  // Modules are run in the order they are named: the shim first.
  await writeFile(
    path.join(folder, 'stressed.js'),
    "import './stress-shim.js';\nimport './background.js';\n",
  );
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.background.service_worker = 'stressed.js';
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}
