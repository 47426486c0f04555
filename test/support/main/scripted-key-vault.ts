import type { KeyFound, KeyVault, VaultTrouble } from '@main/credentials/key-vault'

/** A vault in memory that is as troubled as a test wants it. Several starts of Parvis share one. */
export interface ScriptedKeyVault extends KeyVault {
  readonly entries: Map<string, string>
  readonly asked: string[]
  /** From now on it answers with this; `undefined` makes it well again. */
  readonly trouble: (state: VaultTrouble | undefined) => void
  /** From now on it says nothing; returns how to make it answer what it was asked meanwhile. */
  readonly hang: () => () => void
  /** Whether a look from outside says that it is open. */
  isSeenOpen: boolean
}

export function createScriptedKeyVault(kind: KeyVault['kind'] = 'keychain'): ScriptedKeyVault {
  const entries = new Map<string, string>()
  const asked: string[] = []
  let trouble: VaultTrouble | undefined
  let gate: Promise<void> | undefined

  return {
    kind,
    entries,
    asked,
    isSeenOpen: false,
    trouble(state) {
      trouble = state
    },
    hang() {
      let open = (): void => undefined
      gate = new Promise((resolve) => {
        open = () => {
          gate = undefined
          resolve()
        }
      })
      return () => {
        open()
      }
    },
    isThere: () => trouble !== 'absent',
    async keep(name, secret) {
      asked.push(`keep ${name}`)
      await gate
      if (trouble) return { state: trouble }
      entries.set(name, secret)
      return { state: 'kept', ticket: {} }
    },
    async find(name): Promise<KeyFound> {
      asked.push(`find ${name}`)
      await gate
      if (trouble) return { state: trouble }
      const secret = entries.get(name)
      return secret === undefined ? { state: 'missing' } : { state: 'found', secret }
    },
    async forget(name) {
      asked.push(`forget ${name}`)
      await gate
      entries.delete(name)
    },
    async answersUnprompted() {
      return this.isSeenOpen
    },
  }
}
