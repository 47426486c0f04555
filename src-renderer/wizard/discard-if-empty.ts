import { emptyContent } from '@shared/registration/draft'
import { ask } from '../bridge/bridge'
import type { useDraftStore } from './use-draft-store'

/** A draft that nobody wrote anything into leaves no trace in the list. */
export async function discardIfEmpty(store: ReturnType<typeof useDraftStore>): Promise<void> {
  const { draft, content } = store
  if (!draft || !content || draft.receipt) return
  const empty = { ...emptyContent(content.locale), step: content.step }
  if (JSON.stringify(sorted(content)) !== JSON.stringify(sorted(empty))) return
  try {
    await ask('draft:discard', { draftIds: [draft.id] })
    store.leave()
  } catch {
    // It stays in the list as a draft without a name, which is true and harmless.
  }
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, inner]) => [name, sorted(inner)])
}
