/** What is used of keytar. */
export interface Keychain {
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>
  readonly getPassword: (service: string, account: string) => Promise<string | null>
  readonly deletePassword: (service: string, account: string) => Promise<boolean>
}

/** The one way to the system's keychain. */
export interface KeychainDoor {
  /**
   * Asks when every earlier question has been answered, or is skipped when nobody waits for the answer any more.
   * It has no time limit of its own: a person may be looking for a password. Rejects with what the keychain said.
   */
  readonly ask: <T>(question: (keychain: Keychain) => Promise<T>, isStillWanted?: () => boolean) => Promise<T>
}

/**
 * One question at a time: a locked keychain shows one dialog and not five, and a question that hangs holds one thread.
 * There are four for everything; with all of them waiting for a keychain, no file could be written either.
 */
export function createKeychainDoor(load: () => Promise<Keychain> = loadKeytar): KeychainDoor {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ask(question, isStillWanted = () => true) {
      const turn = last.then(async () => {
        if (!isStillWanted()) throw new Error('Nobody waits for the answer any more')
        return question(await load())
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

async function loadKeytar(): Promise<Keychain> {
  const module = (await import('keytar')) as unknown as { readonly default?: Keychain } & Keychain
  return module.default ?? module
}
