// @vitest-environment happy-dom
import { useDraftStore } from '@renderer/wizard/use-draft-store'
import { useSubmission } from '@renderer/wizard/steps/check/use-submission'
import type { FailureCode } from '@shared/errors/failure-codes'
import type { Result } from '@shared/ipc/contract'
import type { Draft } from '@shared/registration/draft'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, shallowRef, type Ref } from 'vue'
import { done, DRAFT_ID, draftWith, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'
import { mountInWindow } from '../../../support/window-rig'

describe('creating the account', () => {
  let bridge: FakeBridge
  let wrapper: VueWrapper
  let token: Ref<string | undefined>
  let submission: ReturnType<typeof useSubmission>

  beforeEach(() => {
    bridge = installFakeBridge({ 'draft:save': ({ content }) => done(draftWith(() => content)) })
    token = shallowRef('token')
    wrapper = mountInWindow(defineComponent({
      setup() {
        submission = useSubmission(token)
        return () => undefined
      },
    }))
    useDraftStore().adopt(draftWith())
  })
  afterEach(() => {
    wrapper.unmount()
  })

  it('sends what is on the disk, never what is only in the window', async () => {
    const receipt = { registrationId: crypto.randomUUID(), reference: 'PV-7K3M-Q2XR', sentAt: '2026-11-23T10:00:00.000Z', state: 'requested' as const }
    bridge.answers['registration:submit'] = () => done({ ...draftWith(), receipt })
    useDraftStore().changePerson({ firstName: 'Ann' })
    expect(await submission.send()).toBe(DRAFT_ID)
    expect(bridge.asked.map(({ name }) => name)).toEqual(['draft:save', 'registration:submit'])
    expect(useDraftStore().draft?.receipt?.reference).toBe('PV-7K3M-Q2XR')
  })

  it('sends nothing that could not be saved', async () => {
    bridge.answers['draft:save'] = () => failed('disk-full')
    useDraftStore().changePerson({ firstName: 'Ann' })
    expect(await submission.send()).toBeUndefined()
    expect(bridge.asked.map(({ name }) => name)).not.toContain('registration:submit')
    expect(submission.failure.value).toEqual({ code: 'disk-full' })
  })

  it('keeps draft and captcha when the service is not there, and registers once when it is asked again', async () => {
    bridge.answers['registration:submit'] = () => failed('service-unreachable')
    expect(await submission.send()).toBeUndefined()
    expect(token.value).toBe('token')
    bridge.answers['registration:submit'] = () => done(draftWith())
    expect(await submission.send()).toBe(DRAFT_ID)
    expect(submission.failure.value).toBeUndefined()
  })

  it.each<FailureCode>(['captcha-token-invalid', 'captcha-expired'])('asks for a new captcha after %s', async (code) => {
    bridge.answers['registration:submit'] = () => failed(code)
    await submission.send()
    expect(token.value).toBeUndefined()
  })

  it('takes back an acceptance of conditions that are no longer in force', async () => {
    useDraftStore().change({ conditions: { version: '0', acceptedAt: '2026-11-23T10:00:00.000Z' } })
    bridge.answers['registration:submit'] = () => failed('conditions-outdated')
    await submission.send()
    expect(useDraftStore().content?.conditions).toBeUndefined()
  })

  it('says at which fields the service did not agree', async () => {
    bridge.answers['registration:submit'] = () => ({
      ok: false,
      failure: { code: 'input-invalid', problems: [{ pointer: '/person/firstName', code: 'too-long', params: { maximum: 100 } }] },
    })
    await submission.send()
    expect(submission.refused.value).toEqual([{ fieldId: 'field-person-firstName', label: 'First name', sentence: 'At most 100 characters fit here.' }])
  })

  it('asks once, however often the button is pressed', async () => {
    let answer: (result: Result<Draft>) => void = () => undefined
    bridge.answers['registration:submit'] = () => new Promise((settle) => (answer = settle))
    const first = submission.send()
    expect(await submission.send()).toBeUndefined()
    await flushPromises()
    answer(done(draftWith()))
    expect(await first).toBe(DRAFT_ID)
    expect(bridge.asked.filter(({ name }) => name === 'registration:submit')).toHaveLength(1)
  })
})
