import { useFurtherStructureStore } from '@renderer/account/use-further-structure-store'
import { useSessionStore } from '@renderer/account/use-session-store'
import { useUnsentStore } from '@renderer/account/use-unsent-store'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'

beforeEach(() => { setActivePinia(createPinia()) })

describe('what somebody was writing when their session ended', () => {
  it('is there again for them, however they write their address, and for nobody else', () => {
    const store = useUnsentStore()
    store.admit('agent@example.org')
    store.keep('answer 1', 'Half an answer')
    store.admit(' Agent@Example.org ')
    expect(store.texts.get('answer 1')).toBe('Half an answer')
    store.admit('other@example.org')
    expect(store.texts.size).toBe(0)
  })

  it('is gone when they log out', () => {
    const store = useUnsentStore()
    store.admit('agent@example.org')
    store.keep('answer 1', 'Half an answer')
    store.leave()
    expect(store.texts.size).toBe(0)
  })

  it('about one more structure is not shown to the next person', () => {
    const store = useFurtherStructureStore()
    store.admit('ann@example.org')
    store.changeStructure({ identifier: '552 032 534 00646' })
    store.admit('ANN@example.org')
    expect(store.content.structure.identifier).toBe('552 032 534 00646')
    store.admit('bob@example.org')
    expect(store.content.structure.identifier).toBe('')
  })
})

describe('the number of requests in the header', () => {
  it('is that of somebody who is signed in', () => {
    const store = useSessionStore()
    store.countRequests(3)
    expect(store.requestsToDecide).toBe(0)
    store.adopt({ is: 'signed-in', role: 'account', connectionEmail: 'ann@example.org' })
    store.countRequests(3)
    expect(store.requestsToDecide).toBe(3)
  })
})
