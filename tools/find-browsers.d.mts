export type Browser = 'chromium' | 'firefox';
/** Absolute paths of the browsers that were found. */
export function foundBrowsers(): { chromium?: string; firefox?: string };
