import type { RegistrationState } from '@shared/registration/progress'
import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'

/** What came of something that was asked for on the screen before. */
export type Told =
  | { readonly kind: 'reset-asked'; readonly connectionEmail: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'structure-asked'; readonly name: string; readonly state: RegistrationState }

/** Carries it to the next screen, which says it until it is closed or left. */
export const useToldStore = defineStore('account-told', () => {
  const told = shallowRef<Told>()

  function tell(next: Told): void {
    told.value = next
  }

  function forget(): void {
    told.value = undefined
  }

  return { told: readonly(told), tell, forget }
})
