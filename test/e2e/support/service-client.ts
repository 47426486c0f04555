import { randomUUID } from 'node:crypto'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { Locale } from '@shared/registration/locale'
import { CAPTCHA_ANSWER } from './running-service'

export interface HttpAnswer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
}

export interface ServiceClient {
  readonly get: <T>(path: string, accessKey?: string) => Promise<HttpAnswer<T>>
  readonly post: <T>(path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<HttpAnswer<T>>
  /** Validates a captcha; gives the token that a registration costs. */
  readonly passCaptcha: () => Promise<string>
  /** Registers somebody as any other client of the service would. */
  readonly register: (connectionEmail: string, options?: RegisterOptions) => Promise<RegistrationAnswer>
}

interface RegisterOptions {
  readonly siret?: string
  readonly locale?: Locale
}

export const DANONE = '55203253400646'
export const TOTAL_ENERGIES = '54205118000066'

/** The body of a registration, but for its captcha token. */
export function applicationOf(connectionEmail: string, { siret = DANONE, locale = 'en' }: RegisterOptions = {}): Record<string, unknown> {
  return {
    person: { connectionEmail, firstName: 'Zoé', lastName: 'Béranger', contactEmail: connectionEmail },
    structure: { identifierType: 'SIRET', identifier: siret },
    conditions: { version: '1', acceptedAt: new Date().toISOString() },
    locale,
  }
}

/** Nothing but an HTTP client against the service: whatever it can do, any client could. */
export function serviceClient(url: string): ServiceClient {
  async function ask<T>(path: string, init: RequestInit): Promise<HttpAnswer<T>> {
    const response = await fetch(`${url}${path}`, init)
    const text = await response.text()
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T }
  }
  const get: ServiceClient['get'] = (path, accessKey) => ask(path, { headers: accessKey === undefined ? {} : { authorization: `Bearer ${accessKey}` } })
  const post: ServiceClient['post'] = (path, body, headers = {}) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

  async function passCaptcha(): Promise<string> {
    const { body: captcha } = await post<{ captchaId: string }>('/v1/captchas', { locale: 'en' })
    const { body: pass } = await post<{ captchaToken: string }>(`/v1/captchas/${captcha.captchaId}/validation`, { answer: CAPTCHA_ANSWER })
    return pass.captchaToken
  }

  async function register(connectionEmail: string, options?: RegisterOptions): Promise<RegistrationAnswer> {
    const body = { ...applicationOf(connectionEmail, options), captchaToken: await passCaptcha() }
    const { status, body: answer } = await post<RegistrationAnswer>('/v1/registrations', body, { 'idempotency-key': randomUUID() })
    if (status !== 202) throw new Error(`Not registered: ${status} ${JSON.stringify(answer)}`)
    return answer
  }

  return { get, post, passCaptcha, register }
}
