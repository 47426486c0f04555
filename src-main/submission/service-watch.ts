import type { ServiceDescription } from '@shared/ipc/descriptions'
import type { Fetch } from './ask-service'

export interface ServiceWatch {
  /** The same network; whether the service answers is noticed on the way. */
  readonly fetch: Fetch
  readonly stop: () => void
}

interface ServiceWatchOptions {
  readonly fetch: Fetch
  /** Asks the service itself, through this watch's `fetch`. */
  readonly describe: () => Promise<ServiceDescription>
  readonly tell: (service: ServiceDescription) => void
  readonly everyMs?: number
}

/** Short enough that whoever waits for the service does not wait for Parvis. */
const EVERY_MS = 3000

/** Tells when the service has stopped answering, and when it answers again, so that nobody has to ask for that. */
export function watchService({ fetch, describe, tell, everyMs = EVERY_MS }: ServiceWatchOptions): ServiceWatch {
  let isLost = false
  let isLooking = false
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function lose(): void {
    if (isLost || isStopped) return
    isLost = true
    tell({ state: 'unreachable', code: 'service-unreachable' })
    planLook()
  }

  function planLook(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), everyMs)
  }

  async function look(): Promise<void> {
    if (isLooking || isStopped) return
    isLooking = true
    const service = await describe()
    isLooking = false
    if (isStopped) return
    if (service.state !== 'ready') return planLook()
    clearTimeout(timer)
    isLost = false
    tell(service)
  }

  return {
    async fetch(url, init) {
      try {
        const response = await fetch(url, init)
        if (isLost) void look()
        return response
      } catch (thrown) {
        lose()
        throw thrown
      }
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
