import { useTicketStore } from '@renderer/support/use-ticket-store'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'

beforeEach(() => { setActivePinia(createPinia()) })

describe('what is filled in beforehand', () => {
  it('never takes the place of what a person typed', () => {
    const store = useTicketStore()
    store.change('description', 'Mine')
    store.prefill({ email: 'a@example.org', description: 'Theirs' })
    expect(store.ticket).toMatchObject({ email: 'a@example.org', description: 'Mine' })
  })

  it('gives way to what is filled in later, unless a person has changed it', () => {
    const store = useTicketStore()
    store.prefill({ email: 'a@example.org', subject: 'One', registrationReference: 'PV-7K2M-9QDX' })
    store.change('subject', 'One, and more')
    store.prefill({ email: 'b@example.org', subject: 'Two', registrationReference: '' })
    expect(store.ticket).toMatchObject({ email: 'b@example.org', subject: 'One, and more', registrationReference: '' })
  })

  it('is never of two registrations at once', () => {
    const store = useTicketStore()
    store.prefill({ email: 'a@example.org', description: 'About A', registrationReference: 'PV-7K2M-9QDX' })
    store.prefill({ email: 'b@example.org' })
    expect(store.ticket).toMatchObject({ email: 'b@example.org', description: '', registrationReference: '' })
  })

  it('is gone with the ticket', () => {
    const store = useTicketStore()
    store.prefill({ email: 'a@example.org' })
    store.changeAddress('city', 'Nantes')
    store.leave()
    expect(store.ticket).toMatchObject({ email: '', address: { city: '', country: 'FR' } })
  })
})
