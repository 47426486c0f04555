/** Which packages of others stand behind what ships, read from package-lock.json and from the sources. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './project.mjs'

const ZONES = ['src-shared', 'src-preload', 'src-main', 'src-renderer', 'src-service']
const FROM = /(?:\bfrom|\bimport|@import)\s*\(?\s*['"](?![./]|node:|@(?:shared|main|renderer|service)\/)((?:@[\w.-]+\/)?[\w.-]+)/g

/** Where the list is kept that the *About* dialog shows. */
export const SHIPPED_LIST = fromRoot('src-renderer/about/shipped-packages.json')

export function readLock() {
  return JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages
}

/** The packages that the sources of what ships name, by `import` in scripts and `@import` in styles. */
export function namedInSources() {
  const names = ZONES.flatMap((zone) =>
    readdirSync(fromRoot(zone), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|vue|css)$/.test(file) && !/\.(config|d)\.ts$/.test(file))
      .flatMap((file) => [...readFileSync(join(fromRoot(zone), file), 'utf8').matchAll(FROM)].map(([, name]) => name)),
  )
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'))
  const declared = { ...dependencies, ...devDependencies, ...optionalDependencies }
  return [...new Set([...names, ...Object.keys(dependencies)])].filter((name) => name in declared).sort()
}

/** A fingerprint of those packages and of everything that they bring along: when it changes, the list has to be made anew. */
export function lockPrint(lock, names) {
  const seen = new Set()
  const visit = (path) => {
    if (path === undefined || seen.has(path)) return
    seen.add(path)
    for (const name of Object.keys(lock[path].dependencies ?? {})) visit(placeOf(lock, path, name))
  }
  for (const name of names) visit(placeOf(lock, '', name))
  const lines = [...seen].sort().map((path) => `${path}@${lock[path].version}`)
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}

/** Where Node finds a package that one in `path` asks for: beside it, or in a folder above. */
function placeOf(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (place in lock) return place
    if (folder === '') return undefined
  }
}
