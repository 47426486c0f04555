import type { LightMyRequestResponse } from 'fastify'
import type { Session } from '@shared/http/sessions'
import { GOOD_PASSWORD } from './applicants'
import type { ServiceRig } from './service-rig'

export const MANAGER = { connectionEmail: 'manager@practice.example', password: 'Practice-manager-2026' }
export const AGENT = { connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' }

export interface SignedIn extends Session {
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<LightMyRequestResponse>
}

/** A session of somebody who knows the password. */
export async function signedIn(rig: ServiceRig, { connectionEmail, password = GOOD_PASSWORD }: { readonly connectionEmail: string; readonly password?: string }): Promise<SignedIn> {
  const answer = await rig.ask('POST', '/v1/sessions', { connectionEmail, password })
  if (answer.statusCode !== 201) throw new Error(`Not signed in: ${answer.statusCode} ${answer.body}`)
  const session = answer.json<Session>()
  return { ...session, ask: (method, path, body) => rig.ask(method, path, body, { authorization: `Bearer ${session.sessionToken}` }) }
}
