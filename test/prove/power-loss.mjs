import { pathToFileURL } from 'node:url'
import { bundleForNode } from '../../tools/bundle.mjs'

/** Each day has this many saves more than the one before, up to `count`. */
const STEP = 2
const MOST_FAULTS_TOLD = 20

/** Promise 1, where kill -9 cannot reach: what was not synced is gone. Days of more and more saves, with drafts of one page and of several. */
export async function provePowerLoss({ count, state, keep, progress }) {
  const { provePowerLoss: loseAtEveryStep } = await import(pathToFileURL(await bundleForNode('test/support/main/power-loss.ts', 'power-loss')).href)
  Object.assign(state, { days: 0, crashPoints: 0, losses: 0, faults: 0, told: [], ...state })
  while (state.done < count) {
    const saves = Math.min(count, state.done + STEP)
    for (const isLong of [false, true]) {
      const { crashPoints, losses, broken } = await loseAtEveryStep({ saves, isLong })
      state.days += 1
      state.crashPoints += crashPoints
      state.losses += losses
      state.faults += broken.length
      state.told.push(...broken.slice(0, Math.max(0, MOST_FAULTS_TOLD - state.told.length)))
    }
    state.done = saves
    keep()
    progress(state.done, `${state.crashPoints} crash points, ${state.losses} losses of power, ${state.faults} faults`)
  }
  return [
    { promise: 1, what: `${state.crashPoints} crash points of ${state.days} days with up to ${count} saves a draft, ${state.losses} disks as a loss of power may leave them`, figure: `${state.faults} lost, unreadable, or in a list that lies`, isKept: state.faults === 0 },
    ...state.told.map((fault) => ({ promise: 1, what: fault, figure: 'fault', isKept: false })),
  ]
}
