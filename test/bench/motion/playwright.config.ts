import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** `npm run bench -- motion`. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '../../../test-results/motion'),
  timeout: 240_000,
  workers: 1,
  retries: 0,
  reporter: 'line',
})
