import { pathToFileURL } from 'node:url'
import { bundleForNode } from '../../tools/bundle.mjs'
import { percentile } from '../bench/drafts/percentiles.mjs'
import { mountSmallDisk, saveInForeignFolder, saveOnSmallDisk } from './full-disk.mjs'

const MOST_FAULTS_TOLD = 20

/** Promise 23: a disk that refuses, step by step through the ports and for real. `count` is how many saves are made at each state of a real disk. */
export async function proveDiskFaults({ count, state, keep, progress, tell, machine }) {
  const room = await import(pathToFileURL(await bundleForNode('test/prove/faults/entry.ts', 'faults')).href)
  Object.assign(state, { cases: 0, refused: 0, doneAllTheSame: 0, faults: 0, longestMs: 0, told: [], ...state })
  if (!state.portsDone) await refuseEachStep(room, { state, keep, tell })
  const small = await onSmallDisk(machine, count, tell)
  const foreign = await saveInForeignFolder(machine, count)
  state.done = count
  progress(count, 'all parts done')
  return [
    { promise: 23, what: `${state.cases} refusals (ENOSPC, EROFS, EMFILE, EPERM, EIO at every step of ${room.OPERATIONS.join(', ')})`, figure: `${state.faults} faults`, isKept: state.faults === 0 },
    { promise: 23, what: 'of them told to whoever asked; the longest answer', figure: `${state.refused}; ${state.longestMs.toFixed(0)} ms`, isKept: state.longestMs < 1_000 },
    { promise: 23, what: 'saves that were refused and are done: a disk that refuses everything takes nothing back', figure: String(state.doneAllTheSame) },
    ...rowsOf('the real application, its profile on a small disk: full, freed, read-only, writable again', small),
    ...rowsOf('the real application as an ordinary user, its folder of drafts read-only and given back', foreign),
    ...[...state.told, ...(small.faults ?? []), ...(foreign.faults ?? [])].map((fault) => ({ promise: 23, what: fault, figure: 'fault', isKept: false })),
  ]
}

async function refuseEachStep({ faultCases, refuseOneStep }, { state, keep, tell }) {
  Object.assign(state, { cases: 0, refused: 0, doneAllTheSame: 0, faults: 0, longestMs: 0, told: [] })
  const cases = faultCases()
  for (let next = cases.next(); !next.done; ) {
    const verdict = await refuseOneStep(next.value)
    if (verdict.wasReached) {
      const { operation, code, step, andAfter } = next.value
      state.cases += 1
      state.refused += verdict.said === 'refused' ? 1 : 0
      state.doneAllTheSame += verdict.isDoneAllTheSame ? 1 : 0
      if (operation !== 'close') state.longestMs = Math.max(state.longestMs, verdict.ms)
      state.faults += verdict.faults.length
      if (verdict.faults.length > 0 && state.told.length < MOST_FAULTS_TOLD) state.told.push(`${operation}, ${code} at step ${step}${andAfter ? ' and after' : ''}: ${verdict.faults.join('; ')}`)
      if (state.cases % 100 === 0) tell(`disk-faults: ${state.cases} refusals, at ${operation} with ${code}, ${state.faults} faults`)
    }
    next = cases.next(verdict)
  }
  state.portsDone = true
  keep()
}

async function onSmallDisk(machine, count, tell) {
  const { disk, reason } = mountSmallDisk()
  if (!disk) {
    tell(`disk-faults: no small disk here (${reason})`)
    return { reason }
  }
  try {
    return await saveOnSmallDisk(machine, disk, count)
  } finally {
    disk.unmount()
  }
}

function rowsOf(what, { answers, faults, reason }) {
  if (reason !== undefined) return [{ promise: 23, what, figure: `not done: ${reason}` }]
  const refused = answers.filter(({ ok }) => !ok)
  const longest = answers.length > 0 ? percentile(answers.map(({ ms }) => ms), 1) : 0
  return [{ promise: 23, what, figure: `${answers.length} saves, ${refused.length} refused, longest answer ${longest.toFixed(0)} ms, ${faults.length} faults`, isKept: faults.length === 0 }]
}
