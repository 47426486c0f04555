import type { Handlers } from '@shared/ipc/contract'
import type { DraftSafe } from '../safe/draft-safe'

type SafeHandlers = Pick<Handlers, 'safe:describe' | 'safe:open' | 'safe:choose' | 'safe:retry' | 'safe:start-anew'>

/** What the window asks about the safe in which the drafts lie. No key and no passphrase ever comes back this way. */
export function createSafeHandlers(safe: DraftSafe): SafeHandlers {
  return {
    'safe:describe': async () => safe.describe(),
    'safe:open': ({ passphrase }) => safe.openByPassphrase(passphrase),
    'safe:choose': (choice) => safe.choose(choice),
    'safe:retry': () => safe.retry(),
    'safe:start-anew': () => safe.startAnew(),
  }
}
