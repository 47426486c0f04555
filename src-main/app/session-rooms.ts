import type { AccountDesk } from '../account/account-desk'
import type { Helpdesk } from '../account/helpdesk'
import type { SessionKeeper } from '../account/session-keeper'
import type { TellWindow } from '../ipc/tell-window'
import type { ServiceClient } from '../submission/service-client'

/** The one session of the window, and what is asked in its name. Each is loaded by its first question: most starts need none. */
export interface SessionRooms {
  readonly session: () => Promise<SessionKeeper>
  readonly account: () => Promise<AccountDesk>
  readonly helpdesk: () => Promise<Helpdesk>
}

interface SessionRoomOptions {
  readonly service: Pick<ServiceClient, 'ask' | 'tell'>
  readonly tell: TellWindow
}

export function createSessionRooms({ service, tell }: SessionRoomOptions): SessionRooms {
  const session = once(async () => {
    const { createSessionKeeper } = await import('../account/session-keeper')
    return createSessionKeeper({ service, changed: (description) => { tell('session:changed', description) } })
  })
  return {
    session,
    account: once(async () => (await import('../account/account-desk')).createAccountDesk(await session())),
    helpdesk: once(async () => (await import('../account/helpdesk')).createHelpdesk(await session())),
  }
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => (opened ??= open())
}
