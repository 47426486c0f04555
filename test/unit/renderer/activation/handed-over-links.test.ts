// @vitest-environment happy-dom
import { useActivationStore } from '@renderer/activation/use-activation-store'
import { useHandedOverLinks } from '@renderer/activation/use-handed-over-links'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'

const activationId = '33333333-3333-4333-8333-333333333333'
const Root = defineComponent({
  setup() {
    useHandedOverLinks()
    return () => undefined
  },
})
let main: FakeMain

beforeEach(() => {
  main = installFakeMain()
})

describe('a link that is handed over to Parvis', () => {
  it('is waiting when a cold Parvis starts', async () => {
    main.answer('activation:pending', { activationId })
    const { router, pinia } = await openInWindow(Root)
    expect(router.currentRoute.value.name).toBe('activation')
    expect(useActivationStore(pinia).handedOver).toEqual({ kind: 'link', activationId })
  })

  it('comes to a Parvis that runs, and stands in no address', async () => {
    main.answer('activation:pending', {})
    const { router, pinia } = await openInWindow(Root)
    expect(router.currentRoute.value.name).toBe('home')
    main.answer('activation:pending', { activationId })
    main.tell('activation:arrived', {})
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('activation')
    expect(router.currentRoute.value.fullPath).not.toContain(activationId)
    expect(useActivationStore(pinia).take()).toEqual({ kind: 'link', activationId })
    expect(useActivationStore(pinia).take()).toBeUndefined()
  })

  it('disturbs nobody when there is none, or when it cannot be asked for', async () => {
    main.fail('activation:pending', { code: 'unexpected' })
    const { router } = await openInWindow(Root)
    expect(router.currentRoute.value.name).toBe('home')
  })
})
