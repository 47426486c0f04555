import type { Locale } from '@shared/registration/locale'
import type { Db } from '../storage/database'

export interface IssuedCaptcha {
  readonly captchaId: string
  readonly image: { readonly mediaType: string; readonly bytes: Buffer }
  readonly expiresAt: Date
}

export interface CaptchaSound {
  readonly mediaType: string
  readonly bytes: Buffer
}

export interface CaptchaPass {
  readonly captchaToken: string
  readonly expiresAt: Date
}

/** A token, and the idempotency key under which it is to pay. */
export interface BroughtToken {
  readonly captchaToken: string
  readonly key: string
}

/** What the service asks of a captcha, whoever makes the pictures. All state is shared by the instances of the service. */
export interface Captchas {
  issue(locale: Locale): Promise<IssuedCaptcha>

  /**
   * Throws `captcha-expired` when there is no such captcha that is still to be answered.
   * Where somebody else makes the pictures, this, `issue` and `validate` may throw `captcha-unavailable`.
   */
  sound(captchaId: string): Promise<CaptchaSound>

  /**
   * One right answer, once, gives a token. Throws `captcha-rejected` when the answer is wrong, was given before,
   * or came after too many wrong ones; `captcha-expired` when the captcha is unknown or too old.
   */
  validate(captchaId: string, answer: string): Promise<CaptchaPass>

  /**
   * Spends a token inside the caller's transaction: what it paid for and the spending happen together or not at all.
   * Throws `captcha-token-invalid` when it is unknown, too old or spent.
   */
  spend(tx: Db, captchaToken: string): Promise<void>

  /**
   * The same for many, each brought under an idempotency key: which of them were spent. The others are unknown, too old, were spent
   * before, or came under a key that is not to be answered here.
   */
  spendUnderKeys(tx: Db, brought: readonly BroughtToken[]): Promise<ReadonlySet<string>>

  /** Deletes what can no longer be answered or spent. */
  forgetExpired(): Promise<void>

  /** Whether captchas can be issued and answered, as far as this instance has seen; it asks nobody. */
  isWell(): Promise<boolean>
}
