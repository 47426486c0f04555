import { join, resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type UserConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
/** `tools/build-parts.mjs` builds beside `out` and swaps when a part is done, so that a half-made one is never run. */
const out = process.env['PARVIS_BUILD_INTO'] ?? join(root, 'out')
const alias = { '@shared': resolve(root, 'src-shared') }

/**
 * The targets are those of the oldest Electron that runs Parvis (33), stated because electron-vite would take them from
 * the `electron` package, which may be newer than the binary at hand.
 */
const main: UserConfig['main'] = {
  resolve: { alias },
  build: {
    outDir: join(out, 'main'),
    target: 'node20.18',
    lib: { entry: { index: resolve(root, 'src-main/index.ts'), 'import-worker': resolve(root, 'src-main/spreadsheet/import-worker.ts') }, formats: ['es'] },
    // `dependencies` stay outside by themselves; keytar is optional, and so has to be named.
    rolldownOptions: { external: ['keytar'] },
  },
}

const preload: UserConfig['preload'] = {
  resolve: { alias },
  build: {
    outDir: join(out, 'preload'),
    target: 'node20.18',
    externalizeDeps: false,
    // A sandboxed preload has to be one CommonJS file.
    lib: { entry: resolve(root, 'src-preload/index.ts'), formats: ['cjs'] },
    rolldownOptions: { output: { entryFileNames: '[name].cjs', codeSplitting: false } },
  },
}

/** Names the file with each language's words in the document, so that it is on its way before a script asks for it. Main leaves the one of the moment. */
const wordsInDocument: Plugin = {
  name: 'parvis:words-in-document',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) => {
        const language = file.type === 'chunk' && /src-renderer\/locales\/(\w+)\/index\.ts$/.exec(file.facadeModuleId ?? '')?.[1]
        if (!language) return []
        return [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, hreflang: language, href: `./${file.fileName}` }, injectTo: 'head' as const }]
      }),
  },
}

const renderer: UserConfig['renderer'] = {
  root: resolve(root, 'src-renderer'),
  plugins: [vue(), tailwindcss(), wordsInDocument],
  resolve: { alias },
  build: {
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: true,
    rolldownOptions: {
      input: resolve(root, 'src-renderer/index.html'),
      // What the first screen needs is one file: each more is a question to the main process while the window waits.
      output: { codeSplitting: { groups: [{ name: 'first-screen', test: /src-renderer\/app\/main\.ts$/ }] } },
    },
  },
}

/** The build makes one part at a time; `dev` wants all three. */
const parts = { main, preload, renderer }
const wanted = process.env['PARVIS_BUILD_PART'] as keyof typeof parts | undefined

export default defineConfig(wanted ? { [wanted]: parts[wanted] } : parts)
