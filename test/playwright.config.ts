import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../artifacts/playwright',
  // One browser at a time: every test drives a whole Chromium with the extension in it.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A browser that stalls on a loaded machine gets one more try; it is printed and counted as flaky, never hidden.
  retries: 1,
  reporter: [['list']],
  use: { screenshot: 'off', trace: 'off', video: 'off' },
});
