const LINK = /https?:\/\/[^\s<>"']+\/activate\/?#t=[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/
const REFERENCE_AND_CODE = /\bPV-[0-9A-Z]{4}-[0-9A-Z]{4} +[0-9A-Z]{4}-?[0-9A-Z]{4}\b/

/** The activation link in the text of a mail. */
export function activationLinkIn(text: string): string | undefined {
  return LINK.exec(text)?.[0]
}

/** The line that can be typed instead of the link: reference and short code. */
export function referenceAndCodeIn(text: string): string | undefined {
  return REFERENCE_AND_CODE.exec(text)?.[0]
}
