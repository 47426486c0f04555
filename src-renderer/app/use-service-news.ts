import { ask, failureOf, listen } from '../bridge/bridge'
import { useServiceStore } from './use-service-store'

/** Keeps the service store true, from the first answer on. For the root component, once. */
export function useServiceNews(): void {
  const store = useServiceStore()
  let heard = false

  listen('service:changed', (service) => {
    heard = true
    store.adopt(service)
  })
  ask('service:describe', {}).then(
    // News is younger than the answer to a question that was asked before it.
    (service) => { if (!heard) store.adopt(service) },
    (thrown: unknown) => { if (!heard) store.adopt({ state: 'unreachable', code: failureOf(thrown).code }) },
  )
}
