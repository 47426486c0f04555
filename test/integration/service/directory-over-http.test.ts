import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StructureAnswer } from '@shared/http/structures'
import samples from '@service/directory/sample-establishments.json'
import { directoryAnswers } from '@service/storage/directory-tables'
import { CLOSED, DANONE, DECATHLON, NANTES, problemOf, registered, siret } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { BIS, CEDEX, HIDDEN_TRADER, SOLE_TRADER, UNKNOWN } from '../../support/service/sirene-records'
import { type SireneStandIn, startSireneStandIn } from '../../support/service/sirene-stand-in'

/** Three seconds for a turn and three for the answer, and some for the machine that tests. The source itself would take a minute. */
const LONGEST_MS = 12_000

describe.each(['insee', 'recherche-entreprises'] as const)('the service with DIRECTORY=%s', (kind) => {
  let rig: ServiceRig
  let standIn: SireneStandIn

  beforeAll(async () => {
    standIn = await startSireneStandIn({ now: () => rig.clock.now().getTime() })
    rig = await openServiceRig({
      DIRECTORY: kind,
      INSEE_API_KEY: standIn.apiKey,
      INSEE_BASE_URL: standIn.inseeUrl,
      RECHERCHE_ENTREPRISES_BASE_URL: standIn.rechercheEntreprisesUrl,
    })
  })
  afterAll(async () => {
    await rig.close()
    await standIn.close()
  })
  beforeEach(() => {
    standIn.behaves = 'well'
    rig.clock.forward(6 * 60_000)
  })

  const lookUp = (number: string) => rig.ask('GET', `/v1/structures/SIRET/${number}`)
  const healthOf = async () => (await rig.ask('GET', '/v1/health')).json<{ directory: string }>().directory

  it('looks structures up', async () => {
    expect((await lookUp(NANTES)).json<StructureAnswer>()).toMatchObject({ standing: 'not-registered', sector: 'public', name: 'COMMUNE DE NANTES', diffusible: true })
    expect((await lookUp(HIDDEN_TRADER)).json()).toEqual({ standing: 'not-registered', sector: 'private', diffusible: false, closed: false })
    expect((await lookUp(CLOSED)).json<StructureAnswer>().closed).toBe(true)
    expect([(await lookUp(UNKNOWN)).statusCode, await healthOf()]).toEqual([404, 'well'])
  })

  it('registers while it is slow, in bounded time, and verifies when it answers again', async () => {
    standIn.behaves = 'slow'
    const began = Date.now()
    const applicants = await Promise.all([DANONE, DECATHLON, BIS, CEDEX, SOLE_TRADER].map((number) => registered(rig, siret(number))))
    expect(Date.now() - began).toBeLessThan(LONGEST_MS)
    expect((await applicants[0]!.follow()).state).toBe('requested')

    // Five faults for each of two instances, if they are two: now nobody waits for anything.
    const public12 = samples.slice(0, 12).map((sample) => sample.siret)
    expect((await Promise.all(public12.map(lookUp))).map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(503))
    const again = Date.now()
    const refusals = [await lookUp('38529030900454'), await lookUp('66204244933106')]
    expect(refusals.map((refusal) => [problemOf(refusal).code, Number(refusal.headers['retry-after']) > 0])).toEqual(Array(2).fill(['directory-unavailable', true]))
    const late = await registered(rig, siret('44137965800012'))
    expect([Date.now() - again < 5_000, (await late.follow()).state, await healthOf()]).toEqual([true, 'requested', 'unwell'])

    standIn.behaves = 'well'
    rig.clock.forward(61_000)
    await rig.sweep.run()
    const states = await Promise.all([...applicants, late].map(async (applicant) => (await applicant.follow()).state))
    expect(states).toEqual(Array(6).fill('activation-sent'))
  })

  it('sweeps what it may not keep, and writes neither key nor number into its log', async () => {
    await lookUp(SOLE_TRADER)
    rig.clock.forward(24 * 60 * 60_000 + 1000)
    await rig.sweep.run()
    const kept = (await rig.db.select().from(directoryAnswers)).map((row) => row.siret)
    expect([kept.includes(DANONE), kept.includes(SOLE_TRADER), kept.includes(HIDDEN_TRADER)]).toEqual([true, false, false])
    const log = JSON.stringify(rig.log)
    expect(log).toContain('directory-failed')
    expect(log).not.toMatch(/canary|\d{14}/)
  })
})
