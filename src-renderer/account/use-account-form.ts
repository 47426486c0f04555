import type { Failure } from '@shared/errors/app-error'
import { computed, watch } from 'vue'
import type { z } from 'zod'
import { fieldId } from '../form/form-fields'
import { useProblemWords } from '../form/use-problem-words'
import { placeProblems, useStepForm } from '../form/use-step-form'
import type { FieldProblem } from '@shared/errors/field-problems'
import type { WizardForm } from '../wizard/use-wizard-form'

interface AccountFormOptions {
  readonly schema: () => z.ZodType
  /** What would be sent, with the pointers of an application. */
  readonly candidate: () => unknown
  readonly more?: () => readonly FieldProblem[]
  /** What the service said of what was sent last. */
  readonly failure: () => Failure | undefined
  /** Stands before the service's pointers: it knows the person's fields without `/person`. */
  readonly prefix?: string
  /** What was sent has been changed since: the service's word is about something else. */
  readonly forget: () => void
}

/** A form of the account room against its schema, with sentences for its problems and for those that the service found. */
export function useAccountForm({ schema, candidate, more = () => [], failure, prefix = '', forget }: AccountFormOptions): WizardForm {
  const words = useProblemWords()
  const form = useStepForm({ schema, candidate, more })
  const refused = computed(() => placeProblems((failure()?.problems ?? []).map((problem) => ({ ...problem, pointer: `${prefix}${problem.pointer}` }))))

  watch(() => JSON.stringify(candidate()), forget)

  return {
    at(field) {
      const own = form.problemsAt(field)
      return words.sentences(own.length > 0 ? own : refused.value.filter((one) => one.field === field).map(({ problem }) => problem))
    },
    id: fieldId,
    touch: form.touch,
    check: form.check,
    summary: computed(() => words.summary(form.summed.value)),
    everything: computed(() => words.summary(form.all.value)),
    isComplete: form.isComplete,
  }
}
