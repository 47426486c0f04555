import { z } from 'zod'
import type { Strictness } from '../identifiers/read-identifier'
import { Locale } from './locale'
import { AcceptedConditions, Person, PersonWithPhone } from './person'
import { structureSchema } from './structure'

/** What the operator of a service decides about its form. */
export interface FormRules {
  readonly strictness: Strictness
  readonly phoneRequired: boolean
}

export const DEFAULT_RULES: FormRules = { strictness: 'production', phoneRequired: false }

/** Complete: only this can be sent. The window, the main process and the service all ask this schema. */
export function applicationSchema(rules: FormRules) {
  return z.strictObject({
    person: rules.phoneRequired ? PersonWithPhone : Person,
    structure: structureSchema(rules.strictness),
    conditions: AcceptedConditions,
    locale: Locale,
  })
}
export type Application = z.infer<ReturnType<typeof applicationSchema>>

/** The body of `POST /v1/registrations`. */
export function registrationRequestSchema(rules: FormRules) {
  return applicationSchema(rules).extend({ captchaToken: z.string().min(1).max(4096) })
}
export type RegistrationRequest = z.infer<ReturnType<typeof registrationRequestSchema>>
