import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** `npm run gallery`: pictures of every screen and state. No test of it can fail but by not getting there. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '../../test-results/gallery-traces'),
  timeout: 30 * 60_000,
  workers: 1,
  retries: 0,
  reporter: 'list',
  use: { actionTimeout: 20_000 },
})
