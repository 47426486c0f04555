import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newProfile, orphansIn, startParvis } from './driven-parvis.mjs'
import { inPage } from './numbered-saves.mjs'
import { createToldAndKept } from './told-and-kept.mjs'

/** A new profile each so often: the first draft of one makes its key, which a kill may meet, too. */
const CYCLES_A_PROFILE = 25
const MOST_FAULTS_TOLD = 20
const SAVES = { lanes: 3, largestPauseMs: 20, mostDrafts: 12 }

/**
 * Promise 1: the real application is killed during saves and started again, `count` times. What it acknowledged is there
 * or newer; nothing is unreadable or set aside; no temporary file is left once it has started.
 */
export async function proveKillNine({ count, state, keep, progress, machine }) {
  Object.assign(state, { acknowledged: 0, killedInStart: 0, faults: 0, told: [], refused: 0, orphansMade: 0, ...state })
  while (state.done < count) {
    const profile = newProfile()
    try {
      await killOnOneProfile(machine, profile.folder, Math.min(CYCLES_A_PROFILE, count - state.done), state)
    } finally {
      await profile.forget()
    }
    keep()
    progress(state.done, `${state.acknowledged} answers, ${state.faults} faults`)
  }
  return [
    { promise: 1, what: `${count} × kill -9 during saves of the real application, ${state.acknowledged} acknowledged changes`, figure: `${state.faults} lost, unreadable, mixed or set aside, or temporary files after the start`, isKept: state.faults === 0 },
    { promise: 1, what: 'temporary files that kills left, before the next start', figure: String(state.orphansMade) },
    { promise: 1, what: 'more kills while it was starting', figure: String(state.killedInStart) },
    { promise: 1, what: 'changes that were refused', figure: String(state.refused), isKept: state.refused === 0 },
    ...state.told.map((fault) => ({ promise: 1, what: fault, figure: 'fault', isKept: false })),
  ]
}

/** `cycles` kills and starts on one profile, and the tally of them. */
export async function killOnOneProfile(machine, folder, cycles, state) {
  const model = createToldAndKept()
  for (let cycle = 0; cycle <= cycles; cycle += 1) {
    if (cycle % 10 === 9) {
      await killInStart(machine, folder)
      state.killedInStart += 1
    }
    const parvis = startParvis(machine, folder)
    try {
      const found = await parvis.evaluate(inPage('readAll()')).catch((error) => ({ error }))
      const faults = found.error ? [`no start, or no list: ${found.error.message}`] : [...model.compare(found), ...leftBehind(folder)]
      state.faults += faults.length
      state.told.push(...faults.slice(0, Math.max(0, MOST_FAULTS_TOLD - state.told.length)))
      if (found.error && cycle < cycles) state.done += 1
      else if (cycle < cycles) {
        await saveUntilKilled(parvis, model)
        state.orphansMade += orphansIn(folder).length
        state.done += 1
      }
    } finally {
      await parvis.kill()
    }
  }
  state.acknowledged += model.figures.acknowledged
  state.refused += model.figures.refused.length
  for (const refusal of model.figures.refused.slice(0, 3)) state.told.push(`refused ${refusal}`)
}

/** Half of the kills come within 40 ms after an answer, the others at any time. */
async function saveUntilKilled(parvis, model) {
  const { hear, evaluate } = await parvis.page
  const isAfterAnswer = Math.random() < 0.5
  const answers = 1 + Math.floor(Math.random() * 12)
  let acknowledged = 0
  let isDead = false
  const moment = new Promise((resolve) => {
    const asked = hear('proofHeard', (text) => {
      if (isDead) return
      const message = JSON.parse(text)
      model.hear(message)
      if (message.phase === 'asked') evaluate(`window.proofGoOn(${message.id})`).catch(() => {})
      acknowledged += message.phase === 'acknowledged' ? 1 : 0
      if (isAfterAnswer && acknowledged >= answers) resolve(pause(Math.random() * 40))
    }).then(() => evaluate(inPage(`saveForEver(${JSON.stringify({ ...SAVES, draftIds: model.draftIds(), from: model.highest() })})`)))
    // A kill may well come before the page has answered that it begins.
    asked.catch(() => {})
    setTimeout(resolve, isAfterAnswer ? 5_000 : 20 + Math.random() * 400)
  })
  await moment
  // What the pipe still holds was said before the kill, and counts.
  await parvis.kill()
  isDead = true
}

async function killInStart(machine, folder) {
  const parvis = startParvis(machine, folder)
  parvis.page.catch(() => {})
  await pause(100 + Math.random() * 900)
  await parvis.kill()
}

function leftBehind(folder) {
  const aside = join(folder, 'set-aside')
  return [...orphansIn(folder).map((name) => `temporary file after the start: ${name}`), ...(existsSync(aside) ? readdirSync(aside) : []).map((name) => `set aside: ${name}`)]
}
