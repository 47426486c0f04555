import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { FollowedRegistration, RegistrationAnswer } from '@shared/http/registrations'
import { newEmail, type Mail, type ServiceRig } from './service-rig'

export const DANONE = '55203253400646'
export const DECATHLON = '50056940503239'
export const NANTES = '21440109300015'
export const TOTALENERGIES = '54205118000066'
export const EMMAUS = '31723624800017'
export const CLOSED = '21930066200018'
export const GOOD_PASSWORD = 'Correct-horse-9'

/** A complete application for a private individual: a structure of its own, so tests do not meet in one. */
export function applicationOf(email: string, structure: object = INDIVIDUAL): Record<string, unknown> {
  return {
    person: { connectionEmail: email, firstName: 'Ann', lastName: 'Lee', contactEmail: email },
    structure,
    conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' },
    locale: 'en',
  }
}

export const INDIVIDUAL = {
  identifierType: 'PARTICULIER',
  firstName: 'Ann',
  lastName: 'Lee',
  address: { line1: '1 rue du Port', postalCode: '44000', city: 'Nantes', country: 'FR' },
}

export function siret(identifier: string): object {
  return { identifierType: 'SIRET', identifier }
}

export interface Applicant extends RegistrationAnswer {
  readonly email: string
  follow(): Promise<FollowedRegistration>
  /** The newest activation link's token, and reference and code, as the mail holds them. */
  link(): Promise<{ readonly token: string; readonly code: string }>
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path?: string, body?: unknown): Promise<LightMyRequestResponse>
}

export async function postRegistration(
  rig: ServiceRig,
  application: Record<string, unknown>,
  { key = randomUUID() as string, captchaToken }: { readonly key?: string; readonly captchaToken?: string } = {},
): Promise<LightMyRequestResponse> {
  const token = captchaToken ?? (await rig.captchaToken())
  return rig.ask('POST', '/v1/registrations', { ...application, captchaToken: token }, { 'idempotency-key': key })
}

/** Somebody with an account, and the structure that it was registered with. */
export async function activated(rig: ServiceRig, structure: object = INDIVIDUAL, email = newEmail()): Promise<Applicant> {
  const applicant = await registered(rig, structure, email)
  const { token } = await applicant.link()
  const answer = await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })
  if (answer.statusCode !== 201) throw new Error(`Not activated: ${answer.statusCode} ${answer.body}`)
  return applicant
}

/** Somebody who has registered, and follows it. */
export async function registered(rig: ServiceRig, structure: object = INDIVIDUAL, email = newEmail()): Promise<Applicant> {
  const response = await postRegistration(rig, applicationOf(email, structure))
  if (response.statusCode !== 202) throw new Error(`Not accepted: ${response.statusCode} ${response.body}`)
  return applicantOf(rig, email, response.json<RegistrationAnswer>())
}

function applicantOf(rig: ServiceRig, email: string, answer: RegistrationAnswer): Applicant {
  const ask: Applicant['ask'] = (method, path = '', body) =>
    rig.ask(method, `/v1/registrations/${answer.registrationId}${path}`, body, { authorization: `Bearer ${answer.accessKey}` })
  return {
    ...answer,
    email,
    ask,
    follow: async () => {
      await rig.mails()
      return (await ask('GET')).json<FollowedRegistration>()
    },
    link: async () => {
      const mail = (await rig.mails(email)).findLast(({ text }) => tokenIn(text) !== undefined)
      return { token: tokenIn(mail?.text ?? '') ?? '', code: codeIn(mail) }
    },
  }
}

export function tokenIn(text: string): string | undefined {
  return /\/activate#t=([A-Za-z0-9_-]{43})\b/.exec(text)?.[1]
}

function codeIn(mail: Mail | undefined): string {
  return /PV-\w{4}-\w{4} (\w{4}-\w{4})/.exec(mail?.text ?? '')?.[1] ?? ''
}

export function problemOf(response: LightMyRequestResponse): { code: string; errors?: { pointer: string; code: string }[] } {
  return response.json<{ code: string; errors?: { pointer: string; code: string }[] }>()
}
