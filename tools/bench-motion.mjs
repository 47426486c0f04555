import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwrightUnderDisplay } from './playwright-under-display.mjs'
import { fromRoot, treeCache } from './project.mjs'
import { say } from './say.mjs'

const MOST_MS = 50

/** Traces the real window while its motions run, without a graphics card; a row for how long frames stood, and one for how long the page worked. */
export async function benchMotion() {
  say('motion …')
  mkdirSync(treeCache, { recursive: true })
  const file = join(treeCache, 'motion.json')
  rmSync(file, { force: true })
  const code = await playwrightUnderDisplay(['--config', fromRoot('test/bench/motion/playwright.config.ts')], { PARVIS_MOTION_FILE: file })
  if (code !== 0) throw new Error('the motions could not be traced: see the messages above')
  return JSON.parse(readFileSync(file, 'utf8')).flatMap(({ name, frames, longestFrameMs, longestWorkMs }) =>
    // Where nothing moved there is nothing to hold to the bar.
    frames < 2
      ? [{ name: `motion, ${name}: nothing moves`, value: 0, unit: 'ms' }]
      : [row(`motion, ${name}: longest of ${frames} frames on the screen`, longestFrameMs), row(`motion, ${name}: longest work of the page for one`, longestWorkMs)],
  )
}

function row(name, value) {
  return { name, value, unit: 'ms', target: `≤ ${MOST_MS}`, met: value <= MOST_MS }
}
