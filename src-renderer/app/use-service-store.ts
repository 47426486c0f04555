import type { ServiceDescription } from '@shared/ipc/descriptions'
import { defineStore } from 'pinia'
import { computed, readonly, shallowRef } from 'vue'

/** The registration service as this machine sees it just now. */
export const useServiceStore = defineStore('service', () => {
  const service = shallowRef<ServiceDescription>({ state: 'starting' })

  const environment = computed(() => (service.value.state === 'ready' ? service.value.environment : undefined))
  const phoneRequired = computed<boolean>(() => service.value.state === 'ready' && service.value.phoneRequired)
  const isReady = computed<boolean>(() => service.value.state === 'ready')

  function adopt(next: ServiceDescription): void {
    service.value = next
  }

  return { service: readonly(service), environment, phoneRequired, isReady, adopt }
})
