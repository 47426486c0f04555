import { defineConfig } from '@playwright/test'
import { PICTURE_PATH } from './test/gallery/picture-path'

/** Real Electron and Debian's Chromium: nothing that Playwright would have to download. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: PICTURE_PATH,
  // A picture that is missing is a failure; only `npm run gallery -- --accept` writes any.
  updateSnapshots: 'none',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 20_000 },
})
