import { AppError } from '@shared/errors/app-error'
import { PATHS } from '@shared/http/paths'
import { Session, type SignIn } from '@shared/http/sessions'
import type { SessionDescription } from '@shared/ipc/session'
import type { z } from 'zod'

interface Question {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly bearer?: string
}

/** How this room asks the service. */
export interface AccountService {
  readonly ask: <S extends z.ZodType>(question: Question, schema: S) => Promise<z.output<S>>
  readonly tell: (question: Question) => Promise<void>
}

/** One session at a time, in memory only: it ends with Parvis at the latest. */
export interface SessionKeeper {
  readonly describe: () => SessionDescription
  /** Throws `sign-in-refused`, `rate-limited` with the wait, and what any question may fail with. */
  readonly signIn: (who: SignIn) => Promise<SessionDescription>
  /** Here at once, whether or not the service hears of it. */
  readonly signOut: () => Promise<void>
  /** Asks in the session's name. Throws `session-ended` where there is none, or the service knows it no longer; nobody is signed in then. */
  readonly ask: AccountService['ask']
  readonly tell: AccountService['tell']
}

interface SessionKeeperRooms {
  readonly service: AccountService
  /** Told whenever somebody is signed in or out. */
  readonly changed: (description: SessionDescription) => void
}

const SIGNED_OUT: SessionDescription = { is: 'signed-out' }

export function createSessionKeeper({ service, changed }: SessionKeeperRooms): SessionKeeper {
  let held: { readonly token: string; readonly description: SessionDescription } | undefined

  function hold(next: typeof held): void {
    held = next
    changed(held?.description ?? SIGNED_OUT)
  }

  /** A session that the service knows no longer is over here, too; unless somebody has signed in meanwhile. */
  async function inSession<T>(question: (bearer: string) => Promise<T>): Promise<T> {
    const session = held
    if (!session) throw new AppError('session-ended', 'Nobody is signed in')
    try {
      return await question(session.token)
    } catch (thrown) {
      const failure = AppError.from(thrown)
      const isOver = failure.code === 'session-ended' || (failure.code === 'access-denied' && failure.httpStatus === 401)
      if (!isOver) throw failure
      if (held === session) hold(undefined)
      throw new AppError('session-ended', 'The service knows the session no longer', { cause: failure })
    }
  }

  return {
    describe: () => held?.description ?? SIGNED_OUT,

    async signIn(who) {
      const { sessionToken: token, role } = await service.ask({ method: 'POST', path: PATHS.sessions, body: who }, Session)
      const description: SessionDescription = { is: 'signed-in', role, connectionEmail: who.connectionEmail.trim() }
      hold({ token, description })
      return description
    },

    async signOut() {
      const session = held
      if (!session) return
      hold(undefined)
      await service.tell({ method: 'DELETE', path: PATHS.currentSession, bearer: session.token }).catch(() => undefined)
    },

    ask: (question, schema) => inSession((bearer) => service.ask({ ...question, bearer }, schema)),
    tell: (question) => inSession((bearer) => service.tell({ ...question, bearer })),
  }
}
