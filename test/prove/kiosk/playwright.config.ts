import { defineConfig } from '@playwright/test'

/** Many visits to one kiosk, for `npm run prove -- kiosk`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../../test-results/kiosk',
  timeout: 3_000_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'list',
  use: { actionTimeout: 20_000 },
})
