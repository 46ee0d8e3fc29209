// `npm run schema`: writes public/site-map.schema.json from the zod schema. A test compares the two.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from './find-browsers.mjs';

const { module } = await runnerImport(path.join(root, 'storage/schemas/site-map-json-schema.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
const file = path.join(root, 'public', 'site-map.schema.json');
writeFileSync(file, `${JSON.stringify(module.siteMapJsonSchema(), null, 2)}\n`);
console.log(`已写入 / wrote ${path.relative(root, file)}`);
