import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { filesUnder } from './find-canaries'

/** What of a profile has to do with drafts and their key, and what is in each file, byte for byte. */
export function keptFiles(userData: string): Readonly<Record<string, string>> {
  if (!existsSync(userData)) return {}
  const kept = filesUnder(userData).map((path) => [relative(userData, path), path] as const).filter(([name]) => /^(drafts|set-aside|discarded)\b/.test(name))
  return Object.fromEntries(kept.map(([name, path]) => [name, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}
