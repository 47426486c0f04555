import { defineConfig } from '@playwright/test'
import { PICTURE_PATH } from './test/gallery/picture-path'

/** Every state of every screen, in turn: a long walk, and one that can be made beside the others. */
const WALK = '**/every-screen-is-accessible.spec.ts'

/** Real Electron and Debian's Chromium: nothing that Playwright would have to download. */
export default defineConfig({
  testDir: 'test/e2e',
  // `npm test` runs both at once, each on a display and beside a keyring of its own.
  projects: [
    { name: 'walk', testMatch: WALK, outputDir: 'test-results/walk' },
    { name: 'journeys', testIgnore: WALK, outputDir: 'test-results/journeys' },
  ],
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
