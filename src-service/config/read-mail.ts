import { isAbsolute } from 'node:path'
import type { Config } from './config'
import { ConfigRefused } from './config-refused'

type Read = (name: string) => string | undefined

/** What an SMTP_URL may say beside server and password. A word that is misspelt would otherwise switch nothing on, silently. */
const SMTP_SETTINGS: Readonly<Record<string, RegExp>> = {
  requireTLS: /^(?:true|false)$/,
  ignoreTLS: /^(?:true|false)$/,
  'tls.rejectUnauthorized': /^(?:true|false)$/,
  'tls.servername': /^[\w.-]+$/,
  'tls.minVersion': /^TLSv1\.[23]$/,
  authMethod: /^(?:PLAIN|LOGIN|CRAM-MD5)$/,
  name: /^[\w.-]+$/,
  maxConnections: /^[1-9]\d?$/,
  maxMessages: /^[1-9]\d{0,5}$/,
}
const ONLY_WITH_SMTP = ['MAIL_BOUNCES_TO', 'BOUNCES_MAILBOX', 'BOUNCES_WEBHOOK_SECRET']
const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/
/** What a bearer token may be made of (RFC 6750, 2.1), and long enough not to be guessed. */
const SECRET = /^[\w.~+/-]{32,}=*$/

/** Where mails go, and how those that are returned come back. Throws ConfigRefused, which never repeats a value. */
export function readMail(read: Read): Config['mail'] {
  const url = read('SMTP_URL')
  if (url === undefined) {
    for (const name of ONLY_WITH_SMTP) if (read(name) !== undefined) throw new ConfigRefused(name, 'Is about mails that a server sends: SMTP_URL must be set, too.')
    return { kind: 'practice-mailbox' }
  }
  return {
    kind: 'smtp',
    url: readSmtpUrl(url),
    from: read('MAIL_FROM'),
    bouncesTo: matching('MAIL_BOUNCES_TO', read('MAIL_BOUNCES_TO'), ADDRESS, 'Must be an address, without a name: bounces@parvis.example.'),
    bouncesMailbox: readMailbox(read('BOUNCES_MAILBOX')),
    bouncesSecret: matching('BOUNCES_WEBHOOK_SECRET', read('BOUNCES_WEBHOOK_SECRET'), SECRET, 'Must have 32 characters or more, of letters, digits and "-._~+/".'),
  }
}

function readSmtpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw new ConfigRefused('SMTP_URL', 'Must be an address that starts with smtp:// or smtps://.')
  for (const [name, value] of url.searchParams) {
    const rule = Object.hasOwn(SMTP_SETTINGS, name) ? SMTP_SETTINGS[name] : undefined
    if (!rule) throw new ConfigRefused('SMTP_URL', `Has a setting that is not known. There are: ${Object.keys(SMTP_SETTINGS).join(', ')}.`)
    if (!rule.test(value) || url.searchParams.getAll(name).length > 1) throw new ConfigRefused('SMTP_URL', `"${name}" has a value that it cannot have.`)
  }
  return text
}

function readMailbox(path: string | undefined): string | undefined {
  if (path !== undefined && !isAbsolute(path)) throw new ConfigRefused('BOUNCES_MAILBOX', 'Must be the whole path, from the root, of an mbox or of a Maildir.')
  return path
}

function matching(name: string, text: string | undefined, rule: RegExp, reason: string): string | undefined {
  if (text !== undefined && !rule.test(text)) throw new ConfigRefused(name, reason)
  return text
}
