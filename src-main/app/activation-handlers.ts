import type { Handlers } from '@shared/ipc/contract'
import type { DraftId } from '@shared/registration/draft'
import { accountOfMask, fitsMask } from '../activation/account-of-mask'
import type { ActivationDesk } from '../activation/activation-desk'
import type { PendingActivation } from '../activation/pending-activation'
import type { Credentials } from '../credentials/credentials'
import { passwordName } from '../credentials/secret-names'
import type { Drafts } from '../drafts/drafts'

interface ActivationHandlerRooms {
  readonly desk: ActivationDesk
  readonly pending: PendingActivation
  readonly drafts: Drafts
  readonly credentials: Credentials
  /** These have changed just now: the list is to say so soon. */
  readonly hurry: (draftIds: readonly DraftId[]) => void
}

type ActivationHandlers = Pick<Handlers, 'activation:pending' | 'activation:inspect' | 'activation:complete' | 'activation:renew'>

export function createActivationHandlers({ desk, pending, drafts, credentials, hurry }: ActivationHandlerRooms): ActivationHandlers {
  /** The service shows addresses masked; what this machine sent says the whole one. */
  async function accountOf(masked: string): Promise<string> {
    const addresses = (await drafts.indexed()).map(({ row }) => row.connectionEmail)
    return accountOfMask(masked, addresses) ?? masked
  }

  /** What the service has changed by this account's link. Nobody waits for it, and drafts that cannot be read keep nobody from their account. */
  async function hurryOf(masked: string | undefined): Promise<void> {
    if (masked === undefined) return
    const rows = await drafts.indexed().catch(() => [])
    hurry(rows.flatMap(({ row }) => (fitsMask(row.connectionEmail, masked) ? [row.draftId] : [])))
  }

  return {
    async 'activation:pending'() {
      const token = pending.take()
      return token === undefined ? {} : { activationId: desk.takeUp(token) }
    },

    'activation:inspect': (input) => desk.inspect(input),

    async 'activation:complete'({ activationId, password, keepInKeychain }) {
      const { connectionEmailMasked } = await desk.complete(activationId, password)
      void hurryOf(connectionEmailMasked)
      if (!keepInKeychain || connectionEmailMasked === undefined) return { password: keepInKeychain ? 'not-kept' : 'not-asked' }
      try {
        await credentials.keepForGood(passwordName(await accountOf(connectionEmailMasked)), password)
        return { password: 'kept' }
      } catch {
        // The account is active all the same, and the screen says that the password was not kept.
        return { password: 'not-kept' }
      }
    },

    async 'activation:renew'({ activationId, connectionEmail }) {
      const { connectionEmailMasked } = await desk.renew(activationId, connectionEmail)
      void hurryOf(connectionEmailMasked)
      return {}
    },
  }
}
