import type { FieldProblem } from '@shared/errors/field-problems'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import type { StepName } from '@shared/registration/step-names'
import { STEPS } from '@shared/registration/steps'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { z } from 'zod'
import { fieldId, type FieldPointer } from '../form/form-fields'
import { useProblemWords } from '../form/use-problem-words'
import { useStepForm, type PlacedProblem } from '../form/use-step-form'
import type { SummedProblem } from '../ui/ErrorSummary.vue'
import { useDraftStore } from './use-draft-store'
import { useFormRules } from './use-form-rules'
import { useServiceProblems } from './use-service-problems'

export interface WizardForm {
  /** The sentences that a control shows now. */
  readonly at: (field: FieldPointer) => readonly string[]
  readonly id: (field: FieldPointer) => string
  readonly touch: (field: FieldPointer) => void
  readonly check: () => boolean
  readonly summary: ComputedRef<readonly SummedProblem[]>
  /** Like `summary`, but said without being asked. */
  readonly everything: ComputedRef<readonly SummedProblem[]>
  readonly isComplete: ComputedRef<boolean>
}

/** The form of one step: the draft in the store against the step's shared schema, with sentences for its problems. */
export function useWizardForm(step: StepName, more: MaybeRefOrGetter<readonly FieldProblem[]> = []): WizardForm {
  const store = useDraftStore()
  const rules = useFormRules()
  const words = useProblemWords()
  const service = useServiceProblems()

  const candidate = computed<unknown>(() => (store.content ? applicationFromDraft(store.content) : {}))
  const schema = computed<z.ZodType>(() => STEPS.find(({ name }) => name === step)?.complete(rules.value) ?? z.unknown())
  const form = useStepForm({ schema, candidate, more: () => toValue(more) })
  // As long as the contact address is the connection address, what is wrong with it is said once, where it can be corrected.
  const shown = (placed: readonly PlacedProblem[]): readonly PlacedProblem[] =>
    store.content?.sameContactEmail ? placed.filter(({ field }) => field !== '/person/contactEmail') : placed

  /** What we know ourselves comes first; then what the service said when it was sent. */
  function problemsAt(field: FieldPointer): readonly FieldProblem[] {
    const own = form.problemsAt(field)
    return own.length > 0 ? own : service.at(field)
  }

  return {
    at: (field) => words.sentences(problemsAt(field)),
    id: fieldId,
    touch: form.touch,
    check: form.check,
    summary: computed(() => words.summary(shown(form.summed.value))),
    everything: computed(() => words.summary(shown(form.all.value))),
    isComplete: form.isComplete,
  }
}
