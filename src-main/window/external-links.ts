import { shell } from 'electron'
import { AppError } from '@shared/errors/app-error'

/** The public sites that Parvis points to: the portal and its documentation. */
export const EXTERNAL_ORIGINS: readonly string[] = [
  'https://portail.chorus-pro.gouv.fr',
  'https://communaute.chorus-pro.gouv.fr',
  'https://chorus-pro.gouv.fr',
]

const LONGEST_LINK = 512

/** Whether the text is a plain https address of a listed site: no credentials, no fragment, no odd spelling. */
export function isExternalLink(text: string): boolean {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return false
  const url = new URL(text)
  return (
    EXTERNAL_ORIGINS.includes(url.origin) &&
    url.href.startsWith(`${url.origin}/`) &&
    !text.includes('#') &&
    (text === url.href || `${text}/` === url.href)
  )
}

/** Opens a listed site in the person's browser and says whether it did. The address is never logged. */
export async function openExternalLink(text: string): Promise<boolean> {
  if (!isExternalLink(text)) return false
  await shell.openExternal(new URL(text).href)
  return true
}

/** A recipient and a subject, everything in it encoded (`mailAddress`); no attachment, no second recipient that is not seen. */
const MAIL_ADDRESS = /^mailto:[\w.!$'*+/%@~-]+\?subject=[\w.!'()*%~-]*(?:&body=[\w.!'()*%~-]*)?$/

/** Whether the text is the address of a mail with a subject, and at most a text. */
export function isMailAddress(text: string): boolean {
  return MAIL_ADDRESS.test(text)
}

/** Hands a mail to the person's own program. What is in it is never logged. */
export async function openMailAddress(text: string): Promise<void> {
  if (!isMailAddress(text)) throw new AppError('input-invalid', 'Not the address of a mail')
  await shell.openExternal(text)
}
