import { startPostgres } from '../../tools/postgres-server.mjs'
import { proveKnownLikeUnknown } from './known-like-unknown.mjs'
import { proveOneSuccessEach } from './one-success-each.mjs'
import { startServiceUnderProof } from './service-under-proof.mjs'
import { runVitestPart } from './vitest-part.mjs'

/** As safety.md, section 5.2, asks for. */
const MOST_MS_APART = 2
const LEAST_P = 0.01
/** A service's database grows; a new one each so often keeps the last link as quick as the first, and is where a part goes on. */
const LINKS_A_SERVICE = 200

/** On a PostgreSQL that waits for its disk, as where many register. */
async function withService(work) {
  const database = await startPostgres()
  try {
    const service = await startServiceUnderProof({ environment: { DATABASE_URL: database.url } })
    try {
      return await work(service)
    } finally {
      await service.stop()
    }
  } finally {
    await database.stop()
  }
}

export async function proveActivations({ count, state, keep, progress, tell }) {
  state.wrong ??= 0
  state.consumed ??= 0
  let atOnce = 0
  while (state.done < count) {
    const links = Math.min(LINKS_A_SERVICE, count - state.done)
    const proof = await withService((service) => proveOneSuccessEach(service, { links, say: tell }))
    state.done += links
    state.wrong += proof.linksWithoutExactlyOneSuccess
    state.consumed += proof.linksConsumedByLooking
    state.atOnce = atOnce = proof.atOnce
    keep()
    progress(state.done, `${state.wrong} without exactly one success`)
  }
  return [
    { promise: 3, what: `${count} links, each presented ${state.atOnce ?? atOnce} times at once`, figure: `${state.wrong} without exactly one success`, isKept: state.wrong === 0 },
    { promise: 3, what: 'HEAD, GET × 4 and inspection of each before that', figure: `${state.consumed} links consumed`, isKept: state.consumed === 0 },
  ]
}

/** Two samples that are compared have to come from one sitting: this part does not go on, it is short. */
export async function proveEnumeration({ count, tell }) {
  const proofs = await withService((service) => proveKnownLikeUnknown(service, { samples: count, say: tell }))
  return proofs.flatMap(({ what, samplesEach, sameShapes, medianKnownMs, medianUnknownMs, medianDifferenceMs, mannWhitneyP }) => [
    { promise: 15, what: `${what}: status, headers, length, fields of ${samplesEach} known and unknown`, figure: sameShapes ? 'one shape' : 'different', isKept: sameShapes },
    { promise: 15, what: `${what}: medians known, unknown`, figure: `${medianKnownMs.toFixed(2)} ms, ${medianUnknownMs.toFixed(2)} ms`, isKept: medianDifferenceMs < MOST_MS_APART },
    { promise: 15, what: `${what}: Mann-Whitney p`, figure: mannWhitneyP.toFixed(3), isKept: mannWhitneyP > LEAST_P },
  ])
}

/** `count` of them for each route, and ten times as many for those that a registration passes. */
export async function proveBadInput({ count }) {
  const { passed, failed } = await runVitestPart('bad-input', ['--project=integration', 'test/integration/service/fuzz.test.ts'], {
    PARVIS_FUZZ_CASES: String(count),
    PARVIS_FUZZ_PUBLIC_CASES: String(10 * count),
  })
  const what = `${count} generated requests for each route, ${10 * count} for the five public POST routes that a registration passes: ${passed + failed} tests`
  return [{ promise: 24, what, figure: `${failed} with a fault`, isKept: failed === 0 && passed > 0 }]
}
