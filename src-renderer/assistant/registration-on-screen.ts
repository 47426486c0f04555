import { DraftId } from '@shared/registration/draft'
import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** The registration that the screen is about, if it is about one. */
export function registrationOnScreen({ params, query }: Pick<RouteLocationNormalizedLoaded, 'params' | 'query'>): DraftId | undefined {
  const named = DraftId.safeParse(params['draftId'] ?? query['registration'])
  return named.success ? named.data : undefined
}
