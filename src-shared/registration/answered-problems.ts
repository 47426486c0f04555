import type { FieldProblem } from '../errors/field-problems'
import { applicationFromDraft } from './application-from-draft'
import type { Draft, DraftContent } from './draft'

/** Which of these problems are still of what stands in the draft: whoever changed a field has answered what was said of it. */
export function unansweredProblems<P extends Pick<FieldProblem, 'pointer'>>(problems: readonly P[], before: DraftContent, now: DraftContent): readonly P[] {
  const [then, next] = [applicationFromDraft(before), applicationFromDraft(now)]
  return problems.filter(({ pointer }) => valueAt(then, pointer) === valueAt(next, pointer))
}

/** The draft with another content. Of a refused one, what was said of fields that have changed is said no more, also after a restart. */
export function withContent(draft: Draft, content: DraftContent): Draft {
  const { queue } = draft
  const { failure } = queue ?? {}
  if (!queue || !failure?.problems) return { ...draft, content }
  const problems = [...unansweredProblems(failure.problems, draft.content, content)]
  return { ...draft, content, queue: { ...queue, failure: { ...failure, problems } } }
}

function valueAt(application: unknown, pointer: string): string | undefined {
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), application)
  return JSON.stringify(value)
}
