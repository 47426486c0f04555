import type { AddressInProgress } from '@shared/registration/draft'
import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'

/** A ticket while it is being written: whatever was typed, also what cannot be sent. */
export interface TicketInProgress {
  readonly email: string
  readonly subject: string
  readonly description: string
  readonly registrationReference: string
  readonly legalStatus: string
  readonly siret: string
  readonly structureName: string
  readonly address: AddressInProgress
}

type TextName = Exclude<keyof TicketInProgress, 'address'>

/** What somebody else can fill in beforehand. */
export type Prefill = Partial<Pick<TicketInProgress, 'email' | 'subject' | 'description' | 'registrationReference'>>

/** A public structure is French unless somebody says otherwise. */
const EMPTY: TicketInProgress = {
  email: '', subject: '', description: '', registrationReference: '', legalStatus: '', siret: '', structureName: '',
  address: { line1: '', line2: '', line3: '', postalCode: '', city: '', country: 'FR' },
}

const NOTHING: Required<Prefill> = { email: '', subject: '', description: '', registrationReference: '' }

/** The ticket that is being written. It stays for as long as the window does, in memory only, or until it was submitted. */
export const useTicketStore = defineStore('ticket', () => {
  const ticket = shallowRef<TicketInProgress>(EMPTY)
  let prefilled: Prefill = {}

  function change(name: TextName, text: string): void {
    ticket.value = { ...ticket.value, [name]: text }
  }

  function changeAddress(name: keyof AddressInProgress, text: string): void {
    ticket.value = { ...ticket.value, address: { ...ticket.value.address, [name]: text } }
  }

  /** Fills in what is empty, or what was filled in like this before: of two registrations nothing stands in one ticket. What a person typed stays. */
  function prefill(wanted: Prefill): void {
    const next = { ...NOTHING, ...wanted }
    for (const name of Object.keys(next) as (keyof Prefill)[]) {
      const current = ticket.value[name]
      if (current === '' || current === prefilled[name]) change(name, next[name])
    }
    prefilled = next
  }

  /** It was submitted, or whoever wrote it has logged out. */
  function leave(): void {
    ticket.value = EMPTY
    prefilled = {}
  }

  return { ticket: readonly(ticket), change, changeAddress, prefill, leave }
})
