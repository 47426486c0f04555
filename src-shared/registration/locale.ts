import { z } from 'zod'

/** The two languages of Parvis. A registration carries one, so that its mails come in it. */
export const LOCALES = ['fr', 'en'] as const
export const Locale = z.enum(LOCALES)
export type Locale = z.infer<typeof Locale>
