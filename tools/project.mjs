import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the work tree. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** What is made once per machine and outlives `node_modules`: the Electron runtime. */
export function machineCache() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parvis')
}

/** What is made once per work tree: stamps, locks, type information. Safe to delete. */
export const treeCache = join(projectRoot, '.cache')

/** A path inside the work tree. */
export function fromRoot(...parts) {
  return join(projectRoot, ...parts)
}
