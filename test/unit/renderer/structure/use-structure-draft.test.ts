// @vitest-environment happy-dom
import { useServiceStore } from '@renderer/app/use-service-store'
import { useStructureDraft, type StructureDraft } from '@renderer/structure/use-structure-draft'
import { useDraftStore } from '@renderer/wizard/use-draft-store'
import type { StructureAnswer } from '@shared/http/structures'
import type { Result } from '@shared/ipc/contract'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { done, draftWith, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'

const DANONE = '55203253400646'
const TOTAL = '54205118000066'
const company: StructureAnswer = {
  standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE',
  address: { line1: '17 BOULEVARD HAUSSMANN', postalCode: '75009', city: 'PARIS', country: 'FR' },
}

describe('the structure in a draft', () => {
  let bridge: FakeBridge
  let scope: EffectScope
  let draft: StructureDraft
  const store = () => useDraftStore()

  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    bridge = installFakeBridge()
    store().adopt(draftWith())
    scope = effectScope()
    draft = scope.run(useStructureDraft)!
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  const pause = () => vi.advanceTimersByTimeAsync(600)
  const lookUps = () => bridge.asked.filter(({ name }) => name === 'structure:look-up')

  it('asks nobody before the number is well formed, and once when it is', async () => {
    bridge.answers['structure:look-up'] = () => done(company)
    draft.chooseType('SIRET')
    for (const text of ['5520325340064', '552032534', DANONE]) {
      draft.changeText('identifier', text)
      await pause()
    }
    expect(lookUps()).toEqual([{ name: 'structure:look-up', input: { identifierType: 'SIRET', identifier: DANONE } }])
    expect(draft.lookUp.directory.value).toBe('answered')
    expect(draft.text('name')).toBe('DANONE')
    expect(draft.addressLine('city')).toBe('PARIS')
    expect(store().content?.structure.name).toBe('')
  })

  it('drops an answer that comes when another number stands in the field', async () => {
    const waiting: ((result: Result<StructureAnswer>) => void)[] = []
    bridge.answers['structure:look-up'] = () => new Promise((answer) => waiting.push(answer))
    draft.chooseType('SIRET')
    draft.changeText('identifier', DANONE)
    await pause()
    draft.changeText('identifier', TOTAL)
    await pause()
    waiting[1]!(done({ ...company, name: 'TOTALENERGIES SE', standing: 'registered' }))
    await pause()
    waiting[0]!(done(company))
    await pause()
    expect(draft.text('name')).toBe('TOTALENERGIES SE')
    expect(store().content?.lookUp).toMatchObject({ identifier: TOTAL })
  })

  it('remembers the answer with the draft, and needs nobody when it is opened again', async () => {
    store().change({ lookUp: { identifierType: 'SIRET', identifier: DANONE, answer: company } })
    draft.chooseType('SIRET')
    draft.changeText('identifier', DANONE)
    await pause()
    expect(lookUps()).toEqual([])
    expect(draft.text('name')).toBe('DANONE')
  })

  it('lets name and address be typed while nobody answers, and never overwrites them afterwards', async () => {
    bridge.answers['structure:look-up'] = () => failed('service-unreachable')
    draft.chooseType('SIRET')
    draft.changeText('identifier', DANONE)
    await pause()
    expect(draft.plan.value).toMatchObject({ name: 'optional', address: 'optional' })
    draft.changeText('name', 'Danone, typed by hand')
    bridge.answers['structure:look-up'] = () => done(company)
    useServiceStore().adopt({ state: 'ready', environment: 'practice', version: '1', phoneRequired: false })
    await pause()
    expect(draft.lookUp.answer.value?.name).toBe('DANONE')
    expect(draft.text('name')).toBe('Danone, typed by hand')
    expect(draft.isByHand.value).toBe(true)
    draft.takeFromDirectory()
    expect(draft.text('name')).toBe('DANONE')
  })

  it('has no address fields for a structure that is not diffusible', async () => {
    bridge.answers['structure:look-up'] = () => done({ standing: 'not-registered', sector: 'private', diffusible: false, closed: false })
    draft.chooseType('SIRET')
    draft.changeText('identifier', '94957325700019')
    await pause()
    expect(draft.plan.value).toMatchObject({ address: 'absent', country: 'absent', label: 'optional' })
  })

  it.each([
    ['structure-closed', () => done({ ...company, closed: true })],
    ['structure-unknown', () => failed('structure-unknown')],
  ] as const)('cannot go on with %s', async (code, answer) => {
    bridge.answers['structure:look-up'] = answer
    draft.chooseType('SIRET')
    draft.changeText('identifier', DANONE)
    await pause()
    expect(draft.problems.value).toEqual([{ pointer: '/structure/identifier', code, params: {} }])
  })

  it('builds the identifier of a structure outside the EU until it is corrected', () => {
    draft.chooseType('HORS_UE')
    draft.changeText('name', 'Nestlé S.A.')
    draft.changeAddress('country', 'CH')
    expect(draft.text('identifier')).toBe('CHNESTLESA')
    draft.changeText('name', 'Nestlé AG')
    expect(draft.text('identifier')).toBe('CHNESTLEAG')
    draft.changeText('identifier', 'CHNESTLE')
    draft.changeText('name', 'Nestlé Holding')
    expect(draft.text('identifier')).toBe('CHNESTLE')
  })

  it('presets the country from a VAT number, and leaves one that was chosen', async () => {
    bridge.answers['structure:look-up'] = () => done({ standing: 'not-registered', sector: 'private', diffusible: true, closed: false })
    draft.chooseType('UE_HORS_FRANCE')
    draft.changeText('identifier', 'DE136695976')
    await pause()
    expect(draft.addressLine('country')).toBe('DE')
    draft.changeText('identifier', 'ATU13585627')
    await pause()
    expect(draft.addressLine('country')).toBe('AT')
    draft.changeAddress('country', 'CH')
    draft.changeText('identifier', 'BE0428759497')
    await pause()
    expect(draft.addressLine('country')).toBe('CH')
  })

  it('never looks up a private individual', async () => {
    draft.chooseType('PARTICULIER')
    draft.changeText('identifier', 'DOSSIER 12')
    await pause()
    expect(lookUps()).toEqual([])
    expect(draft.plan.value).toMatchObject({ lastName: 'required', name: 'absent' })
  })
})
