/**
 * `npm run prove`: the named proofs, how long each usually takes and when it last ran.
 * `npm run prove -- PART [--count=N] [--afresh]`: one of them, on the built application or service. Cut off, it goes on where it was, as
 * long as the sources are the same; `--afresh` starts over. A full run writes its figures into docs/proof.md, a smaller one
 * only with `--write`; `--write` without a part writes what was kept. Ends with 1 when a promise is not kept.
 */
import { describeRun, keepFigures, keptFigures, openRecord } from '../test/prove/record.mjs'
import { PARTS } from '../test/prove/parts.mjs'
import { lastFigureOf, writeFiguresDown } from '../test/prove/proof-document.mjs'
import { openVirtualDisplay } from './display.mjs'
import { insideKeyringSession } from './keyring-session.mjs'
import { sandboxSwitches } from './launch.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { orSayWhy, setUp } from './setup.mjs'

const words = process.argv.slice(2)
const [name] = words.filter((word) => !word.startsWith('--'))
const wants = (option) => words.includes(`--${option}`)
const tell = (text) => process.stdout.write(`${text}\n`)

/** The part itself. `electron` is the program that it drives, when it drives one. */
async function prove(part, electron) {
  const count = Number(/--count=(\d+)/.exec(words.join(' '))?.[1] ?? part.count)
  const record = openRecord(name, count, { afresh: wants('afresh') })
  if (record.goesOn) tell(`${name}: goes on at ${record.state.done} of ${count}`)
  const began = { at: performance.now(), done: record.state.done }
  const progress = (done, news = '') => {
    const minutesLeft = ((performance.now() - began.at) / 60_000 / Math.max(1, done - began.done)) * (count - done)
    tell(`${name}: ${done} of ${count}${news && `, ${news}`} · about ${minutesLeft.toFixed(1)} min left`)
  }
  const machine = { electron, sandbox: electron ? sandboxSwitches() : [], env: process.env }
  const rows = await part.prove({ count, state: record.state, keep: record.keep, progress, tell, machine })
  const run = describeRun(name, {
    command: `npm run prove -- ${name}${count === part.count ? '' : ` --count=${count}`}`,
    count, isFull: count >= part.count, minutes: record.minutes(), sittings: record.sittings, rows,
    electron: electron && /electron-([\d.]+)/.exec(electron)?.[1],
  })
  record.forget()
  keepFigures(run)
  if (run.isFull || wants('write')) writeFiguresDown(run)
  else tell(`${name}: fewer than ${part.count}, so docs/proof.md keeps what it has`)
  printTable(rows)
  if (rows.some(({ isKept }) => isKept === false)) process.exitCode = 1
}

/** The same command once more, on a display in memory and beside a keyring of its own. */
async function proveUnderDisplay(electron) {
  const display = await openVirtualDisplay()
  try {
    const [command, ...args] = insideKeyringSession([process.execPath, ...process.argv.slice(1)])
    return await runCommand(command, args, { stdio: ['ignore', 1, 2], env: { ...process.env, ...display.env, PARVIS_PROVED_ELECTRON: electron } })
  } finally {
    await display.stop()
  }
}

function printTable(rows) {
  const width = (key) => Math.max(...rows.map((row) => row[key].length))
  const [what, figure] = [width('what'), width('figure')]
  for (const row of rows) tell(`${String(row.promise).padStart(2)}  ${row.what.padEnd(what)}  ${row.figure.padStart(figure)}  ${row.isKept === undefined ? '' : row.isKept ? 'kept' : 'NOT KEPT'}`)
}

function listParts() {
  tell('npm run prove -- PART [--count=N] [--afresh] [--write]\n')
  for (const [part, { what, usual, count }] of Object.entries(PARTS)) {
    tell(`${part.padEnd(14)} ${what}\n${' '.repeat(15)}${count} by itself, about ${usual} · last: ${lastFigureOf(part) ?? 'never'}`)
  }
}

function writeWhatWasKept() {
  for (const part of Object.keys(PARTS)) {
    const run = keptFigures(part)
    if (run) writeFiguresDown(run)
    tell(`${part}: ${run ? `written, of ${run.at}` : 'no figures kept'}`)
  }
}

await orSayWhy(async () => {
  if (name === undefined) return wants('write') ? writeWhatWasKept() : listParts()
  const part = PARTS[name]
  if (!part) throw new Error(`there is no part ${name}; there are: ${Object.keys(PARTS).join(', ')}`)
  if (process.env.PARVIS_PROVED_ELECTRON) return prove(part, process.env.PARVIS_PROVED_ELECTRON)
  const electron = await setUp({ needs: part.needs === 'application' ? ['window', 'tests'] : ['tests'], runtime: part.needs === 'application', build: part.needs === 'application' ? true : part.needs === 'service' ? ['service'] : false })
  if (part.needs !== 'application') return prove(part)
  say(`${name}: on a display in memory`)
  process.exitCode = await proveUnderDisplay(electron)
})
