import { computed, type ComputedRef } from 'vue'
import { useServiceStore } from '../app/use-service-store'
import { useQueueStore } from './use-queue-store'

/** Whether the service can be asked for a captcha now. One that is just starting soon can. */
export function useConnection(): { isOffline: ComputedRef<boolean>; isIntercepted: ComputedRef<boolean> } {
  const service = useServiceStore()
  const store = useQueueStore()
  const isIntercepted = computed<boolean>(() => store.queue?.network === 'intercepted')
  const isOffline = computed<boolean>(() => isIntercepted.value || service.service.state === 'unreachable' || store.queue?.network === 'unreachable')
  return { isOffline, isIntercepted }
}
