import type { FieldProblem } from '@shared/errors/field-problems'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import type { DraftContent } from '@shared/registration/draft'
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
    return placeProblems(draft.queue.failure?.problems ?? []).filter(({ field }) => valueIn(content, field) === valueIn(opened, field))
  })

  return { placed, at: (field) => placed.value.filter((one) => one.field === field).map(({ problem }) => problem) }
}

function valueIn(content: DraftContent, field: FieldPointer): string {
  const value = field
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), applicationFromDraft(content))
  return JSON.stringify(value) ?? ''
}
