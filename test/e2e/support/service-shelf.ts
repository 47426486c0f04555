import { startService, type RunningService } from './running-service'

/** Services that nobody has used yet: one more is started while a test runs, so that the next test need not wait for it. */
export interface ServiceShelf {
  readonly take: () => Promise<RunningService>
  /** Ends a service behind the back of the test that had it. */
  readonly giveBack: (service: RunningService) => void
  readonly close: () => Promise<void>
}

export function openServiceShelf(): ServiceShelf {
  const ending: Promise<void>[] = []
  let next: Promise<RunningService> | undefined
  return {
    async take() {
      const service = await (next ?? startService())
      next = startService()
      // Whoever takes it hears of its failure; until then it is nobody's.
      next.catch(() => undefined)
      return service
    },
    giveBack(service) {
      ending.push(service.stop())
    },
    async close() {
      await Promise.all([...ending, next?.then((service) => service.stop())])
    },
  }
}
