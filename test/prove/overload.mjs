import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '../../tools/postgres-server.mjs'
import { median } from './ranks.mjs'
import { memoryOf } from './service-gauges.mjs'
import { newEmail, PASSWORD, startServiceUnderProof } from './service-under-proof.mjs'

const TIMES_TOO_MUCH = 5
const MEASURED_MS = 10_000
const AT_ONCE = 16
/** Of one address that does not stop: far above what service.md, *Contract*, gives it a minute. */
const GREEDY_A_SECOND = 20
/** As safety.md, sections 0 and 5.2, ask for. */
const MOST_MS_TO_REFUSE = 50
const MOST_MIB = 512

/**
 * Promise 19: what a machine hashes at most is measured, then five times as much comes, each from an address of its own, whoever is
 * answered or not; and one address asks far too often. `count`: seconds of that.
 */
export async function proveOverload({ count, tell }) {
  const database = await startPostgres()
  const service = await startServiceUnderProof({ environment: { DATABASE_URL: database.url, RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' }, connections: 2_000 })
  try {
    const mostASecond = await measureHashing(service)
    const rate = TIMES_TOO_MUCH * mostASecond
    tell(`overload: ${mostASecond.toFixed(1)} sign-ins a second at most; now ${rate.toFixed(0)} a second for ${count} s`)
    const answers = await flood(service, rate, count)
    const refused = answers.filter(({ status }) => status === 429 || status === 503).map(({ ms }) => ms)
    const others = answers.filter(({ status }) => ![401, 201, 429, 503].includes(status))
    const { most } = memoryOf(service.pid)
    const survived = !service.hasEnded() && (await asBefore(service))
    const middle = median(refused)
    const of = (status) => `${answers.filter((answer) => answer.status === status).length} × ${status}`
    return [
      { promise: 19, what: `${mostASecond.toFixed(0)} sign-ins a second is what it hashes; ${rate.toFixed(0)} a second for ${count} s, and ${GREEDY_A_SECOND} captchas a second for one address`, figure: [401, 201, 503, 429].map(of).join(', '), isKept: others.length === 0 && refused.length > 0 },
      { promise: 19, what: 'how long a refusal takes, at the median', figure: `${middle.toFixed(1)} ms`, isKept: middle < MOST_MS_TO_REFUSE },
      { promise: 19, what: 'memory of the service at most (resident)', figure: `${most.toFixed(0)} MiB`, isKept: most < MOST_MIB },
      { promise: 19, what: 'after it, the same process', figure: survived ? 'takes a registration' : 'is not as before', isKept: survived },
    ]
  } finally {
    await service.stop()
    await database.stop()
  }
}

/** Of nobody's account: the same work is done for it, behind the same gate. */
const signIn = (service) => service.ask('POST', '/v1/sessions', { connectionEmail: newEmail(), password: PASSWORD }, { 'x-forwarded-for': anyAddress() })

function anyAddress() {
  return [10, ...Array.from({ length: 3 }, () => Math.floor(Math.random() * 256))].join('.')
}

async function measureHashing(service) {
  const until = performance.now() + MEASURED_MS
  let done = 0
  const work = async () => {
    while (performance.now() < until) if ((await signIn(service)).status === 401) done += 1
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return done / (MEASURED_MS / 1000)
}

/** Sent at their time, whether the ones before were answered or not: as people and scripts do. */
async function flood(service, rate, seconds) {
  const answers = []
  const sent = []
  const send = (ask) => {
    const began = performance.now()
    sent.push(ask().then(({ status }) => answers.push({ status, ms: performance.now() - began }), (failure) => answers.push({ status: failure.message, ms: performance.now() - began })))
  }
  const began = performance.now()
  let [signIns, captchas] = [0, 0]
  for (let at = 0; at < seconds; at = (performance.now() - began) / 1000) {
    for (; signIns < at * rate; signIns += 1) send(() => signIn(service))
    for (; captchas < at * GREEDY_A_SECOND; captchas += 1) send(() => service.ask('POST', '/v1/captchas', { locale: 'en' }, { 'x-forwarded-for': '192.0.2.1' }))
    await pause(5)
  }
  await Promise.all(sent)
  return answers
}

async function asBefore(service) {
  const { status } = await service.postRegistration(newEmail(), await service.captchaToken())
  return status === 202
}
