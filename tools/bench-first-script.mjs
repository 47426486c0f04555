import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fromRoot } from './project.mjs'

const MOST_KIB = 250

/** What the first screen has to load of script: the page's own, and everything that its document asks for beforehand. */
export function benchFirstScript() {
  const folder = fromRoot('out/renderer')
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:<script[^>]* src|<link rel="modulepreload"[^>]* href)="([^"]+\.js)"/g)].map((match) => match[1])
  const value = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1024
  return { name: `the renderer's first script, gzip (${files.length} files)`, value, unit: 'KiB', target: `≤ ${MOST_KIB}`, met: files.length > 0 && value <= MOST_KIB }
}
