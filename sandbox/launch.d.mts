import type { BrowserContext, Worker } from '@playwright/test';

export interface LaunchOptions {
  headless?: boolean;
  /** Folder of the built extension; null starts the same browser without it. */
  extension?: string | null;
  viewport?: { width: number; height: number } | null;
  deviceScaleFactor?: number;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  timezoneId?: string;
  userDataDir?: string;
}

export interface LaunchedBrowser {
  context: BrowserContext;
  /** Requests that are none of the practice back office's; each was refused. */
  foreignRequests: { url: string; fromWorker: boolean }[];
  close(): Promise<void>;
}

export interface LaunchedExtension extends LaunchedBrowser {
  worker: Worker;
  extensionId: string;
  extensionUrl(page: string): string;
}

export const places: { root: string; extension: string; sandbox: string; artifacts: string };
export function launchWithExtension(options: LaunchOptions & { extension: null }): Promise<LaunchedBrowser>;
export function launchWithExtension(
  options?: LaunchOptions & { extension?: string },
): Promise<LaunchedExtension>;
export function killWorker(context: BrowserContext, extensionId: string): Promise<boolean>;
