/**
 * `npm run gallery -- [--all] [--only=WORDS] [--into=FOLDER]`: drives the built application through every screen and
 * state, and a browser through the service's pages and mails, and writes pictures of them, with an index page, into
 * test-results/gallery. `--all` takes every screen in every size, look and language; `--only` those states whose name
 * holds the words (a regular expression).
 *
 * `npm run gallery -- --compare`: takes the chosen pictures (test/gallery/chosen.ts) and compares them with those that are
 * kept in docs/pictures/gallery; what differs is told, and lies in test-results/gallery-traces. `--accept`: writes those
 * that differ anew, and removes those that nobody chooses any more.
 */
import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { playwrightUnderDisplay } from './playwright-under-display.mjs'
import { fromRoot } from './project.mjs'
import { say } from './say.mjs'
import { orSayWhy } from './setup.mjs'

const CONFIG = ['--config', fromRoot('test/gallery/playwright.config.ts')]
const KEPT = fromRoot('docs/pictures/gallery')
const has = (name) => process.argv.includes(`--${name}`)
const valueOf = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)

async function drawAll() {
  const folder = resolve(valueOf('into') ?? fromRoot('test-results/gallery'))
  const code = await playwrightUnderDisplay(['gallery.spec', 'service-pages.spec', ...CONFIG], {
    PARVIS_GALLERY_FOLDER: folder,
    PARVIS_GALLERY_VIEWS: has('all') ? 'all' : 'usual',
    PARVIS_GALLERY_ONLY: valueOf('only') ?? '',
  })
  if (code === 0) say(`the pictures, and an index page of them: ${folder}`)
  return code
}

async function compare() {
  const code = await playwrightUnderDisplay(['compare.spec', ...CONFIG])
  if (code !== 0) say(`what differs: ${fromRoot('test-results/gallery-traces')}. If it is meant to: npm run gallery -- --accept`)
  return code
}

async function accept() {
  rmSync(KEPT, { recursive: true, force: true })
  const code = await playwrightUnderDisplay(['compare.spec', '--update-snapshots=all', ...CONFIG])
  if (code === 0) say(`${readdirSync(KEPT).filter((name) => name.endsWith('.png')).length} pictures are kept in ${join('docs', 'pictures', 'gallery')}`)
  return code
}

process.exitCode = await orSayWhy(() => (has('accept') ? accept() : has('compare') ? compare() : drawAll()))
