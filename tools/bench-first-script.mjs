import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fromRoot } from './project.mjs'

const MOST_KIB = 250

/** What the first screen has to load of script: the page's own, and everything that its document asks for beforehand, with the words of the language that has more of them. */
export function benchFirstScript() {
  const folder = fromRoot('out/renderer')
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const weigh = (tags) => [...tags].map((match) => gzipSync(readFileSync(join(folder, match[1]))).length / 1024)
  const scripts = weigh(html.matchAll(/(?:<script[^>]* src|<link rel="modulepreload"(?![^>]* hreflang)[^>]* href)="([^"]+\.js)"/g))
  const words = weigh(html.matchAll(/<link rel="modulepreload"[^>]* hreflang="\w+" href="([^"]+\.js)"/g))
  const value = scripts.reduce((sum, size) => sum + size, 0) + Math.max(...words)
  return { name: `the renderer's first script, gzip (${scripts.length + 1} files)`, value, unit: 'KiB', target: `≤ ${MOST_KIB}`, met: scripts.length > 0 && words.length === 2 && value <= MOST_KIB }
}
