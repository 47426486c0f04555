import { AppError } from '@shared/errors/app-error'
import type { Credentials } from '../credentials/credentials'
import { accessKeyName } from '../credentials/secret-names'
import type { VaultKind } from '../credentials/vault'
import type { DraftFile } from '../drafts/draft-file'
import type { Drafts } from '../drafts/drafts'

/** The keys that open sent registrations. They stay in the main process, and lie in the sealed file of each. */
export interface AccessKeys {
  /** Throws `registration-unknown` for a draft, and `vault-unavailable` when the key cannot be read, or is no longer there. */
  readonly find: (file: DraftFile) => Promise<string>
}

/** After a keychain refused, the summary page's own questions do not make it ask the person again at once. */
export const REST_MS = 10_000

interface AccessKeyOptions {
  readonly drafts: Pick<Drafts, 'change'>
  /** Earlier versions kept each key in a vault. */
  readonly credentials: Pick<Credentials, 'find' | 'forget'>
  readonly now: () => Date
}

export function createAccessKeys({ drafts, credentials, now }: AccessKeyOptions): AccessKeys {
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

  /** Only what lies in the file for good is taken out of the vault. Neither keeps anybody from using the key now. */
  async function moveIntoFile({ draft }: DraftFile, accessKey: string, name: string, keptIn: VaultKind): Promise<void> {
    try {
      await drafts.change(draft.id, ({ accessKeyIn: _accessKeyIn, ...file }) => ({ ...file, accessKey }))
      await credentials.forget(name, keptIn)
    } catch {
      // The next question finds it where it was.
    }
  }

  return {
    async find(file) {
      const { draft, accessKey, accessKeyIn } = file
      if (!draft.receipt) throw new AppError('registration-unknown', 'This draft was not sent')
      if (accessKey !== undefined) return accessKey
      const name = accessKeyName(draft.receipt.registrationId)
      const found = accessKeyIn && (await askOnce(name, accessKeyIn))
      if (found === undefined) throw new AppError('vault-unavailable', 'The access key of this registration is not on this machine any more')
      await moveIntoFile(file, found, name, accessKeyIn!)
      return found
    },
  }
}
