import { playwrightUnderDisplay } from '../../tools/playwright-under-display.mjs'
import { runVitestPart } from './vitest-part.mjs'

/** Each of these is a test file that takes its number from the environment: the short version in `npm test`, the long one here. */

/** Promise 1, where kill -9 cannot reach: what was not synced is gone. `count` is how many rounds of saves a sequence has. */
export async function provePowerLoss({ count }) {
  const { passed, failed, figures } = await runVitestPart('power-loss', ['test/unit/main/drafts/loss-of-power.test.ts'], { PARVIS_POWER_LOSS_ROUNDS: String(count) })
  const points = figures.crashPoints === undefined ? '' : `, ${figures.crashPoints} crash points`
  return [{ promise: 1, what: `simulated loss of power at every step, under every model, sequences of ${count}${points}`, figure: `${failed} of ${passed + failed} tests failed`, isKept: failed === 0 && passed > 0 }]
}

/** Promises 2 and 14, over HTTP, counted in the service. */
export async function proveExactlyOnce({ count }) {
  const { passed, failed, figures } = await runVitestPart('exactly-once', ['test/integration/main/exactly-once.test.ts'], { PARVIS_SUBMISSIONS: String(count) })
  const counted = figures.registrations === undefined ? `${failed} of ${passed + failed} tests failed` : `${figures.registrations} registrations, ${figures.twice ?? 0} twice, ${figures.lost ?? 0} lost`
  return [{ promise: 2, what: `${count} submissions through a fault proxy`, figure: counted, isKept: failed === 0 && passed > 0 && (figures.registrations ?? count) === count }]
}

/** Promise 23: a clock that is wrong by years makes nothing expire. */
export async function proveClock() {
  const code = await playwrightUnderDisplay(['test/e2e/a-wrong-clock-expires-nothing.spec.ts'])
  return [{ promise: 23, what: 'the clock ten years behind, ten years ahead, and jumping while Parvis runs: time left of a link, captcha, queue, age of drafts', figure: code === 0 ? 'nothing expired' : 'see the messages above', isKept: code === 0 }]
}
