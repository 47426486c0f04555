import { z } from 'zod'
import { Locale } from '../registration/locale'

/** `POST /v1/captchas` */
export const CaptchaRequest = z.strictObject({ locale: Locale })
export type CaptchaRequest = z.infer<typeof CaptchaRequest>

/** A picture to show, and where its sound is: a path on the same service. */
export const IssuedCaptcha = z.object({
  captchaId: z.uuid(),
  image: z.object({ mediaType: z.string(), base64: z.base64() }),
  soundHref: z.string().regex(/^\//),
  expiresAt: z.iso.datetime(),
})
export type IssuedCaptcha = z.infer<typeof IssuedCaptcha>

export const CaptchaParams = z.strictObject({ id: z.uuid() })

/** `POST /v1/captchas/{id}/validation` */
export const CaptchaAnswer = z.strictObject({ answer: z.string().trim().min(1).max(64) })
export type CaptchaAnswer = z.infer<typeof CaptchaAnswer>

/** What a right answer earns: good for one registration or one ticket. */
export const CaptchaPass = z.object({ captchaToken: z.string().min(1).max(4096), expiresAt: z.iso.datetime() })
export type CaptchaPass = z.infer<typeof CaptchaPass>
