import type { Handlers } from '@shared/ipc/contract'
import type { DataDesk } from '../retention/erase-data'
import type { Retention } from '../retention/retention'

interface RetentionHandlerRooms {
  readonly retention: Retention
  readonly data: DataDesk
  /** Ends this process and starts another one, without a last word to the disk. */
  readonly relaunch: () => void
}

type RetentionHandlers = Pick<Handlers, 'retention:keep' | 'data:describe' | 'data:erase'>

/** Long enough for the answer to reach the window. */
const LAST_WORD_MS = 250

export function createRetentionHandlers({ retention, data, relaunch }: RetentionHandlerRooms): RetentionHandlers {
  return {
    'retention:keep': (selection) => retention.keep(selection),
    'data:describe': async () => ({ ...(await data.describe()), clock: retention.clock() }),
    async 'data:erase'({ what }) {
      retention.stop()
      await data.erase(what)
      setTimeout(relaunch, LAST_WORD_MS)
      return {}
    },
  }
}
