import { AppError } from '@shared/errors/app-error'
import type { MailDraft } from '@shared/ipc/follow-up'

/** What Windows takes of an address (`ShellExecute` cuts at 2,081 characters); elsewhere an argument of a program has room. */
const LONGEST = { win32: 2000, other: 30_000 }

export interface MailComposerOptions {
  readonly open: (address: string) => Promise<void>
  readonly platform: NodeJS.Platform
}

/**
 * Opens the person's own mail program with a mail to be looked at and sent there; Parvis sends none. False when the text was
 * too long to be handed over and was left out. Throws `mail-program-missing`.
 */
export async function composeMail(mail: MailDraft, { open, platform }: MailComposerOptions): Promise<boolean> {
  const whole = mailAddress(mail)
  const isWhole = whole.length <= (platform === 'win32' ? LONGEST.win32 : LONGEST.other)
  try {
    await open(isWhole ? whole : mailAddress({ ...mail, body: '' }))
  } catch (thrown) {
    throw new AppError('mail-program-missing', 'No program took the mail', { cause: thrown })
  }
  return isWhole
}

/** A `mailto:` address (RFC 6068): whatever is in it is encoded, so that it stays recipient, subject and text. */
export function mailAddress({ to, subject, body }: MailDraft): string {
  const recipient = encodeURIComponent(to).replaceAll('%40', '@')
  const text = body === '' ? '' : `&body=${encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))}`
  return `mailto:${recipient}?subject=${encodeURIComponent(subject)}${text}`
}
