import type { Handlers } from '@shared/ipc/contract'
import type { AccountOperationName } from '@shared/ipc/operation-names'
import { PATHS } from '@shared/http/paths'
import type { AccountDesk } from '../account/account-desk'
import type { WhereTo } from '../account/save-export'
import type { SessionKeeper } from '../account/session-keeper'
import type { TellWindow } from '../ipc/tell-window'
import { nodeFileSystem } from '../platform/file-system'
import type { ServiceClient } from '../submission/service-client'

interface AccountHandlerRooms {
  readonly service: Pick<ServiceClient, 'ask' | 'tell'>
  readonly tell: TellWindow
  /** Asks the person where their exported data go. */
  readonly whereTo: WhereTo
}

type AccountHandlers = Pick<Handlers, Exclude<AccountOperationName, 'ticket:submit'>>

/** What the window asks in the name of whoever signs in. The room is opened by the first of these questions: most starts need none. */
export function createAccountHandlers({ service, tell, whereTo }: AccountHandlerRooms): AccountHandlers {
  let opened: Promise<{ readonly session: SessionKeeper; readonly desk: AccountDesk }> | undefined

  async function openRoom(): Promise<Awaited<NonNullable<typeof opened>>> {
    const [{ createSessionKeeper }, { createAccountDesk }] = await Promise.all([import('../account/session-keeper'), import('../account/account-desk')])
    const session = createSessionKeeper({ service, changed: (description) => { tell('session:changed', description) } })
    return { session, desk: createAccountDesk(session) }
  }
  const room = (): ReturnType<typeof openRoom> => (opened ??= openRoom())
  const desk = async (): Promise<AccountDesk> => (await room()).desk

  return {
    'session:describe': async () => (await room()).session.describe(),
    'session:sign-in': async (who) => (await room()).session.signIn(who),
    async 'session:sign-out'() {
      const { session } = await room()
      await session.signOut()
      return session.describe()
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
      return (await room()).session.describe()
    },

    'request:list': async () => (await desk()).requests(),
    async 'request:decide'({ requestId, answer }) {
      const account = await desk()
      await account.decide(requestId, answer)
      return account.requests()
    },
  }
}
