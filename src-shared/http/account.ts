import { z } from 'zod'
import { IdentifierType } from '../identifiers/identifier-type'
import type { Strictness } from '../identifiers/read-identifier'
import { EmailAddress, Person, Phone } from '../registration/person'
import { Locale } from '../registration/locale'
import { RegistrationState } from '../registration/progress'
import { structureSchema } from '../registration/structure'
import { NEW_PASSWORD_LIMIT } from './new-password'

/** Who decides for a structure (gestionnaire), and who is attached to it (rattachement). */
export const AttachmentRole = z.enum(['manager', 'member'])
export type AttachmentRole = z.infer<typeof AttachmentRole>

export const AttachedStructure = z.object({
  structureId: z.uuid(),
  identifierType: IdentifierType,
  identifier: z.string().optional(),
  name: z.string(),
  role: AttachmentRole,
  since: z.iso.datetime(),
})
export type AttachedStructure = z.infer<typeof AttachedStructure>

/** A structure that somebody with an account has asked to be attached to, and that is not theirs (yet). */
export const RequestedStructure = z.object({
  requestId: z.uuid(),
  reference: z.string(),
  identifierType: IdentifierType,
  identifier: z.string().optional(),
  name: z.string(),
  /** `active` only in the answer to a request that nobody had to decide. */
  state: RegistrationState,
  askedAt: z.iso.datetime(),
  /** Why it was refused. */
  reason: z.string().optional(),
})
export type RequestedStructure = z.infer<typeof RequestedStructure>

/** POST /v1/account/attachments → 202 RequestedStructure. */
export function furtherStructureSchema(strictness: Strictness) {
  return z.strictObject({ structure: structureSchema(strictness) })
}

/** GET /v1/account: what the service knows of the person who is signed in. */
export const Account = z.object({
  connectionEmail: z.string(),
  contactEmail: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().optional(),
  locale: Locale,
  createdAt: z.iso.datetime(),
  passwordChangedAt: z.iso.datetime(),
  structures: z.array(AttachedStructure),
  /** Further structures that were asked for and are waiting, or were refused within the last 30 days; oldest first. */
  requestedStructures: z.array(RequestedStructure),
  /** Requests that wait for this person's decision. */
  requestsToDecide: z.number().int().nonnegative(),
})
export type Account = z.infer<typeof Account>

/** PATCH /v1/account: what is absent stays; `null` takes the phone number away. A new contact address is told to both addresses. */
export const AccountChange = z.strictObject({
  contactEmail: EmailAddress.optional(),
  phone: Phone.nullable().optional(),
  firstName: Person.shape.firstName.optional(),
  lastName: Person.shape.lastName.optional(),
})
export type AccountChange = z.infer<typeof AccountChange>

/** DELETE /v1/account → 204. The session alone does not erase: the password is asked for once more. */
export const AccountErasure = z.strictObject({ password: z.string().min(1).max(NEW_PASSWORD_LIMIT) })
export type AccountErasure = z.infer<typeof AccountErasure>

/** POST /v1/account/password → 204. Every other session of the account ends. */
export const PasswordChange = z.strictObject({
  currentPassword: z.string().min(1).max(NEW_PASSWORD_LIMIT),
  newPassword: z.string().max(NEW_PASSWORD_LIMIT),
})
export type PasswordChange = z.infer<typeof PasswordChange>
