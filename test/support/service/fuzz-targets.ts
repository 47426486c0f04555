import fc from 'fast-check'
import { OPERATIONS } from '@service/http/operations'
import { IDENTIFIER_TYPES } from '@shared/identifiers/identifier-type'
import { applicationOf, siret, TOTALENERGIES, type Applicant } from './applicants'
import { encodeLoosely, isPlain, nearly, segment, text } from './fuzz-inputs'

/** Who asks: the texts of `Authorization` that are good for something. */
export interface Askers {
  readonly applicant: Applicant
  readonly owner: string
  readonly manager: string
  readonly agent: string
  /** A request that this manager, or this agent, may decide. */
  readonly waiting: { readonly attachment: string; readonly structure: string; readonly ticket: string }
  /** A captcha that was solved, and that nobody has spent. */
  readonly solved: () => string
}

export interface Target {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: fc.Arbitrary<string>
  readonly body?: fc.Arbitrary<unknown>
  readonly headers?: fc.Arbitrary<Record<string, string>>
  /** As it is sent, when that is not JSON; what is answered to a form is a page. */
  readonly contentType?: 'application/x-www-form-urlencoded' | 'message/rfc822'
}

/** Whoever is on the network may send these, and they are what a registration passes: tried ten times as often. */
export const PUBLIC_POSTS = ['issueCaptcha', 'answerCaptcha', 'register', 'activate', 'requestPasswordReset']

const address = { line1: '1 rue', line2: 'x', postalCode: '44000', city: 'Nantes', country: 'FR' }
const application = { ...applicationOf('fuzz@example.org', { identifierType: 'PARTICULIER', identifier: 'x', name: 'x', firstName: 'A', lastName: 'B', label: 'x', address }), captchaToken: 'x' }
const ticket = {
  situation: 'public-structure', email: 'fuzz@example.org', subject: 'x', description: 'x', registrationReference: 'PV-0000-0000', locale: 'en', captchaToken: 'x',
  publicStructure: { legalStatus: 'x', siret: TOTALENERGIES, name: 'x', address },
}
const proof = { token: 'A'.repeat(43), reference: 'PV-0000-0000', code: '00000000' }
const decision = { decision: 'refuse', reason: 'x' }
const key = fc.oneof(fc.uuid(), fc.constantFrom('', '"', 'x', '00000000-0000-0000-0000-000000000000')).map((value) => ({ 'idempotency-key': value }))

