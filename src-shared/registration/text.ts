import { z } from 'zod'

/** Control characters and bidirectional overrides: never part of a name, and a way to make a mail say what it does not. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u
/** The same for texts of several lines. */
const UNSEEN_IN_LINES = /[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/** A line of text as people write it: trimmed, 1 to `maximum` characters, nothing unseen in it. */
export function lineOfText(maximum: number): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => !UNSEEN.test(text), { params: { code: 'control-characters' } })
}

/** A text of several lines, as people write it: trimmed, its lines ended by \n, 1 to `maximum` characters, nothing unseen in it. */
export function pageOfText(maximum: number): z.ZodType<string, string> {
  return z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(maximum)
    .refine((text) => !UNSEEN_IN_LINES.test(text), { params: { code: 'control-characters' } })
}

/**
 * Longest values, in characters. The portal publishes none (its form and its API give no maximum),
 * so these are ours: wide enough for real names, narrow enough for a mail and a printed page.
 */
export const LIMITS = {
  email: 254,
  personName: 100,
  phone: 30,
  companyName: 200,
  label: 100,
  addressLine: 100,
  postalCode: 16,
  city: 100,
} as const
