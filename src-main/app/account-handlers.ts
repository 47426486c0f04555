import type { Handlers } from '@shared/ipc/contract'
import type { AccountOperationName } from '@shared/ipc/operation-names'
import { PATHS } from '@shared/http/paths'
import type { WhereTo } from '../account/save-export'
import { nodeFileSystem } from '../platform/file-system'
import type { ServiceClient } from '../submission/service-client'
import type { SessionRooms } from './session-rooms'

interface AccountHandlerRooms extends Pick<SessionRooms, 'session' | 'account'> {
  readonly service: Pick<ServiceClient, 'tell'>
  /** Asks the person where their exported data go. */
  readonly whereTo: WhereTo
}

type AccountHandlers = Pick<Handlers, Exclude<AccountOperationName, 'ticket:submit'>>

/** What the window asks in the name of whoever signs in. */
export function createAccountHandlers({ service, session, account: desk, whereTo }: AccountHandlerRooms): AccountHandlers {
  return {
    'session:describe': async () => (await session()).describe(),
    'session:sign-in': async (who) => (await session()).signIn(who),
    async 'session:sign-out'() {
      const keeper = await session()
      await keeper.signOut()
      return keeper.describe()
    },
    async 'session:forgot-password'({ connectionEmail }) {
      await service.tell({ method: 'POST', path: PATHS.passwordResets, body: { connectionEmail } })
      return {}
    },

    'account:read': async () => (await desk()).read(),
    'account:change': async (change) => (await desk()).change(change),
    async 'account:change-password'(change) {
      await (await desk()).changePassword(change)
      return {}
    },
    'account:ask-structure': async ({ structure }) => (await desk()).askForStructure(structure),
    async 'account:take-back'({ requestId }) {
      const account = await desk()
      await account.takeBack(requestId)
      return account.read()
    },
    async 'account:export'() {
      const [account, { saveExport }] = await Promise.all([desk(), import('../account/save-export')])
      return { saved: await saveExport({ document: await account.exportData(), whereTo, fileSystem: nodeFileSystem }) }
    },
    async 'account:erase'({ password }) {
      await (await desk()).erase(password)
      return (await session()).describe()
    },

    'request:list': async () => (await desk()).requests(),
    async 'request:decide'({ requestId, answer }) {
      const account = await desk()
      await account.decide(requestId, answer)
      return account.requests()
    },
  }
}
