/**
 * `npm run bench -- [window] [scripts] [identifiers] [motion] [size] [drafts] [service] [stock] [import] [import-window] [--rounds=N] [--drafts=N] [--saves=N] [--establishments=N]`: what Parvis costs beside an empty
 * window of the same Electron, as medians of interleaved runs; how long the frames of its motions take; how much its first
 * screen loads; what a save, the list and a start cost with many drafts; how much the service does in a second; what an import of INSEE's stock files and a look-up in them cost; how fast spreadsheets are read and checked, and how soon the window answers meanwhile. All of it when nothing is named. Prints a table; the figures go to test-results/bench.json as well.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { EMPTY, measureStart, newProfile, PARVIS, PARVIS_WITHOUT_PRACTICE } from '../test/bench/start-up.mjs'
import { measureNpm } from '../test/bench/start-up-by-npm.mjs'
import { openVirtualDisplay } from './display.mjs'
import { benchDrafts } from './bench-drafts.mjs'
import { benchFirstScript } from './bench-first-script.mjs'
import { benchIdentifiers } from './bench-identifiers.mjs'
import { benchImport } from './bench-import.mjs'
import { benchImportWindow } from './bench-import-window.mjs'
import { benchMotion } from './bench-motion.mjs'
import { benchService } from './bench-service.mjs'
import { benchStock } from './bench-stock.mjs'
import { sandboxSwitches } from './launch.mjs'
import { fromRoot } from './project.mjs'
import { exitCodeOf } from './run-command.mjs'
import { say } from './say.mjs'
import { orSayWhy, setUp } from './setup.mjs'

const chosen = (name, otherwise) => Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise)
const rounds = chosen('rounds', 7)

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const wants = (part) => named.length === 0 || named.includes(part)

// Node 20 has its WebSocket behind a switch.
if (!globalThis.WebSocket) {
  const { status, signal } = spawnSync(process.execPath, ['--experimental-websocket', ...process.argv.slice(1)], { stdio: 'inherit' })
  process.exit(exitCodeOf(status, signal))
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const rows = []
const note = (name, value, unit, target) => rows.push({ name, value, unit, ...(target && { target: target.text, met: target.met(value) }) })
const atMost = (limit) => ({ text: `≤ ${limit}`, met: (value) => value <= limit })

async function benchWindow(machine) {
  const subjects = [EMPTY, PARVIS, PARVIS_WITHOUT_PRACTICE]
  for (const [label, sameProfile] of [['used profile', true], ['new profile', false]]) {
    const profiles = subjects.map(newProfile)
    const times = subjects.map(() => [])
    const memory = subjects.map(() => [])
    for (let round = sameProfile ? -1 : 0; round < rounds; round += 1) {
      say(`start-up, ${label}: round ${Math.max(round + 1, 0)} of ${rounds}`)
      for (const [index, subject] of subjects.entries()) {
        const profile = sameProfile ? profiles[index] : newProfile()
        const { startMs, memoryMib } = await measureStart(machine, subject, profile, { memory: sameProfile && round >= 0 })
        if (!sameProfile) await profile.forget()
        if (round < 0) continue
        times[index].push(startMs)
        if (sameProfile) memory[index].push(memoryMib)
      }
    }
    for (const profile of profiles) await profile.forget()
    subjects.forEach((subject, index) => note(`cold start, ${label}: ${subject.name}`, median(times[index]), 'ms'))
    note(`cold start, ${label}: Parvis / empty window`, median(times[1]) / median(times[0]), '×', atMost(1.4))
    if (sameProfile) noteMemory(subjects, memory)
  }
}

function noteMemory(subjects, memory) {
  subjects.forEach((subject, index) => note(`memory of all processes (PSS): ${subject.name}`, median(memory[index]), 'MiB'))
  note('memory: Parvis with its practice service off / empty window', median(memory[2]) / median(memory[0]), '×', atMost(1.4))
  note('memory: Parvis with its practice service / empty window', median(memory[1]) / median(memory[0]), '×')
}

async function benchScripts(env) {
  const profile = newProfile()
  const scripts = [['start'], ['run', 'app']]
  const times = scripts.map(() => [])
  for (let round = -1; round < Math.min(rounds, 5); round += 1) {
    say(`npm start and npm run app: round ${Math.max(round + 1, 0)}`)
    for (const [index, words] of scripts.entries()) {
      const { folder } = profile
      const startMs = await measureNpm(words, { folder }, env)
      if (round >= 0) times[index].push(startMs)
    }
  }
  await profile.forget()
  scripts.forEach((words, index) => note(`npm ${words.join(' ')} → first screen`, median(times[index]), 'ms'))
  note('npm start minus npm run app', median(times[0]) - median(times[1]), 'ms', atMost(1500))
}

function printTable() {
  const shown = rows.map(({ name, value, unit, target, met }) => [name, `${value.toFixed(unit === '×' ? 2 : unit === 'ms' && value < 100 ? 1 : 0)} ${unit}`, target ? `${target} ${unit}` : '', target ? (met ? 'met' : 'MISSED') : ''])
  const widths = [0, 1, 2].map((column) => Math.max(...shown.map((row) => row[column].length)))
  for (const row of shown) process.stdout.write(`${row[0].padEnd(widths[0])}  ${row[1].padStart(widths[1])}  ${row[2].padStart(widths[2])}  ${row[3]}\n`)
}

await orSayWhy(async () => {
  const electron = await setUp({ needs: ['window', 'tests'], quiet: false })
  const display = await openVirtualDisplay()
  const env = { ...process.env, ...display.env }
  try {
    if (wants('window')) await benchWindow({ electron, sandbox: sandboxSwitches(), env })
    if (wants('scripts')) await benchScripts(env)
  } finally {
    await display.stop()
  }
  if (wants('drafts')) rows.push(...(await benchDrafts(electron, { rounds, many: chosen('drafts', 10_000), saves: chosen('saves', 2_000) })))
  if (wants('stock')) rows.push(...(await benchStock({ establishments: chosen('establishments', 1_000_000) })))
  if (wants('import')) rows.push(...(await benchImport({ rounds })))
  if (wants('identifiers')) rows.push(...(await benchIdentifiers()))
  if (wants('motion')) rows.push(...(await benchMotion()))
  if (wants('import-window')) rows.push(...(await benchImportWindow()))
  if (wants('service')) rows.push(...(await benchService()))
  if (wants('size')) rows.push(benchFirstScript())
  printTable()
  const file = fromRoot('test-results/bench.json')
  mkdirSync(fromRoot('test-results'), { recursive: true })
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGib: Math.round(totalmem() / 2 ** 30), kernel: release(), node: process.version, electron }
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), rounds, machine, rows }, undefined, 2)}\n`)
  say(`the same as JSON: ${file}`)
  if (rows.some((row) => row.met === false)) process.exitCode = 1
})
