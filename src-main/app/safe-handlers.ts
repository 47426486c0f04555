import type { Handlers } from '@shared/ipc/contract'
import type { SafeDescription } from '@shared/ipc/safe'
import type { Drafts } from '../drafts/drafts'
import type { DraftSafe } from '../safe/draft-safe'

type SafeHandlers = Pick<Handlers, 'safe:describe' | 'safe:open' | 'safe:choose' | 'safe:retry' | 'safe:start-anew'>

/** What the window asks about the safe in which the drafts lie. No key and no passphrase ever comes back this way. */
export function createSafeHandlers(safe: DraftSafe, drafts: Pick<Drafts, 'indexed'>): SafeHandlers {
  /** What a key that came back opens is in the list before the answer says how many it does not open. */
  async function withDrafts(description: SafeDescription): Promise<SafeDescription> {
    if (description.state !== 'open' || description.draftsLeftAlone === 0) return description
    await drafts.indexed().catch(() => undefined)
    return safe.describe()
  }

  return {
    'safe:describe': async () => safe.describe(),
    'safe:open': async ({ passphrase }) => withDrafts(await safe.openByPassphrase(passphrase)),
    'safe:choose': (choice) => safe.choose(choice),
    'safe:retry': async () => withDrafts(await safe.retry()),
    'safe:start-anew': () => safe.startAnew(),
  }
}
