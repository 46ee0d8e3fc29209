declare const chrome: unknown;
/** Stands for WXT's `#imports` in what the soak test runs inside a tab. */
export const browser = chrome;
