import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from './project.mjs'

/**
 * Two fingerprints of the files and folders named: `listing` (names, sizes, times) is quick and changes too often,
 * `content` is exact. Read the second only when the first has changed.
 */
export function sourcePrint(sources) {
  const files = sources.flatMap((source) => filesUnder(join(projectRoot, source))).sort()
  const listing = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    listing.update(`${relative(projectRoot, file)}\0${size}\0${mtimeMs}\n`)
  }
  return { listing: listing.digest('hex'), content: () => contentOf(files) }
}

function contentOf(files) {
  const content = createHash('sha256')
  for (const file of files) content.update(`${relative(projectRoot, file)}\0`).update(readFileSync(file))
  return content.digest('hex')
}

function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : [],
  )
}
