// @vitest-environment happy-dom
import FurtherStructurePage from '@renderer/account/FurtherStructurePage.vue'
import { useFurtherStructureStore } from '@renderer/account/use-further-structure-store'
import { useSignInStore } from '@renderer/account/use-sign-in-store'
import { useToldStore } from '@renderer/account/use-told-store'
import type { FailureCode } from '@shared/errors/failure-codes'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { SIGNED_IN } from './sample-account'

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('session:describe', SIGNED_IN)
  main.answer('structure:look-up', { standing: 'registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE', address: { line1: '17 BOULEVARD HAUSSMANN', postalCode: '75009', city: 'PARIS', country: 'FR' } })
})

async function fillIn(): Promise<WindowRig> {
  const rig = await openInWindow(FurtherStructurePage)
  useFurtherStructureStore(rig.pinia).changeStructure({ identifierType: 'SIRET', identifier: '552 032 534 00646' })
  await new Promise((resolve) => { setTimeout(resolve, 400) })
  await flushPromises()
  return rig
}

describe('one more structure', () => {
  it('is looked up, asked for in compact form, and what comes of it is said on the account', async () => {
    main.answer('account:ask-structure', { requestId: '33333333-3333-4333-8333-333333333333', reference: 'PV-7K2M-9QDX', identifierType: 'SIRET', name: 'DANONE', state: 'awaiting-manager', askedAt: '2026-03-12T10:00:00.000Z' })
    const rig = await fillIn()
    expect(rig.text()).toContain('Its manager is asked to attach you.')
    expect(rig.text()).not.toContain('Creating your account')
    await rig.press('Send the request')
    expect(main.inputsOf('account:ask-structure')).toEqual([{ structure: { identifierType: 'SIRET', identifier: '55203253400646' } }])
    expect([rig.router.currentRoute.value.name, useToldStore(rig.pinia).told]).toEqual(['account', { kind: 'structure-asked', name: 'DANONE', state: 'awaiting-manager' }])
    expect(useFurtherStructureStore(rig.pinia).content.structure.identifier).toBe('')
  })

  it('is not asked for before it is complete', async () => {
    const rig = await openInWindow(FurtherStructurePage)
    await rig.press('Send the request')
    expect(rig.text()).toContain('One thing has to be corrected')
    expect(main.inputsOf('account:ask-structure')).toEqual([])
  })

  it.each([
    ['structure-attached', 'attached to this structure already'],
    ['structure-requested', 'asked for this structure already'],
    ['structure-unknown', 'does not know this SIRET'],
    ['structure-closed', 'is closed'],
  ] as const satisfies readonly (readonly [FailureCode, string])[])('is refused as %s in words of its own, and what was typed stays', async (code, words) => {
    main.fail('account:ask-structure', { code })
    const rig = await fillIn()
    await rig.press('Send the request')
    expect(rig.text()).toContain(words)
    expect(rig.control('Identifier').value).toBe('552 032 534 00646')
  })

  it('needs somebody who is signed in, and is still there when they come back', async () => {
    const rig = await fillIn()
    main.fail('account:ask-structure', { code: 'session-ended' })
    await rig.press('Send the request')
    expect([rig.router.currentRoute.value.name, useSignInStore(rig.pinia).wish?.returnTo]).toEqual(['signIn', '/home'])
    expect(useFurtherStructureStore(rig.pinia).content.structure.identifier).toBe('552 032 534 00646')
  })

  it('is not typed in vain: who is not signed in is led to the sign-in at once', async () => {
    main.answer('session:describe', { is: 'signed-out' })
    const rig = await openInWindow(FurtherStructurePage)
    expect(rig.router.currentRoute.value.name).toBe('signIn')
  })
})
