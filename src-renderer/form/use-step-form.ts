import { fieldProblemsOf, type FieldProblem } from '@shared/errors/field-problems'
import { computed, reactive, shallowRef, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import type { z } from 'zod'
import { fieldOfPointer, orderOfField, type FieldPointer } from './form-fields'

/** A problem at the control where it is shown. */
export interface PlacedProblem {
  readonly field: FieldPointer
  readonly problem: FieldProblem
}

export interface StepForm {
  /** What a control complains about at the moment. */
  readonly problemsAt: (field: FieldPointer) => readonly FieldProblem[]
  /** Every problem of the step, in the order of the screen, whether shown or not. */
  readonly all: ComputedRef<readonly PlacedProblem[]>
  /** What stands in the summary: nothing before the first refusal, then whatever is still wrong. */
  readonly summed: ComputedRef<readonly PlacedProblem[]>
  readonly touch: (field: FieldPointer) => void
  /** Shows every problem and says whether there is none. */
  readonly check: () => boolean
  readonly isComplete: ComputedRef<boolean>
}

interface StepFormOptions {
  readonly schema: MaybeRefOrGetter<z.ZodType>
  /** What would be sent, not what is typed: absent fields are absent. */
  readonly candidate: MaybeRefOrGetter<unknown>
  /** What no schema can know, such as what the directory said. */
  readonly more?: MaybeRefOrGetter<readonly FieldProblem[]>
}

/** Validation of one step against its shared schema. A field complains only once the person has been there. */
export function useStepForm({ schema, candidate, more = [] }: StepFormOptions): StepForm {
  const touched = reactive(new Set<FieldPointer>())
  const isChecked = shallowRef<boolean>(false)

  const all = computed<readonly PlacedProblem[]>(() => {
    const input = toValue(candidate)
    const outcome = toValue(schema).safeParse(input)
    const problems = outcome.success ? [] : fieldProblemsOf(outcome.error, input)
    return placeProblems([...problems, ...toValue(more)])
  })
  const summed = computed(() => (isChecked.value ? all.value : []))
  const isComplete = computed<boolean>(() => all.value.length === 0)

  function problemsAt(field: FieldPointer): readonly FieldProblem[] {
    if (!isChecked.value && !touched.has(field)) return []
    return all.value.filter((placed) => placed.field === field).map(({ problem }) => problem)
  }

  function check(): boolean {
    isChecked.value = true
    return isComplete.value
  }

  return { problemsAt, all, summed, touch: (field) => void touched.add(field), check, isComplete }
}

/** One problem a control, the first that was found, in the order of the screen. A problem of nothing that is on the screen is at the type of identifier. */
export function placeProblems(problems: readonly FieldProblem[]): readonly PlacedProblem[] {
  const placed = new Map<FieldPointer, FieldProblem>()
  for (const problem of problems) {
    const field = fieldOfPointer(problem.pointer) ?? '/structure/identifierType'
    if (!placed.has(field)) placed.set(field, problem)
  }
  return [...placed]
    .map(([field, problem]) => ({ field, problem }))
    .sort((a, b) => orderOfField(a.field) - orderOfField(b.field))
}
