import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activated, type Applicant, DECATHLON, EMMAUS, NANTES, registered, siret, TOTALENERGIES } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn } from '../../support/service/sessions'

const ROLES = ['nobody', 'other applicant', 'applicant', 'account', 'manager of another structure', 'manager', 'agent'] as const
type Role = (typeof ROLES)[number]

const ANYBODY = ROLES
const WITH_ACCOUNT = ['account', 'manager of another structure', 'manager'] as const
const SIGNED_IN = [...WITH_ACCOUNT, 'agent'] as const

/** Whom each call lets pass: everybody else is told 401 or 403 and nothing more. `{…}` stands for what the call is about. */
const TABLE: Readonly<Record<string, readonly Role[]>> = {
  'GET /v1/health': ANYBODY,
  'GET /v1/conditions': ANYBODY,
  'POST /v1/captchas': ANYBODY,
  'GET /v1/captchas/{id}/sound': ANYBODY,
  'POST /v1/captchas/{id}/validation': ANYBODY,
  'GET /v1/structures/{identifierType}/{identifier}': ANYBODY,
  'POST /v1/registrations': ANYBODY,
  'GET /v1/registrations/{id}': ['applicant'],
  'PATCH /v1/registrations/{id}': ['applicant'],
  'POST /v1/registrations/{id}/activation-mails': ['applicant'],
  'POST /v1/activations/inspection': ANYBODY,
  'POST /v1/activations': ANYBODY,
  'POST /v1/password-resets': ANYBODY,
  'POST /v1/password-resets/completion': ANYBODY,
  'POST /v1/sessions': ANYBODY,
  'GET /v1/account': SIGNED_IN,
  'PATCH /v1/account': SIGNED_IN,
  'POST /v1/account/password': SIGNED_IN,
  'POST /v1/account/attachments': WITH_ACCOUNT,
  'DELETE /v1/account/attachments/{id}': ['account'],
  'GET /v1/account/export': WITH_ACCOUNT,
  'GET /v1/attachment-requests': WITH_ACCOUNT,
  'POST /v1/attachment-requests/{id}/decision': ['manager'],
  'POST /v1/support/tickets': ANYBODY,
  'GET /v1/support/tickets': ['agent'],
  'PATCH /v1/support/tickets/{id}': ['agent'],
  'GET /v1/support/structure-requests': ['agent'],
  'POST /v1/support/structure-requests/{id}/decision': ['agent'],
  'GET /v1/support/attachment-requests': ['agent'],
  'POST /v1/support/attachment-requests/{id}/decision': ['agent'],
  'GET /v1/support/registrations': ['agent'],
  'POST /v1/support/registrations/{id}/activation-mails': ['agent'],
  'GET /v1/support/figures': ['agent'],
  // Last: they end what the others need.
  'DELETE /v1/registrations/{id}': ['applicant'],
  'DELETE /v1/account': WITH_ACCOUNT,
  'DELETE /v1/sessions/current': SIGNED_IN,
}

let rig: ServiceRig
let credentials: Readonly<Record<Role, string | undefined>>
let applicant: Applicant
/** What each call with an `{id}` is about: something that its rightful caller may touch. */
let subjects: Readonly<Record<string, string>>

beforeAll(async () => {
  rig = await openServiceRig()
  applicant = await registered(rig, siret(TOTALENERGIES))
  const session = async (who: { readonly connectionEmail: string; readonly password?: string }) => signedIn(rig, who)
  const account = await session({ connectionEmail: (await activated(rig)).email })
  credentials = {
    nobody: undefined,
    'other applicant': (await registered(rig)).accessKey,
    applicant: applicant.accessKey,
    account: account.sessionToken,
    'manager of another structure': (await session({ connectionEmail: (await activated(rig, siret(DECATHLON))).email })).sessionToken,
    manager: (await session(MANAGER)).sessionToken,
    agent: (await session(AGENT)).sessionToken,
  }
  const ownRequest = (await account.ask('POST', '/v1/account/attachments', { structure: siret(EMMAUS) })).json<{ requestId: string }>().requestId
  subjects = {
    '/v1/registrations': applicant.registrationId,
    '/v1/attachment-requests': applicant.registrationId,
    '/v1/account/attachments': ownRequest,
    '/v1/support/structure-requests': (await registered(rig, siret(NANTES))).registrationId,
    '/v1/support/attachment-requests': ownRequest,
    '/v1/support/registrations': applicant.registrationId,
  }
})
afterAll(() => rig.close())

function pathOf(pattern: string): string {
  const before = pattern.slice(0, pattern.indexOf('/{'))
  const id = subjects[before] ?? '00000000-0000-4000-8000-000000000000'
  return pattern.replace('{identifierType}', 'SIRET').replace('{identifier}', NANTES).replace('{id}', id)
}

/** Without a body that would do anything: whoever is let pass hears what is wrong with it, the others nothing. */
async function askAs(role: Role, call: string) {
  const [method, pattern = ''] = call.split(' ')
  const token = credentials[role]
  return rig.ask(method as 'GET', pathOf(pattern), method === 'GET' || method === 'DELETE' ? undefined : {}, token === undefined ? {} : { authorization: `Bearer ${token}` })
}

describe('who may call what', () => {
  it('is written down for every call of the contract, and for no other', async () => {
    const { paths } = (await rig.ask('GET', '/v1/openapi.json')).json<{ paths: Record<string, Record<string, unknown>> }>()
    const calls = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    expect(calls.filter((call) => call.includes('/v1/')).sort()).toEqual(Object.keys(TABLE).sort())
  })

  it.each(Object.entries(TABLE))('%s', async (call, allowed) => {
    for (const role of ROLES) {
      const { statusCode, body } = await askAs(role, call)
      const isRefused = (statusCode === 401 || statusCode === 403) && !body.includes('sign-in-refused')
      expect({ role, isRefused, statusCode }).toEqual({ role, isRefused: !allowed.includes(role), statusCode })
    }
  })
})
