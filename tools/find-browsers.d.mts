export type Browser = 'chromium' | 'firefox';
/** Absolute paths of the browsers that were found. */
export function foundBrowsers(): { chromium?: string; firefox?: string };

/** The repository's folder. */
export const root: string;
/** Where builds and found browsers are kept between runs. */
export const cacheFolder: string;
