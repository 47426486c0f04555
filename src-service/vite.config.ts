import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig } from 'vite'
import { preparedData } from './prepared-data.config'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const out = process.env['PARVIS_BUILD_INTO'] ?? join(root, 'out')

/** One file for plain Node 20 and for an Electron utility process; only what carries binaries or WebAssembly stays outside. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preparedData(root)],
  define: { __PARVIS_VERSION__: JSON.stringify(version) },
  resolve: { alias: { '@shared': resolve(root, 'src-shared') } },
  ssr: {
    target: 'node',
    noExternal: true,
    external: ['@electric-sql/pglite', '@node-rs/argon2', '@napi-rs/canvas', 'pg'],
  },
  build: {
    ssr: resolve(import.meta.dirname, 'server.ts'),
    outDir: join(out, 'service'),
    emptyOutDir: true,
    target: 'node20.18',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'server.js' } },
  },
})
