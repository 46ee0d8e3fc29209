// Makes a fresh clone ready: packages, WXT's types, a Chromium and a Firefox. Only Node's own modules, because
// it runs before anything is installed (prestart, pretest, .ci/run). Silent when there is nothing to do.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  browsersFile,
  cacheFolder,
  puppeteerFolder,
  readRemembered,
  root,
  searchBrowser,
} from './find-browsers.mjs';

const leastNode = [20, 19];
const lockStamp = path.join(cacheFolder, 'lock.sha256');

/** A sentence for people, Chinese first; setup stops with exit code 1. */
class SetupError extends Error {}

const say = (line) => console.log(`[setup] ${line}`);
const inRoot = (...parts) => path.join(root, ...parts);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  throw new SetupError(
    `需要 Node.js ${leastNode.join('.')} 或更新版本，现在是 ${process.versions.node}。请先升级 Node.js。\n` +
      `Node.js ${leastNode.join('.')} or newer is needed, this is ${process.versions.node}. Please upgrade Node.js.`,
  );
}

/** `npm ci` when node_modules does not hold what the lock file says. Returns whether it installed. */
function installPackages() {
  const lock = readFileSync(inRoot('package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readText(lockStamp) === hash) return false;
  const fresh = !installedMatches(JSON.parse(lock.toString('utf8')));
  if (fresh) {
    say('安装依赖 / installing packages (npm ci)…');
    const run = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (run.status !== 0) {
      throw new SetupError(
        '依赖安装失败（npm ci），请检查网络后重试。\nnpm ci failed; check the network and run the command again.',
      );
    }
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(lockStamp, hash);
  return fresh;
}

/**
 * Whether npm's own record of node_modules agrees with the lock file, so that a folder someone installed by
 * hand is not thrown away. Optional packages of other systems may be missing.
 */
function installedMatches(lock) {
  const text = readText(inRoot('node_modules', '.package-lock.json'));
  if (!text) return false;
  const installed = JSON.parse(text).packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([where, wanted]) => {
    if (where === '' || wanted.link) return true;
    const present = installed[where];
    if (!present) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
    return present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

function npm(args) {
  const script = process.env.npm_execpath;
  // Under `npm start` npm says where it is; elsewhere npm is npm.cmd on Windows, which needs a shell.
  if (script && /\.[cm]?js$/.test(script)) {
    return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  }
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** WXT's generated types, which tsconfig.json extends. */
function prepareTypes(again) {
  if (!again && existsSync(inRoot('.wxt', 'tsconfig.json'))) return;
  const run = spawnSync(process.execPath, [inRoot('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    throw new SetupError(`wxt prepare 失败 / failed:\n${run.stdout ?? ''}${run.stderr ?? ''}`);
  }
}

/** Finds, else fetches, each wanted browser and writes the paths where foundBrowsers() reads them. */
async function findBrowsers(firefoxNeeded) {
  const remembered = readRemembered();
  const found = {};
  for (const browser of ['chromium', 'firefox']) {
    const file = givenBrowser(browser) ?? rememberedBrowser(browser, remembered);
    const known = file ?? searchBrowser(browser)?.path;
    if (known) found[browser] = known;
  }
  const missing = ['chromium', ...(firefoxNeeded ? ['firefox'] : [])].filter((browser) => !found[browser]);
  if (missing.length > 0) await fetchBrowsers(missing, found);
  const kept = { chromium: found.chromium, firefox: found.firefox };
  if (kept.chromium !== remembered.chromium || kept.firefox !== remembered.firefox) {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(browsersFile, `${JSON.stringify(kept, null, 2)}\n`);
    for (const [browser, file] of Object.entries(kept)) if (file) say(`${browser}: ${file}`);
  }
  if (!found.chromium) throw new SetupError(absent('Chromium', 'CHROMIUM', '/usr/bin/chromium'));
  if (!found.firefox) {
    const sentence = absent('Firefox', 'FIREFOX', '/usr/bin/firefox');
    if (firefoxNeeded) throw new SetupError(sentence);
    console.warn(`[setup] ${sentence}`);
  }
}

function givenBrowser(browser) {
  const variable = browser.toUpperCase();
  const file = process.env[variable];
  if (!file) return undefined;
  if (existsSync(file)) return file;
  throw new SetupError(
    `环境变量 ${variable} 指向的文件不存在：${file}\nThe environment variable ${variable} names a file that does not exist: ${file}`,
  );
}

function rememberedBrowser(browser, remembered) {
  const file = remembered[browser];
  return file && existsSync(file) ? file : undefined;
}

async function fetchBrowsers(missing, found) {
  const search = () => {
    for (const browser of missing) {
      const hit = found[browser] ? undefined : searchBrowser(browser);
      if (hit) found[browser] = hit.path;
    }
    return missing.every((browser) => found[browser]);
  };
  if (missing.includes('chromium')) {
    say('没有找到 Chromium，尝试下载 / no Chromium found, trying Playwright’s download…');
    const program = inRoot('node_modules', 'playwright-core', 'cli.js');
    await watched(process.execPath, [program, 'install', '--no-shell', 'chromium']);
  }
  if (missing.includes('firefox') && !hasApt()) {
    say('没有找到 Firefox，尝试下载 / no Firefox found, trying a download…');
    const program = inRoot('node_modules', '@puppeteer', 'browsers', 'lib', 'cjs', 'main-cli.js');
    if (existsSync(program)) {
      await watched(process.execPath, [program, 'install', 'firefox@esr', '--path', puppeteerFolder]);
    }
  }
  if (!search()) {
    installWithApt(missing.filter((browser) => !found[browser]));
    search();
  }
}

/** Runs a downloader that may hang on a closed network: it is stopped after a minute without a sign of life. */
function watched(program, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let lastSign = Date.now();
    let errors = '';
    const watch = setInterval(() => {
      if (Date.now() - lastSign > 60_000) child.kill();
    }, 1_000);
    child.stdout.on('data', () => {
      lastSign = Date.now();
    });
    child.stderr.on('data', (chunk) => {
      lastSign = Date.now();
      errors = `${errors}${chunk}`.slice(-2_000);
    });
    const finish = (ok) => {
      clearInterval(watch);
      const reason = errors
        .split('\n')
        .map((line) => line.trim())
        .find((line) => /error/i.test(line));
      if (!ok) say(`下载未成功 / download failed${reason ? `: ${reason.slice(0, 160)}` : ''}`);
      resolve(ok);
    };
    child.on('error', () => finish(false));
    child.on('close', (code) => finish(code === 0));
  });
}

const hasApt = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Debian and Ubuntu. Chinese fonts come along, else the practice pages are rows of boxes. */
function installWithApt(missing) {
  if (missing.length === 0 || !hasApt()) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    say('没有 root 权限，不能用 apt 安装 / apt needs root or a sudo that asks for no password');
    return;
  }
  const apt = (...args) => {
    const words = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', ...args];
    const [program = 'env', ...rest] = isRoot ? words : ['sudo', '-n', ...words];
    return spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  };
  say(`用 apt 安装 / installing with apt: ${missing.join(', ')}…`);
  apt('update');
  const install = (name) => {
    const run = apt('install', '--no-install-recommends', name);
    if (run.status === 0) return true;
    const reason = (run.stderr ?? '').trim().split('\n').at(-1);
    say(`apt: ${name}: ${reason || 'failed'}`);
    return false;
  };
  const packages = { chromium: ['chromium', 'chromium-browser'], firefox: ['firefox-esr', 'firefox'] };
  for (const browser of missing) {
    // Debian and Ubuntu call them differently, and a name may be a snap's stand-in that does not run.
    packages[browser].some((name) => install(name) && searchBrowser(browser) !== undefined);
  }
  install('fonts-noto-cjk');
}

function absent(name, variable, example) {
  return (
    `没有找到 ${name}。请安装 ${name}，或把环境变量 ${variable} 设为它的路径（如 ${variable}=${example}）。` +
    `${name === 'Chromium' ? '正式版 Chrome/Edge 137 起不能用命令行装载扩展，不适用。' : ''}\n` +
    `${name} was not found. Install it, or set ${variable} to its path (for example ${variable}=${example}).` +
    `${name === 'Chromium' ? ' Branded Chrome and Edge cannot load an extension from the command line since version 137.' : ''}`
  );
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

try {
  checkNode();
  prepareTypes(installPackages());
  // Only the tests open Firefox; `npm start` must not install a second browser.
  await findBrowsers(process.env.npm_lifecycle_event !== 'prestart');
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`[setup] ${error.message}`);
  process.exitCode = 1;
}
