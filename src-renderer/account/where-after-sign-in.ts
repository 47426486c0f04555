import type { SessionRole } from '@shared/http/sessions'
import type { RouteLocationRaw, Router } from 'vue-router'

const HELPDESK = '/helpdesk'
const ACCOUNT = '/account'

/** Where somebody of this role is at home: their account, or the helpdesk. */
export function homeOf(role: SessionRole, router: Pick<Router, 'hasRoute'>): RouteLocationRaw {
  return role === 'agent' && router.hasRoute('helpdesk') ? { path: `${HELPDESK}/structures` } : { path: ACCOUNT }
}

/** Back to where they wanted to be, if that is a place for their role. */
export function whereAfterSignIn(role: SessionRole, returnTo: string | undefined, router: Pick<Router, 'hasRoute'>): RouteLocationRaw {
  const isTheirs = returnTo !== undefined && returnTo.startsWith(HELPDESK) === (role === 'agent')
  return isTheirs ? { path: returnTo } : homeOf(role, router)
}
