import { nextTick, useTemplateRef } from 'vue'
import type ErrorSummary from '../ui/ErrorSummary.vue'
import type { WizardForm } from './use-wizard-form'

/** *Continue*: on to the next step when this one is complete, else to the step's `ErrorSummary`, which has the template ref `summary`. */
export function useContinue(form: WizardForm, done: () => void): () => Promise<void> {
  const summary = useTemplateRef<InstanceType<typeof ErrorSummary>>('summary')

  return async () => {
    if (form.check()) return done()
    await nextTick()
    summary.value?.focus()
  }
}
