import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../tools/free-port.mjs'
import { startPostgres } from '../../tools/postgres-server.mjs'
import { startCountingPost } from './counting-post.mjs'
import { median } from './ranks.mjs'
import { figuresOf, memoryOf } from './service-gauges.mjs'
import { newEmail, PASSWORD, startServiceUnderProof } from './service-under-proof.mjs'

/** What comes every second, all day: a small office's worth of each, far below what one instance takes. */
const REGISTRATIONS_A_SECOND = 5
const SIGN_INS_A_SECOND = 5
const LOOKS_A_SECOND = 10
const SAMPLE_MS = 5_000
/** Compilation and caches fill up first. */
const WARM_UP_MINUTES = 3
/** Between the median of the minutes after the warm-up and that of the last ones. */
const COMPARED_MINUTES = 2
const MOST_GROWTH = 0.05
const SIRETS = ['55203253400646', '50056940503239', '21440109300015', '54205118000066']

/** `count`: minutes of an even load. What a process holds at their end it held at their beginning. */
export async function proveSoak({ count, tell, progress }) {
  const [database, post, metricsPort] = [await startPostgres(), await startCountingPost(), await freePort()]
  const service = await startServiceUnderProof({ environment: { DATABASE_URL: database.url, SMTP_URL: post.url, MAIL_FROM: 'noreply@parvis.example', METRICS_PORT: String(metricsPort) } })
  const load = { asked: 0, wrong: 0 }
  try {
    const samples = await sampleUnderLoad({ service, metricsPort, load, minutes: count, progress, tell })
    return rowsOf(samples, load, count)
  } finally {
    await service.stop()
    await post.stop()
    await database.stop()
  }
}

async function sampleUnderLoad({ service, metricsPort, load, minutes, progress, tell }) {
  const samples = []
  const began = performance.now()
  const passed = () => (performance.now() - began) / 60_000
  const pending = new Set()
  const ask = (work) => {
    const one = work().then(
      (isRight) => void ((load.asked += 1), (load.wrong += isRight ? 0 : 1)),
      () => void ((load.asked += 1), (load.wrong += 1)),
    ).finally(() => pending.delete(one))
    pending.add(one)
  }
  const kinds = [
    { rate: REGISTRATIONS_A_SECOND, sent: 0, work: () => registerAndFollow(service) },
    { rate: SIGN_INS_A_SECOND, sent: 0, work: async () => (await service.ask('POST', '/v1/sessions', { connectionEmail: newEmail(), password: PASSWORD })).status === 401 },
    { rate: LOOKS_A_SECOND, sent: 0, work: async () => (await service.ask('GET', `/v1/structures/SIRET/${SIRETS[load.asked % SIRETS.length]}`)).status === 200 },
  ]
  let sampledAt = 0
  while (passed() < minutes) {
    for (const kind of kinds) for (; kind.sent < passed() * 60 * kind.rate; kind.sent += 1) ask(kind.work)
    if (performance.now() - sampledAt >= SAMPLE_MS) {
      sampledAt = performance.now()
      const figures = await figuresOf(metricsPort)
      samples.push({ at: passed(), heap: figures.get('nodejs_heap_size_used_bytes') / 2 ** 20, resident: memoryOf(service.pid).now, handles: figures.get('nodejs_active_handles_total'), waiting: figures.get('parvis_outbox_oldest_waiting_seconds') })
      const { heap, resident } = samples.at(-1)
      if (samples.length % 12 === 0) progress(passed(), `${load.asked} asked, ${load.wrong} wrong, heap ${heap.toFixed(0)} MiB, resident ${resident.toFixed(0)} MiB`)
    }
    await pause(20)
  }
  await Promise.all(pending)
  tell(`soak: ${samples.length} samples`)
  return samples
}

async function registerAndFollow(service) {
  const { status, text } = await service.postRegistration(newEmail(), await service.captchaToken())
  if (status !== 202) return false
  const { registrationId, accessKey } = JSON.parse(text)
  return (await service.ask('GET', `/v1/registrations/${registrationId}`, undefined, { authorization: `Bearer ${accessKey}` })).status === 200
}

function rowsOf(samples, load, minutes) {
  const within = (from, to, what) => samples.filter(({ at }) => at >= from && at < to).map((sample) => sample[what])
  const early = (what) => within(WARM_UP_MINUTES, WARM_UP_MINUTES + COMPARED_MINUTES, what)
  const late = (what) => within(minutes - COMPARED_MINUTES, minutes + 1, what)
  /** What is left after a collection is what is held: the lower tenth, for the rest is rubbish of the moment. */
  const held = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)]
  const compare = (name, first, last) => ({
    promise: 19, what: `${name}: minutes ${WARM_UP_MINUTES} to ${WARM_UP_MINUTES + COMPARED_MINUTES}, and the last ${COMPARED_MINUTES}`,
    figure: `${first.toFixed(1)}, ${last.toFixed(1)} MiB (${((last / first - 1) * 100).toFixed(1)} %)`, isKept: last / first - 1 <= MOST_GROWTH,
  })
  const handles = [median(early('handles')), median(late('handles'))]
  const oldest = Math.max(...late('waiting'))
  return [
    { promise: 19, what: `${minutes} minutes of ${REGISTRATIONS_A_SECOND} registrations, ${SIGN_INS_A_SECOND} sign-ins and ${LOOKS_A_SECOND} look-ups a second, on PostgreSQL, with a mail server`, figure: `${load.asked} asked, ${load.wrong} answered otherwise`, isKept: load.wrong === 0 },
    compare('heap in use', held(early('heap')), held(late('heap'))),
    compare('resident memory', median(early('resident')), median(late('resident'))),
    { promise: 19, what: 'open handles, then and at last', figure: handles.join(', '), isKept: handles[1] <= handles[0] * (1 + MOST_GROWTH) + 2 },
    { promise: 4, what: 'the oldest mail that waited at last', figure: `${oldest.toFixed(0)} s`, isKept: oldest < 30 },
  ]
}
