// Finds Chromium and Firefox without any package: setup runs before node_modules exists.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: a Node too old for it must still reach setup's sentence about its version.
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const cacheFolder = path.join(root, 'node_modules', '.cache', 'shoubian');
export const browsersFile = path.join(cacheFolder, 'browsers.json');

/** The extension's own `strict_min_version` and `minimum_chrome_version` (wxt.config.ts). */
const leastVersion = { chromium: 120, firefox: 140 };

/**
 * @typedef {'chromium' | 'firefox'} Browser
 * @typedef {{ path: string, version: string }} Found
 */

/**
 * Browsers for `npm start`, tests and benchmarks: the environment (CHROMIUM, FIREFOX) first, then what setup
 * wrote down, then a search. A path that no longer exists is left out.
 *
 * @returns {{ chromium?: string, firefox?: string }}
 */
export function foundBrowsers() {
  const remembered = readRemembered();
  const found = {};
  for (const browser of /** @type {Browser[]} */ (['chromium', 'firefox'])) {
    const given = process.env[browser.toUpperCase()];
    const known = given || remembered[browser];
    const file = known && existsSync(known) ? known : searchBrowser(browser)?.path;
    if (file) found[browser] = file;
  }
  return found;
}

/** What setup wrote down last, `{}` before the first run. @returns {Partial<Record<Browser, string>>} */
export function readRemembered() {
  try {
    return JSON.parse(readFileSync(browsersFile, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * The first installed browser that answers `--version` and is new enough.
 *
 * @param {Browser} browser
 * @returns {Found | undefined}
 */
export function searchBrowser(browser) {
  const seen = new Set();
  for (const file of candidates(browser)) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const version = versionOf(file, browser);
    if (version) return { path: file, version };
  }
  return undefined;
}

/**
 * The version a program reports, or undefined when it does not run, is another program, or is too old.
 * Running it matters: Ubuntu's /usr/bin/chromium-browser may be a note that asks for a snap.
 *
 * @param {string} file
 * @param {Browser} browser
 */
export function versionOf(file, browser) {
  // chrome.exe and firefox.exe open a window instead of answering --version.
  if (process.platform === 'win32') return 'installed';
  const run = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const text = `${run.stdout ?? ''}`;
  const name = browser === 'chromium' ? /Chrom(?:ium|e for Testing)/ : /Firefox/;
  const version = /(\d+)(?:\.\d+)+/.exec(text);
  if (run.status !== 0 || !name.test(text) || !version) return undefined;
  return Number(version[1]) >= leastVersion[browser] ? version[0] : undefined;
}

/** @param {Browser} browser */
function candidates(browser) {
  return browser === 'chromium' ? chromiumCandidates() : firefoxCandidates();
}

/**
 * Branded Chrome and Edge are not looked for: since version 137 they ignore --load-extension, so a practice
 * browser cannot be started with them. A snap comes last: its confinement hides most folders.
 */
function chromiumCandidates() {
  const names = ['chromium', 'chromium-browser', 'ungoogled-chromium'];
  if (process.platform === 'darwin') {
    return [
      ...inApplications('Chromium.app/Contents/MacOS/Chromium'),
      ...inApplications('Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
      ...onPath(names),
      ...playwrightDownloads(),
    ];
  }
  if (process.platform === 'win32') {
    return [...inProgramFiles('Chromium\\Application\\chrome.exe'), ...playwrightDownloads()];
  }
  const linux = [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium-browser',
    ...onPath(names),
  ];
  return [...linux.filter(notSnap), ...playwrightDownloads(), ...linux, '/snap/bin/chromium'];
}

function firefoxCandidates() {
  const names = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
  if (process.platform === 'darwin') {
    return [
      ...inApplications('Firefox.app/Contents/MacOS/firefox'),
      ...inApplications('Firefox Developer Edition.app/Contents/MacOS/firefox'),
      ...onPath(names),
      ...puppeteerDownloads(),
    ];
  }
  if (process.platform === 'win32') {
    return [...inProgramFiles('Mozilla Firefox\\firefox.exe'), ...puppeteerDownloads()];
  }
  const linux = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/lib/firefox/firefox', ...onPath(names)];
  return [...linux.filter(notSnap), ...puppeteerDownloads(), ...linux, '/snap/bin/firefox'];
}

const notSnap = (file) => !file.startsWith('/snap/');

function inApplications(file) {
  return [path.join('/Applications', file), path.join(homedir(), 'Applications', file)];
}

function inProgramFiles(file) {
  return [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
    .filter(Boolean)
    .map((folder) => path.join(folder, file));
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Where `playwright install` keeps its own Chromium, newest first. */
export function playwrightDownloads() {
  const standard = {
    darwin: path.join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: path.join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    standard[process.platform] ||
    path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'ms-playwright');
  const programs = [
    ['chrome-linux64', 'chrome'],
    ['chrome-linux', 'chrome'],
    ['chrome-win64', 'chrome.exe'],
    ['chrome-win', 'chrome.exe'],
    ...['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((arch) => [
      [arch, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
      [arch, 'Chromium.app/Contents/MacOS/Chromium'],
    ]),
  ];
  return listed(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => programs.map((program) => path.join(folder, name, ...program)));
}

/** Firefox builds that setup fetched with puppeteer's own installer. */
export const puppeteerFolder = path.join(cacheFolder, 'downloads');

function puppeteerDownloads() {
  const folder = path.join(puppeteerFolder, 'firefox');
  const programs = ['firefox/firefox', 'firefox/firefox.exe', 'Firefox.app/Contents/MacOS/firefox'];
  return listed(folder)
    .sort()
    .reverse()
    .flatMap((name) => programs.map((program) => path.join(folder, name, program)));
}

function listed(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
