import { nextTick, useTemplateRef } from 'vue'
import type ErrorSummary from '../ui/ErrorSummary.vue'
import type { WizardForm } from './use-wizard-form'

/**
 * *Continue*: on to the next step when this one is complete, else to the step's `ErrorSummary`, which has the template ref `summary`.
 * `settled` is waited for first: what was given and is still on its way.
 */
export function useContinue(form: WizardForm, done: () => void, settled: () => Promise<void> | undefined = () => undefined): () => Promise<void> {
  const summary = useTemplateRef<InstanceType<typeof ErrorSummary>>('summary')

  return async () => {
    await settled()
    if (form.check()) return done()
    await nextTick()
    summary.value?.focus()
  }
}