/** Every route by the name of its operation; routes without one (pages, the hook of the mail server) by a name of their own. */
export function targets({ applicant, owner, manager, agent, waiting, solved }: Askers): Readonly<Record<string, Target>> {
  const as = (whom: string) => fc.constantFrom(`Bearer ${whom}`, `Bearer ${whom}`, `Bearer ${whom}`, 'Bearer x', 'Basic eDp5', '').map((authorization) => ({ authorization }))
  const at = (path: string) => fc.oneof(fc.constant(path), segment.map((query) => `${path}?${query}`))
  const one = (before: string, id: string, after = '') => fc.oneof(fc.constant(id), segment).map((value) => `${before}/${value}${after}`)
  const own = (after = '') => one('/v1/registrations', applicant.registrationId, after)
  /** Whoever has the rest right gets as far as the database, with a captcha that is good. */
  const withCaptcha = (bodies: fc.Arbitrary<unknown>) =>
    bodies.map((body) => ((body as { captchaToken?: unknown } | null)?.captchaToken === 'x' ? { ...(body as object), captchaToken: solved() } : body))
  const applications = fc
    .tuple(nearly(application), fc.oneof(fc.emailAddress(), fc.constant('fuzz@example.org')))
    .map(([body, connectionEmail]) => {
      const { person } = (body ?? {}) as { person?: Record<string, unknown> }
      return isPlain(person) ? { ...(body as object), person: { ...person, connectionEmail } } : body
    })
  const [byApplicant, byOwner, byManager, byAgent] = [applicant.accessKey, owner, manager, agent].map(as) as [ReturnType<typeof as>, ReturnType<typeof as>, ReturnType<typeof as>, ReturnType<typeof as>]

  return {
    readHealth: { method: 'GET', url: at('/v1/health') },
    readConditions: { method: 'GET', url: segment.map((locale) => `/v1/conditions?locale=${locale}`) },
    // A picture takes its time: languages that there are are asked for by the tests of captchas.
    issueCaptcha: { method: 'POST', url: fc.constant('/v1/captchas'), body: nearly({ locale: 'xx' }).filter((body) => !['fr', 'en'].includes(String((body as { locale?: unknown } | null)?.locale))) },
    hearCaptcha: { method: 'GET', url: segment.map((id) => `/v1/captchas/${id}/sound`) },
    answerCaptcha: { method: 'POST', url: segment.map((id) => `/v1/captchas/${id}/validation`), body: nearly({ answer: 'AAAA' }) },
    lookUpStructure: { method: 'GET', url: fc.tuple(fc.oneof(fc.constantFrom(...IDENTIFIER_TYPES), segment), segment).map(([type, identifier]) => `/v1/structures/${type}/${identifier}`) },
    register: { method: 'POST', url: fc.constant('/v1/registrations'), body: withCaptcha(applications), headers: key },
    followRegistration: { method: 'GET', url: own(), headers: byApplicant },
    correctAddress: { method: 'PATCH', url: own(), body: nearly({ connectionEmail: 'not an address' }), headers: byApplicant },
    withdrawRegistration: { method: 'DELETE', url: segment.map((id) => `/v1/registrations/${id}`), headers: byApplicant },
    sendActivationAgain: { method: 'POST', url: own('/activation-mails'), body: nearly({ x: 1 }), headers: byApplicant },
    inspectActivation: { method: 'POST', url: fc.constant('/v1/activations/inspection'), body: nearly(proof) },
    activate: { method: 'POST', url: fc.constant('/v1/activations'), body: nearly({ ...proof, password: 'Correct-horse-9' }) },
    requestPasswordReset: { method: 'POST', url: fc.constant('/v1/password-resets'), body: nearly({ connectionEmail: 'fuzz@example.org', token: proof.token }) },
    completePasswordReset: { method: 'POST', url: fc.constant('/v1/password-resets/completion'), body: nearly({ token: proof.token, password: 'Correct-horse-9' }) },
    signIn: { method: 'POST', url: fc.constant('/v1/sessions'), body: nearly({ connectionEmail: 'fuzz@example.org', password: 'Correct-horse-9' }) },
    signOut: { method: 'DELETE', url: at('/v1/sessions/current'), headers: as('A'.repeat(43)) },
    readAccount: { method: 'GET', url: at('/v1/account'), headers: byOwner },
    changeAccount: { method: 'PATCH', url: fc.constant('/v1/account'), body: nearly({ contactEmail: 'fuzz@example.org', phone: null, firstName: 'A', lastName: 'B' }), headers: byOwner },
    eraseAccount: { method: 'DELETE', url: fc.constant('/v1/account'), body: nearly({ password: 'not the password' }), headers: byOwner },
    changePassword: { method: 'POST', url: fc.constant('/v1/account/password'), body: nearly({ currentPassword: 'not the password', newPassword: 'Correct-horse-9' }), headers: byOwner },
    exportAccount: { method: 'GET', url: at('/v1/account/export'), headers: byOwner },
    requestStructure: { method: 'POST', url: fc.constant('/v1/account/attachments'), body: nearly({ structure: siret(TOTALENERGIES) }), headers: byOwner },
    withdrawStructure: { method: 'DELETE', url: segment.map((id) => `/v1/account/attachments/${id}`), headers: byOwner },
    listAttachmentRequests: { method: 'GET', url: at('/v1/attachment-requests'), headers: byManager },
    decideAttachment: { method: 'POST', url: one('/v1/attachment-requests', waiting.attachment, '/decision'), body: nearly(decision), headers: byManager },
    listStructureRequests: { method: 'GET', url: at('/v1/support/structure-requests'), headers: byAgent },
    decideStructure: { method: 'POST', url: one('/v1/support/structure-requests', waiting.structure, '/decision'), body: nearly(decision), headers: byAgent },
    listAttachmentRequestsForSupport: { method: 'GET', url: at('/v1/support/attachment-requests'), headers: byAgent },
    decideAttachmentForManager: { method: 'POST', url: one('/v1/support/attachment-requests', waiting.attachment, '/decision'), body: nearly(decision), headers: byAgent },
    findRegistrations: { method: 'GET', url: segment.map((query) => `/v1/support/registrations?query=${query}`), headers: byAgent },
    sendActivationForApplicant: { method: 'POST', url: one('/v1/support/registrations', applicant.registrationId, '/activation-mails'), body: nearly({ x: 1 }), headers: byAgent },
    readFigures: { method: 'GET', url: at('/v1/support/figures'), headers: byAgent },
    submitTicket: { method: 'POST', url: fc.constant('/v1/support/tickets'), body: withCaptcha(nearly(ticket)) },
    listTickets: { method: 'GET', url: segment.map((state) => `/v1/support/tickets?state=${state}`), headers: byAgent },
    changeTicket: { method: 'PATCH', url: one('/v1/support/tickets', waiting.ticket), body: nearly({ answer: 'x', state: 'closed' }), headers: byAgent },
    readPracticeMailbox: { method: 'GET', url: at('/practice/mailbox.json'), headers: fc.constantFrom({ host: 'elsewhere.example' }, { host: '' }) },
    'a mail of the practice mailbox': { method: 'GET', url: segment.map((id) => `/practice/mailbox/${id}`) },
    'the page of a link': { method: 'GET', url: segment.map((query) => `/activate?lang=${query}`) },
    'the page of a registration': { method: 'GET', url: segment.map((query) => `/status?lang=${query}`) },
    'the form of the page': {
      method: 'POST', url: segment.map((query) => `/activate?lang=${query}`), contentType: 'application/x-www-form-urlencoded',
      body: fc.record({ reference: text, code: text, password: text }, { requiredKeys: [] }).map((fields) => Object.entries(fields).map(([name, value]) => `${name}=${encodeLoosely(value)}`).join('&')),
    },
  }
}

/** Where a mail server brings what came back: of a service that was given its secret. */
export function hookTarget(secret: string): Target {
  const mail = fc.tuple(fc.constantFrom('', 'Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n', 'Subject: x\r\n\r\n'), text).map((parts) => parts.join(''))
  return {
    method: 'POST', url: fc.constant('/hooks/bounces'), body: mail, contentType: 'message/rfc822',
    headers: fc.constantFrom(`Bearer ${secret}`, `Bearer ${secret}`, 'Bearer x', '').map((authorization) => ({ authorization })),
  }
}

/** Operations of the contract that no target tries: a new one is to be added above. */
export function untried(all: Readonly<Record<string, Target>>): string[] {
  return Object.values(OPERATIONS).map(({ operationId }) => operationId).filter((name) => !(name in all))
}
