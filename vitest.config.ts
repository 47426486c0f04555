import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

const ONLY_POSTGRES = 'test/integration/service/postgres/*.test.ts'
/** About the folder, the process that has one, and what holds no database. */
const ONLY_EMBEDDED = ['data-folder', 'server-process', 'stop', 'with-smtp', 'mail-tls', 'mail-real-server', 'openapi-client'].map((name) => `test/integration/service/${name}.test.ts`)

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: {
      '@shared': resolve(root, 'src-shared'),
      '@main': resolve(root, 'src-main'),
      '@renderer': resolve(root, 'src-renderer'),
      '@service': resolve(root, 'src-service'),
    },
  },
  test: {
    pool: 'forks',
    // A hanging test is a failure; a slow machine is not.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    restoreMocks: true,
    // Style that the service serves is text to it; elsewhere style is left out of tests.
    css: { include: [/src-service\/.+\.css/] },
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.{ts,mjs}'] } },
      {
        extends: true,
        test: { name: 'integration', environment: 'node', include: ['test/integration/**/*.test.ts'], exclude: [ONLY_POSTGRES], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        // The service's tests once more, on a PostgreSQL that two instances share, and those that need one.
        extends: true,
        test: {
          name: 'postgres',
          environment: 'node',
          include: ['test/integration/service/*.test.ts', ONLY_POSTGRES],
          exclude: ONLY_EMBEDDED,
          env: { PARVIS_TEST_INSTANCES: '2' },
          globalSetup: 'test/support/service/start-postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
