import { z } from 'zod'
import { IdentifierType } from '../identifiers/identifier-type'
import { EmailAddress, Person, Phone } from '../registration/person'
import { Locale } from '../registration/locale'
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
  /** Requests that wait for this person's decision. */
  requestsToDecide: z.number().int().nonnegative(),
})
export type Account = z.infer<typeof Account>

/** PATCH /v1/account: what is absent stays. A new contact address is told to both addresses. */
export const AccountChange = z.strictObject({
  contactEmail: EmailAddress.optional(),
  phone: Phone.optional(),
  firstName: Person.shape.firstName.optional(),
  lastName: Person.shape.lastName.optional(),
})
export type AccountChange = z.infer<typeof AccountChange>

/** POST /v1/account/password → 204. Every other session of the account ends. */
export const PasswordChange = z.strictObject({
  currentPassword: z.string().min(1).max(NEW_PASSWORD_LIMIT),
  newPassword: z.string().max(NEW_PASSWORD_LIMIT),
})
export type PasswordChange = z.infer<typeof PasswordChange>
