#!/usr/bin/env node
/**
 * Draws public/icon.svg as PNGs in public/icon/. The PNGs are committed, because not every machine that builds
 * has a browser; run `npm run icons` after the SVG changed. The browser is the one
 * the other commands use (find-browsers.mjs).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { foundBrowsers } from './find-browsers.mjs';

const sizes = [16, 32, 48, 128];
const at = (path) => fileURLToPath(new URL(`../public/${path}`, import.meta.url));

const { chromium: executablePath } = foundBrowsers();

const svg = await readFile(at('icon.svg'), 'utf8');
const browser = await chromium
  .launch({
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(executablePath && { executablePath }),
  })
  .catch((error) => {
    console.error('No Chromium to draw with. Install one, or name it in CHROMIUM.');
    throw error;
  });
try {
  const page = await browser.newPage();
  await mkdir(at('icon'), { recursive: true });
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await writeFile(at(`icon/${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`public/icon/${size}.png`);
  }
} finally {
  await browser.close();
}
