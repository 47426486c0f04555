// @vitest-environment happy-dom
import { useRegistrationList } from '@renderer/home/use-registration-list'
import type { RegistrationRow } from '@shared/ipc/answers'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { done, DRAFT_ID, draftWith, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'
import { mountInWindow } from '../../../support/window-rig'

const at = '2026-11-23T10:00:00.000Z'
const row = (state: RegistrationRow['state']): RegistrationRow =>
  ({ draftId: DRAFT_ID, state, personName: 'Ann', connectionEmail: 'ann@exemple.fr', structureName: '', identifier: '', createdAt: at, updatedAt: at })

describe('the list of registrations', () => {
  let bridge: FakeBridge
  let wrapper: VueWrapper
  let rows: RegistrationRow[]
  let traffic: ReturnType<typeof useRegistrationList>

  beforeEach(() => {
    rows = [row('draft')]
    bridge = installFakeBridge({ 'registration:list': () => done({ rows, unreadable: [] }) })
    wrapper = mountInWindow(defineComponent({
      setup() {
        traffic = useRegistrationList()
        return () => undefined
      },
    }))
  })
  afterEach(() => {
    wrapper.unmount()
  })

  it('asks the service about what was sent and may still move, and about nothing else', async () => {
    rows = [row('draft'), row('ready'), row('active'), row('withdrawn')]
    await traffic.load()
    expect(bridge.asked.map(({ name }) => name)).toEqual(['registration:list'])
  })

  it('shows the newest state and the minutes that are left', async () => {
    rows = [row('requested')]
    bridge.answers['registration:follow'] = () => done({
      reference: 'PV-7K3M-Q2XR', state: 'activation-sent', nextActor: 'applicant', timeline: [], activation: { expiresAt: at, secondsLeft: 2501 }, mail: { state: 'sent' },
    })
    await traffic.load()
    expect(traffic.list.value?.rows[0]?.state).toBe('activation-sent')
    expect(traffic.minutesLeft.value[DRAFT_ID]).toBe(42)
  })

  it('shows the list as it is when the service is not there', async () => {
    rows = [row('requested')]
    bridge.answers['registration:follow'] = () => failed('service-unreachable')
    await traffic.load()
    expect(traffic.list.value?.rows).toHaveLength(1)
    expect(traffic.failure.value).toBeUndefined()
  })

  it('discards, and brings back', async () => {
    bridge.answers['draft:discard'] = () => {
      rows = []
      return done({})
    }
    bridge.answers['draft:restore'] = () => {
      rows = [row('draft')]
      return done(draftWith())
    }
    await traffic.load()
    await traffic.discard(row('draft'))
    expect(traffic.list.value?.rows).toEqual([])
    expect(traffic.discarded.value?.draftId).toBe(DRAFT_ID)
    await traffic.undo()
    expect(traffic.list.value?.rows).toHaveLength(1)
    expect(traffic.discarded.value).toBeUndefined()
  })

  it('keeps the row and says why when it could not be discarded', async () => {
    bridge.answers['draft:discard'] = () => failed('disk-refused')
    await traffic.load()
    await traffic.discard(row('draft'))
    expect(traffic.list.value?.rows).toHaveLength(1)
    expect(traffic.discarded.value).toBeUndefined()
    expect(traffic.failure.value).toEqual({ code: 'disk-refused' })
  })
})
