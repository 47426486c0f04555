import { computed, useId, type ComputedRef } from 'vue'

export interface FieldDescription {
  readonly id: string
  readonly labelId: string
  readonly hintId: string
  readonly problemsId: string
}

interface FieldState {
  readonly id?: string | undefined
  readonly hint?: string | undefined
  readonly problems?: readonly string[] | undefined
  readonly describedby?: string | undefined
}

/** The ids that tie a control to its words, and what `aria-describedby` names at the moment: problems first, then the hint. */
export function useFieldDescription(state: () => FieldState): { field: ComputedRef<FieldDescription>; describedby: ComputedRef<string | undefined> } {
  const fallback = useId()

  const field = computed<FieldDescription>(() => {
    const id = state().id ?? fallback
    return { id, labelId: `${id}-label`, hintId: `${id}-hint`, problemsId: `${id}-problems` }
  })

  const describedby = computed<string | undefined>(() => {
    const { hint, problems = [], describedby: more } = state()
    const ids = [
      problems.length > 0 ? field.value.problemsId : undefined,
      hint ? field.value.hintId : undefined,
      more,
    ].filter((id) => id !== undefined)
    return ids.length > 0 ? ids.join(' ') : undefined
  })

  return { field, describedby }
}
