import { DEFAULT_RULES, type FormRules } from '@shared/registration/application'
import type { ServiceClient } from './service-client'

/** What the service demands of the form, also while nobody can ask it. */
export interface HeardFormRules {
  /** As last heard of the service in this run, or the usual ones. */
  readonly heard: () => FormRules
  /** Asks. */
  readonly read: () => Promise<FormRules>
}

export function createFormRules(service: Pick<ServiceClient, 'formRules'>): HeardFormRules {
  let rules = DEFAULT_RULES
  return {
    heard: () => rules,
    async read() {
      rules = await service.formRules()
      return rules
    },
  }
}
