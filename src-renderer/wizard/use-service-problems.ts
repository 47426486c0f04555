import type { FieldProblem } from '@shared/errors/field-problems'
import { unansweredProblems } from '@shared/registration/answered-problems'
import { computed, type ComputedRef } from 'vue'
import type { FieldPointer } from '../form/form-fields'
import { placeProblems, type PlacedProblem } from '../form/use-step-form'
import { useDraftStore } from './use-draft-store'

/**
 * What the service said of a registration that it did not accept, at the fields that still hold what it was said of.
 * It is shown and holds nobody up: the service, which knows better, is asked again.
 */
export function useServiceProblems(): { placed: ComputedRef<readonly PlacedProblem[]>; at: (field: FieldPointer) => readonly FieldProblem[] } {
  const store = useDraftStore()

  const placed = computed<readonly PlacedProblem[]>(() => {
    const { content, opened, draft } = store
    if (!content || !opened || draft?.queue?.state !== 'needs-attention') return []
    const placed = placeProblems(draft.queue.failure?.problems ?? []).map((one) => ({ ...one, pointer: one.field }))
    return unansweredProblems(placed, opened, content)
  })

  return { placed, at: (field) => placed.value.filter((one) => one.field === field).map(({ problem }) => problem) }
}
