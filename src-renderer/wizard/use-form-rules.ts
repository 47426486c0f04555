import { DEFAULT_RULES, type FormRules } from '@shared/registration/application'
import { computed, type ComputedRef } from 'vue'
import { useServiceStore } from '../app/use-service-store'

/** What the service at hand demands of the form; the defaults while it has not been reached. */
export function useFormRules(): ComputedRef<FormRules> {
  const service = useServiceStore()
  return computed(() => ({
    strictness: service.environment === 'qualification' ? 'qualification' : DEFAULT_RULES.strictness,
    phoneRequired: service.isReady ? service.phoneRequired : DEFAULT_RULES.phoneRequired,
  }))
}
