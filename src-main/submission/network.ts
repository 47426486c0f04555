import type { QueueDescription } from '@shared/ipc/queue'

/** Whether the service can be reached, as its health answer says it. */
export interface Network {
  readonly state: () => QueueDescription['network']
  /** Asks the service now. */
  readonly look: () => Promise<QueueDescription['network']>
  /** Hears of every change. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void
}
