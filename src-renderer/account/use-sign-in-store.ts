import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'

/** Where somebody wanted to be when it turned out that they have to sign in, and why they have to. */
export interface SignInWish {
  /** A path of the window, without personal data. */
  readonly returnTo: string
  /** `ended`: they were signed in, and the service has ended it. */
  readonly because: 'ended' | 'needed'
}

/** What the screens around signing in carry from one to the next; never by a route, which stays in the history. */
export const useSignInStore = defineStore('sign-in', () => {
  const wish = shallowRef<SignInWish>()
  /** As typed on one of them. */
  const connectionEmail = shallowRef<string>('')

  function want(next: SignInWish): void {
    wish.value = next
  }

  function forget(): void {
    wish.value = undefined
    connectionEmail.value = ''
  }

  return { wish: readonly(wish), connectionEmail, want, forget }
})
