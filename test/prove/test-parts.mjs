import { playwrightUnderDisplay } from '../../tools/playwright-under-display.mjs'
import { runVitestPart } from './vitest-part.mjs'

/** Each of these is a test file that takes its number from the environment: the short version in `npm test`, the long one here. */

/** A service and a profile of their own each so often: that is where this part goes on. */
const SUBMISSIONS_EACH = 1_000

/** Promises 2 and 14, over HTTP, counted in the service's database. */
export async function proveExactlyOnce({ count, state, keep, progress }) {
  Object.assign(state, { registrations: 0, receipts: 0, twice: 0, requests: 0, kills: 0, faults: {}, failures: 0, ...state })
  while (state.done < count) {
    const submissions = Math.min(SUBMISSIONS_EACH, count - state.done)
    const seed = 1 + Math.floor(state.done / SUBMISSIONS_EACH)
    const { passed, failed, printed } = await runVitestPart('exactly-once', ['test/integration/main/exactly-once.test.ts'], { PARVIS_SUBMISSIONS: String(submissions), PARVIS_SEED: String(seed) })
    const figures = printed.find((one) => one.submissions === submissions)
    state.done += submissions
    state.failures += failed + (passed === 0 || !figures ? 1 : 0)
    for (const name of ['registrations', 'receipts', 'requests', 'kills']) state[name] += figures?.[name] ?? 0
    state.twice += figures?.lookalikes ?? 0
    for (const [fault, times] of Object.entries(figures?.faults ?? {})) state.faults[fault] = (state.faults[fault] ?? 0) + times
    keep()
    progress(state.done, `${state.registrations} registrations, ${state.twice} twice`)
  }
  const faults = Object.entries(state.faults).map(([fault, times]) => `${fault} ${times}`).join(', ')
  return [
    { promise: 2, what: `${count} submissions through a fault proxy, ${state.requests} requests, the client killed ${state.kills} times`, figure: `${state.registrations} registrations, ${state.twice} of them twice, ${state.receipts} receipts`, isKept: state.registrations === count && state.receipts === count && state.twice === 0 && state.failures === 0 },
    { promise: 2, what: 'what the proxy did', figure: faults || 'not told' },
  ]
}

/** Promise 23: a clock that is wrong by years makes nothing expire. */
export async function proveClock() {
  return proveInWindow(23, 'the clock ten years behind, ten years ahead, and jumping while Parvis runs: time left of a link, captcha, queue, age of drafts', 'nothing expired', ['test/e2e/a-wrong-clock-expires-nothing.spec.ts'])
}

/** Promise 21: the walk of `npm test` looks at the colours of other looks in one language; this one holds every rule in all of them. */
export async function proveAccess() {
  return proveInWindow(21, 'every rule of axe on every screen and state, in three looks and two languages; outline, reflow, spacing, targets, keyboard, dialogs', 'no finding', ['--project=walk'], { PARVIS_WALK: 'whole' })
}

/** A part that is a run of Playwright, with one row: what it says when all has passed. */
async function proveInWindow(promise, what, whenWell, args, environment) {
  const isKept = (await playwrightUnderDisplay(args, environment)) === 0
  return [{ promise, what, figure: isKept ? whenWell : 'see the messages above', isKept }]
}
