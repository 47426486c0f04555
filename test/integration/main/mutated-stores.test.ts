import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMutant } from '../../prove/corruption/open-mutant'
import { forget, makeSampleProfile, type SampleProfile } from '../../prove/corruption/sample-profile'

/** The short version of `npm run prove -- corruption`; the full one goes on from the same first store. */
const STORES = 200
let samples: readonly SampleProfile[] = []

beforeAll(async () => {
  samples = [await makeSampleProfile(true), await makeSampleProfile(false)]
})
afterAll(() => {
  samples.forEach(forget)
})

it(`opens ${STORES} mutated stores, takes the generation before where there is one, and deletes nothing`, async () => {
  const faults: string[] = []
  const tally = { asSaved: 0, recovered: 0, notOpened: 0 }
  for (let number = 0; number < STORES; number += 1) {
    const verdict = await openMutant(number, samples)
    faults.push(...verdict.faults.map((fault) => `${number} (${verdict.done}): ${fault}`))
    for (const kind of ['asSaved', 'recovered', 'notOpened'] as const) tally[kind] += verdict[kind]
  }
  expect(faults).toEqual([])
  // The mutations hit: some drafts were recovered, some could not be.
  expect(tally.recovered).toBeGreaterThan(0)
  expect(tally.notOpened).toBeGreaterThan(0)
})
