import { defineConfig } from '@playwright/test'

/** One walk with the real Parvis, on a service that `npm run prove -- operations` has installed. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../../test-results/operations',
  timeout: 240_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'list',
  use: { actionTimeout: 20_000 },
})
