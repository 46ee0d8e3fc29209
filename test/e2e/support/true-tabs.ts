import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { places } from '../../../sandbox/launch.mjs';
import { practiceResponse } from '../../../sandbox/serve.mjs';
import { foundBrowsers } from '../../../tools/find-browsers.mjs';

/**
 * A browser whose tabs are hidden when another is in front. Playwright emulates the focus of every page, so in its
 * own browsers no tab is ever hidden. Scrollbars are drawn and take their room here, too.
 * @param extension folder of the built extension
 */
export async function launchTrueTabs(extension: string): Promise<Browser> {
  const executablePath = foundBrowsers().chromium;
  if (!executablePath) throw new Error('no Chromium was found');
  return puppeteer.launch({
    executablePath,
    headless: true,
    enableExtensions: [extension],
    pipe: true,
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=zh-CN'],
  });
}

/** A tab in which the practice back office answers and nothing else. */
export async function openTrueTab(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const response = practiceResponse(request.url(), places.sandbox);
    void (response ? request.respond(response) : request.abort());
  });
  await page.goto(url);
  return page;
}
