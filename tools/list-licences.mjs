/**
 * `node tools/list-licences.mjs`: builds every part with a source map, reads from the maps which packages of others are
 * really in it, adds those that ship as they are, and writes src-renderer/about/shipped-packages.json: name, version,
 * licence and its text. A test says when package-lock.json has moved on and this has to run again.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot, treeCache } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { lockPrint, namedInSources, readLock, SHIPPED_LIST } from './shipped-packages.mjs'

const ELECTRON_VITE = ['electron-vite/bin/electron-vite.js', 'build', '--ignoreConfigWarning']
const PARTS = {
  main: ELECTRON_VITE,
  preload: ELECTRON_VITE,
  renderer: ELECTRON_VITE,
  service: ['vite/bin/vite.js', 'build', '--config', 'src-service/vite.config.ts'],
}
/** What a source map does not name: styles and typefaces that are copied in, packages that stay outside of the bundle. The runtime brings its own licences. */
const AS_THEY_ARE = ['tailwindcss', '@fontsource-variable/atkinson-hyperlegible-next', '@fontsource-variable/fraunces', 'keytar']

const names = namedInSources()
const lock = readLock()
const paths = new Set(AS_THEY_ARE.concat(Object.keys(JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).dependencies)).map((name) => `node_modules/${name}`))
for (const part of Object.keys(PARTS)) for (const path of await packagesInPart(part)) paths.add(path)

const texts = []
/** The same version may lie in several places. */
const found = new Map([...paths].sort().map((path) => [`${nameIn(path)}@${lock[path].version}`, path]))
const packages = [...found.values()].sort((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1)).map((path) => {
  const { version, license } = lock[path]
  return { name: nameIn(path), version, licence: license, text: numberOf(licenceText(path)) }
})
writeFileSync(SHIPPED_LIST, `${JSON.stringify({ madeFrom: lockPrint(lock, names), packages, texts }, undefined, 1)}\n`)
say(`${packages.length} packages, ${texts.length} licence texts: ${SHIPPED_LIST}`)
for (const { name } of packages.filter(({ text }) => text === undefined)) say(`${name} brings no licence text`)

async function packagesInPart(part) {
  mkdirSync(treeCache, { recursive: true })
  const folder = mkdtempSync(join(treeCache, 'licences-'))
  try {
    const [script, ...args] = PARTS[part]
    const env = { ...process.env, PARVIS_BUILD_INTO: folder, PARVIS_BUILD_PART: part, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
    const code = await runCommand(process.execPath, [fromRoot('node_modules', script), ...args, '--sourcemap', '--logLevel', 'warn'], { env })
    if (code !== 0) throw new Error(`the build of ${part} failed: see the messages above`)
    return readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.map'))
      .flatMap((file) => JSON.parse(readFileSync(join(folder, part, file), 'utf8')).sources)
      .flatMap((source) => packagePath(source) ?? [])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `…/node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c`, as package-lock.json has it. */
function packagePath(source) {
  const path = /(?:^|\/)(node_modules\/.*)$/.exec(source)?.[1]
  const found = path && /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
  return found && found in lock ? found : undefined
}

function nameIn(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function licenceText(path) {
  const folder = fromRoot(path)
  if (!existsSync(folder)) return undefined
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name))
  return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** Many packages share one text: it is kept once. */
function numberOf(text) {
  if (text === undefined) return undefined
  if (!texts.includes(text)) texts.push(text)
  return texts.indexOf(text)
}
