import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fromRoot, treeCache } from './project.mjs'
import { say } from './say.mjs'

/** What `readIdentifier` has to reach of the rate of stdnum's own `validate`. */
const TARGETS = { SIRET: 1, VAT: 0.7 }

/** Bundles the identifier benchmark as the application is bundled, runs it, and gives its rows. */
export async function benchIdentifiers() {
  say('identifiers …')
  const { build } = await import('vite')
  const folder = join(treeCache, 'bench')
  await build({
    configFile: false,
    root: fromRoot(),
    logLevel: 'warn',
    resolve: { alias: { '@shared': fromRoot('src-shared') } },
    ssr: { noExternal: true },
    build: { ssr: 'test/bench/identifiers.ts', outDir: folder, emptyOutDir: true, target: 'node20.18', rolldownOptions: { output: { entryFileNames: 'identifiers.mjs' } } },
  })
  const { run } = await import(pathToFileURL(join(folder, 'identifiers.mjs')).href)
  return (await run()).map(({ name, ratio, ...rates }) => {
    const target = TARGETS[name.split(',')[0]]
    return { name: `identifiers, ${name}: readIdentifier / stdnum`, value: ratio, unit: '×', ...rates, target: `≥ ${target}`, met: ratio >= target }
  })
}
