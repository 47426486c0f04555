import PostalMime, { type Email } from 'postal-mime'
import { type EnhancedStatus, findStatus, isAboutSender } from '../enhanced-status'

/** What a server says of a mail that another had taken. `bounced`: the address does not take mail; `failed`: it was not delivered for another reason. */
export interface DeliveryReport {
  readonly fate: 'bounced' | 'failed' | 'delayed'
  /** Names action and status, never the address. */
  readonly note: string
  /** What we called the envelope, where the server knows how to say it (RFC 3461). */
  readonly envelopeId: string | undefined
  /** Message-IDs that may be of the mail: of the headers that were returned, or of what the report answers. With angle brackets. */
  readonly messageIds: readonly string[]
}

const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status']
const RETURNED_PARTS = ['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers']
const MOST_IDS = 20
const MESSAGE_ID = /<[^\s<>]{3,250}>/g

/**
 * A delivery status notification (RFC 3464). Undefined for any other mail, and for one that tells of nothing but success.
 * Of a report about several recipients the worst counts: our mails have one.
 */
export async function readReport(message: Uint8Array): Promise<DeliveryReport | undefined> {
  const mail = await PostalMime.parse(message, { maxRfc822NestingDepth: 0, maxNestingDepth: 20, attachmentEncoding: 'utf8' })
  const status = textOf(mail, STATUS_PARTS)
  if (status === undefined) return undefined
  const [ofMessage = new Map<string, string>(), ...ofRecipients] = status.split(/\r?\n[ \t]*\r?\n/).map(fieldsOf).filter(({ size }) => size > 0)
  const worst = ofRecipients.flatMap((fields) => fateOf(fields) ?? []).sort((one, other) => SEVERITY.indexOf(one.fate) - SEVERITY.indexOf(other.fate))[0]
  if (!worst) return undefined
  return { ...worst, envelopeId: ofMessage.get('original-envelope-id')?.trim(), messageIds: messageIdsOf(mail) }
}

const SEVERITY: readonly DeliveryReport['fate'][] = ['bounced', 'failed', 'delayed']

function fateOf(fields: ReadonlyMap<string, string>): Pick<DeliveryReport, 'fate' | 'note'> | undefined {
  const action = /^[a-z]+/.exec((fields.get('action') ?? '').trim().toLowerCase())?.[0]
  if (action !== 'failed' && action !== 'delayed') return undefined
  const status = statusOf(fields)
  const note = ['returned', action, status?.text].filter((part) => part !== undefined).join(' ')
  if (action === 'delayed') return { fate: 'delayed', note }
  // A transient status that has failed all the same: the other server gave up waiting. That says nothing against the address.
  return { fate: status?.class === 5 && !isAboutSender(status) ? 'bounced' : 'failed', note }
}

/** X.0.0 says nothing; then what the other server has answered may say more. */
function statusOf(fields: ReadonlyMap<string, string>): EnhancedStatus | undefined {
  const given = findStatus(fields.get('status') ?? '')
  return given && given.subject === 0 ? (findStatus((fields.get('diagnostic-code') ?? '').replace(/^[^;]*;/, '')) ?? given) : given
}

function messageIdsOf(mail: Email): string[] {
  const returned = textOf(mail, RETURNED_PARTS) ?? ''
  const [head = ''] = returned.split(/\r?\n\r?\n/, 1)
  const told = [fieldsOf(head).get('message-id'), mail.inReplyTo, mail.references]
  return [...new Set(told.flatMap((text) => text?.match(MESSAGE_ID) ?? []))].slice(0, MOST_IDS)
}

function textOf({ attachments }: Email, types: readonly string[]): string | undefined {
  const content = attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()))?.content
  return typeof content === 'string' ? content.trim() : undefined
}

/** Header fields by their names in small letters, each on one line; the first of a name counts. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}
