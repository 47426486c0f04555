import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { fromRoot, projectRoot } from '../../tools/project.mjs'
import { sourcePrint } from '../../tools/source-print.mjs'

/** What a figure is about: another program is another proof. */
const PROVED = ['src-main', 'src-preload', 'src-renderer', 'src-service', 'src-shared', 'package-lock.json']

/**
 * How far a part has come, in a file: cut off, it goes on where it was. Another number, or other sources, start over.
 * `state` belongs to the part; `keep` writes it down.
 */
export function openRecord(part, count, { afresh = false } = {}) {
  const file = fromRoot('.cache/prove', `${part}.json`)
  const print = sourcePrint(PROVED).content()
  const found = afresh ? undefined : readJson(file)
  const goesOn = found?.print === print && found.count === count
  const record = goesOn ? found : { part, count, print, minutes: 0, sittings: 0, state: { done: 0 } }
  record.sittings += 1
  const [before, began] = [record.minutes, performance.now()]
  return {
    state: record.state,
    goesOn,
    minutes: () => Number((before + (performance.now() - began) / 60_000).toFixed(1)),
    sittings: record.sittings,
    keep() {
      record.minutes = before + (performance.now() - began) / 60_000
      writeWhole(file, record)
    },
    forget: () => rmSync(file, { force: true }),
  }
}

/** The figures of a part that has ended, with where they come from. */
export function describeRun(part, { command, count, isFull, minutes, sittings, rows, electron }) {
  return {
    part, at: new Date().toISOString(), commit: commitOf(), command, count, isFull, minutes, sittings,
    machine: { cpus: cpus().length, model: cpus()[0]?.model.trim(), memoryGib: Math.round(totalmem() / 2 ** 30), kernel: release(), node: process.version, ...(electron && { electron }) },
    rows,
  }
}

/** Twice: test-results is where they are looked for, and is emptied by every run of Playwright. */
export function keepFigures(run) {
  for (const folder of ['test-results/prove', '.cache/prove/figures']) writeWhole(fromRoot(folder, `${run.part}.json`), run)
}

export function keptFigures(part) {
  return readJson(fromRoot('.cache/prove/figures', `${part}.json`)) ?? readJson(fromRoot('test-results/prove', `${part}.json`))
}

function commitOf() {
  const git = (...args) => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', ...PROVED) === '' ? '' : ' with changes')
  } catch {
    return 'unknown'
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function writeWhole(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(value, undefined, 2)}\n`)
  renameSync(`${file}.new`, file)
}
