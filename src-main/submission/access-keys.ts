import { AppError } from '@shared/errors/app-error'
import type { Credentials } from '../credentials/credentials'
import { accessKeyName } from '../credentials/secret-names'
import type { VaultKind } from '../credentials/vault'

/** The keys that open sent registrations. They stay in the main process and in the vault. */
export interface AccessKeys {
  /** Returns the vault that has it now. */
  readonly keep: (registrationId: string, accessKey: string) => Promise<VaultKind>
  /** Throws `vault-unavailable` when the key cannot be read, or is no longer there. */
  readonly find: (registrationId: string, keptIn: VaultKind | undefined) => Promise<string>
}

/** After a keychain refused, the summary page's own questions do not make it ask the person again at once. */
export const REST_MS = 10_000

interface AccessKeyOptions {
  readonly credentials: Pick<Credentials, 'keep' | 'find'>
  readonly now: () => Date
}

export function createAccessKeys({ credentials, now }: AccessKeyOptions): AccessKeys {
  const asked = new Map<string, Promise<string | undefined>>()
  const refusals = new Map<string, { readonly failure: unknown; readonly until: number }>()

  /** One question at a time: a locked keychain shows one dialog, however often the page asks meanwhile. */
  function askOnce(name: string, keptIn: VaultKind): Promise<string | undefined> {
    const refusal = refusals.get(name)
    if (refusal && now().getTime() < refusal.until) return Promise.reject(refusal.failure)
    const question = asked.get(name) ?? credentials.find(name, keptIn).finally(() => asked.delete(name))
    asked.set(name, question)
    return question.catch((failure: unknown) => {
      refusals.set(name, { failure, until: now().getTime() + REST_MS })
      throw failure
    })
  }

  return {
    keep: (registrationId, accessKey) => credentials.keep(accessKeyName(registrationId), accessKey),

    async find(registrationId, keptIn) {
      const accessKey = keptIn && (await askOnce(accessKeyName(registrationId), keptIn))
      if (accessKey === undefined) throw new AppError('vault-unavailable', 'The access key of this registration is not on this machine any more')
      return accessKey
    },
  }
}
