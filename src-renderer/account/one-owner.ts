/** Whose something typed is, by the address that they signed in with. */
export interface OneOwner {
  /** Somebody is signed in. What another one was typing is no business of theirs: `forget` is called. */
  readonly admit: (connectionEmail: string) => void
}

export function createOneOwner(forget: () => void): OneOwner {
  let owner = ''

  return {
    admit(connectionEmail) {
      // The service takes an address in any case.
      const next = connectionEmail.trim().toLowerCase()
      if (owner !== next) {
        if (owner !== '') forget()
        owner = next
      }
    },
  }
}
