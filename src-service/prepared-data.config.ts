import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Puts a dump of a new, migrated database beside the built server, so that a new data folder starts in about a second.
 * Making one takes several, so it is kept by what it is made of: the migrations and the database's version.
 */
export function preparedData(root: string): Plugin {
  let outDir = ''
  return {
    name: 'parvis-prepared-data',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir
    },
    closeBundle: () => {
      const cache = join(root, '.cache')
      const kept = join(cache, `prepared-data-${print(root)}.tar.gz`)
      if (!existsSync(kept)) {
        mkdirSync(cache, { recursive: true })
        const draft = `${kept}.${process.pid}`
        const made = spawnSync(process.execPath, [join(outDir, 'server.js'), 'prepare-data-folder', draft], { encoding: 'utf8' })
        if (made.status !== 0) throw new Error(`The prepared data folder could not be made: ${made.stderr}`)
        renameSync(draft, kept)
      }
      copyFileSync(kept, join(outDir, 'prepared.tar.gz'))
    },
  }
}

function print(root: string): string {
  const migrations = join(root, 'src-service/storage/migrations')
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')))
  for (const name of readdirSync(migrations).sort()) if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(migrations, name)))
  return hash.digest('hex').slice(0, 16)
}
