import type { SessionRole } from '@shared/http/sessions'
import type { RouteLocationRaw } from 'vue-router'

/** Where somebody of this role is at home: their account, or the helpdesk. */
export function homeOf(role: SessionRole): RouteLocationRaw {
  return role === 'agent' ? { name: 'helpdesk', params: { part: 'structures' } } : { name: 'account' }
}

/** Back to where they wanted to be, if that is a place for their role. */
export function whereAfterSignIn(role: SessionRole, returnTo: string | undefined): RouteLocationRaw {
  const isTheirs = returnTo !== undefined && returnTo.startsWith('/helpdesk') === (role === 'agent')
  return isTheirs ? { path: returnTo } : homeOf(role)
}
