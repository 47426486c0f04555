import { readFileSync, rmSync } from 'node:fs'
import { percentile } from '../test/bench/drafts/percentiles.mjs'
import { newProfile } from '../test/prove/driven-parvis.mjs'
import { bundleForNode } from './bundle.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

const SAVES = 2_000
const OPENS = 11
const OTHER_SAVES = 60

const median = (values) => percentile(values, 0.5)
const row = (name, value, unit, limit) => ({ name, value, unit, ...(limit !== undefined && { target: `≤ ${limit}`, met: value <= limit }) })

/** Durable saves in Electron's main process beside the same file system calls made bare, and two other stores on the same records. */
export async function benchSaves({ electron, sandbox, env }, { many, saves = SAVES }) {
  say(`drafts: ${saves} saves with 10 and with ${many} drafts, and the other stores`)
  const entry = await bundleForNode('test/bench/drafts/saves.ts', 'saves')
  const file = fromRoot('.cache/bench/saves.json')
  rmSync(file, { force: true })
  const profile = newProfile()
  const options = { counts: [10, many], saves, opens: Math.min(OPENS, saves), otherSaves: Math.min(OTHER_SAVES, saves) }
  try {
    const code = await runCommand(electron, [...sandbox, `--user-data-dir=${profile.folder}`, entry], { env: { ...env, PARVIS_BENCH_FILE: file, PARVIS_BENCH_OPTIONS: JSON.stringify(options) } })
    if (code !== 0) throw new Error(`the benchmark of saves ended with code ${code}: see the messages above`)
  } finally {
    await profile.forget()
  }
  return rowsOf(JSON.parse(readFileSync(file, 'utf8')), many, saves)
}

function rowsOf({ parvis, lowdb, electronStore }, many, saves) {
  const at = (samples, count, part) => percentile(samples[count], part)
  return [
    ...[10, many].flatMap((count) => [
      row(`durable encrypted save with ${count} drafts, ${saves} of them, p50`, at(parvis.save, count, 0.5), 'ms'),
      row(`durable encrypted save with ${count} drafts, p99`, at(parvis.save, count, 0.99), 'ms'),
      row(`the same file system calls on the same bytes, bare, with ${count} drafts, p50`, at(parvis.bare, count, 0.5), 'ms'),
      row(`the same file system calls, bare, with ${count} drafts, p99`, at(parvis.bare, count, 0.99), 'ms'),
      row(`save / bare with ${count} drafts, p50`, at(parvis.save, count, 0.5) / at(parvis.bare, count, 0.5), '×'),
      row(`save / bare with ${count} drafts, p99`, at(parvis.save, count, 0.99) / at(parvis.bare, count, 0.99), '×', 2),
    ]),
    row(`save with ${many} drafts / with 10, p50`, median(parvis.save[many]) / median(parvis.save[10]), '×', 1.2),
    ...[['lowdb, one file in clear, no fsync', lowdb], ['electron-store, one file in clear, no fsync of its folder', electronStore]].flatMap(([name, store]) => [
      row(`${name}: save with 10 drafts, p50`, median(store.save[10]), 'ms'),
      row(`${name}: save with ${many} drafts, p50`, median(store.save[many]), 'ms'),
    ]),
    row(`open and first rows with ${many} drafts, p50: Parvis`, median(parvis.openAndList[many]), 'ms'),
    row(`open and first rows with ${many} drafts, p50: lowdb`, median(lowdb.openAndList[many]), 'ms'),
    row(`open and first rows with ${many} drafts, p50: electron-store`, median(electronStore.openAndList[many]), 'ms'),
  ]
}
