import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { PICTURE_PATH } from './picture-path'

/** `npm run gallery`: pictures of every screen and state, and the comparison of the chosen ones with those that are kept. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '../../test-results/gallery-traces'),
  snapshotPathTemplate: PICTURE_PATH,
  // A picture that is missing is a failure; only `npm run gallery -- --accept` writes any.
  updateSnapshots: 'none',
  // Every screen in every view is more than three thousand pictures.
  timeout: 120 * 60_000,
  workers: 1,
  retries: 0,
  reporter: 'list',
  use: { actionTimeout: 20_000 },
})
