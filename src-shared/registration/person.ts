import { z } from 'zod'
import { LIMITS, lineOfText } from './text'

export const EmailAddress = z.string().trim().max(LIMITS.email).pipe(z.email())

/** Dialling code and digits with the separators that people use; E.164 allows 15 digits, a national number rarely has under 6. */
const PHONE = /^\+?[\d\s().\-/]+$/

export const Phone = z
  .string()
  .trim()
  .max(LIMITS.phone)
  .refine((text) => PHONE.test(text) && digitsOf(text) >= 6 && digitsOf(text) <= 15, { params: { code: 'phone-malformed' } })

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length
}

/** "Personal Information" of the guide, complete. The connection email is the account's identifier. */
export const Person = z.strictObject({
  connectionEmail: EmailAddress,
  firstName: lineOfText(LIMITS.personName),
  lastName: lineOfText(LIMITS.personName),
  phone: Phone.optional(),
  contactEmail: EmailAddress,
})
export type Person = z.infer<typeof Person>

/** What an operator may demand on top: the guide shows the phone field, today's portal leaves it optional. */
export const PersonWithPhone = Person.extend({ phone: Phone })

/** That the person agreed, to which text, and when they ticked the box (on their own clock). */
export const AcceptedConditions = z.strictObject({
  version: z.string().min(1).max(20),
  acceptedAt: z.iso.datetime(),
})
export type AcceptedConditions = z.infer<typeof AcceptedConditions>
