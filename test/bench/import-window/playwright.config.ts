import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** `npm run bench -- import-window`. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '../../../test-results/import-window'),
  timeout: 240_000,
  workers: 1,
  retries: 0,
  reporter: 'line',
})
