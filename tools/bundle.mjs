import { join } from 'node:path'
import { fromRoot, treeCache } from './project.mjs'

/** Bundles a TypeScript file as the application is bundled, for Node or Electron's main process, and gives the path of the result. */
export async function bundleForNode(entry, name, { external = [] } = {}) {
  const { build } = await import('vite')
  const folder = join(treeCache, 'bundles', name)
  await build({
    configFile: false,
    root: fromRoot(),
    logLevel: 'warn',
    resolve: { alias: { '@shared': fromRoot('src-shared'), '@main': fromRoot('src-main'), '@service': fromRoot('src-service') } },
    ssr: { noExternal: true, external: ['electron', 'keytar', '@node-rs/argon2', ...external] },
    build: { ssr: entry, outDir: folder, emptyOutDir: true, target: 'node20.18', rolldownOptions: { output: { entryFileNames: `${name}.mjs` } } },
  })
  return join(folder, `${name}.mjs`)
}
