/** An enhanced status code (RFC 3463): `5.1.1` is class 5, subject 1, detail 1. */
export interface EnhancedStatus {
  readonly text: string
  readonly class: 2 | 4 | 5
  readonly subject: number
  readonly detail: number
}

/** The first code in a text: a server's reply, a field of a report. */
export function findStatus(text: string): EnhancedStatus | undefined {
  const [code, digit, subject, detail] = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/.exec(text) ?? []
  return code === undefined ? undefined : { text: code, class: Number(digit) as 2 | 4 | 5, subject: Number(subject), detail: Number(detail) }
}

/**
 * A policy's no (X.7.…: relaying refused, host on a list, sender not allowed) and a bad sender (X.1.7, X.1.8) are about whoever
 * sends, and would meet every mail. X.7.2 is the exception: a list that takes mails of its members only.
 */
export function isAboutSender({ subject, detail }: EnhancedStatus): boolean {
  return (subject === 7 && detail !== 2) || (subject === 1 && (detail === 7 || detail === 8))
}

/** X.1.…: no such address; X.2.…: its mailbox is closed or full. */
export function isAboutRecipient(status: EnhancedStatus): boolean {
  return !isAboutSender(status) && [1, 2, 7].includes(status.subject)
}
