import { createLinks, type Links } from '../activation/links'
import type { BounceHookRooms } from '../mail/bounces/bounce-hook-routes'
import { readMailbox } from '../mail/bounces/read-mailbox'
import { createTakeReturned } from '../mail/bounces/returned-mails'
import { createMailDispatcher, type MailDispatcher } from '../mail/mail-dispatcher'
import { createOutbox, type Outbox } from '../mail/outbox'
import { createPracticeTransport } from '../mail/practice-transport'
import { senderDomain } from '../mail/sender-domain'
import { createSmtpTransport } from '../mail/smtp-transport'
import { noWatch } from '../metrics/watch'
import { createKeyedHash, type KeyedHash } from '../storage/secrets'
import type { Surroundings } from './surroundings'

export interface Post {
  readonly outbox: Outbox
  readonly codeHash: KeyedHash
  readonly links: Links
  readonly dispatcher: MailDispatcher
  readonly wakeDispatcher: () => void
  /** Reads the mailbox to which mails are returned, where there is one. */
  readonly readBounces: (() => Promise<void>) | undefined
  readonly bounceHook: BounceHookRooms | undefined
}

/** What leaves the service: mails, and the links in them, whose life begins when their mail is accepted. */
export function composePost({ config, db, line = db, secretKey, isShared, clock, log, publicUrl, transport: given, wait, watch = noWatch }: Surroundings): Post {
  const { activationMinutes, environment, mail } = config
  const from = mail.kind === 'smtp' ? (mail.from ?? `Parvis <noreply@${hostOf(config.publicUrl)}>`) : 'Parvis <noreply@practice.example>'
  const outbox = createOutbox({ clock, secretKey, environment, messageIdDomain: senderDomain(from) })
  const codeHash = createKeyedHash(secretKey, 'activation code')
  const links = createLinks({ clock, outbox, codeHash, publicUrl, activationMinutes })
  const transport = given ?? (mail.kind === 'smtp' ? createSmtpTransport({ smtpUrl: mail.url, from, bouncesTo: mail.bouncesTo }) : createPracticeTransport(db, clock))
  const dispatcher = createMailDispatcher({
    db,
    line,
    clock,
    outbox,
    transport,
    isAlone: !isShared,
    ...(wait && { wait }),
    onAccepted: async (tx, { id }, acceptedAt) => {
      await links.startLife(tx, id, acceptedAt)
      watch.mailSettled('mail-accepted')
    },
    report: ({ what, mailId, note, cause }) => {
      watch.mailSettled(what)
      log({ what, mailId, note, cause })
    },
  })
  const take = createTakeReturned({ db, clock, report: ({ what, mailId, note, cause }) => log({ what, mailId, note, cause }) })
  const smtp = mail.kind === 'smtp' ? mail : undefined
  const mailbox = smtp?.bouncesMailbox
  const secret = smtp?.bouncesSecret
  return {
    outbox, codeHash, links, dispatcher, wakeDispatcher: () => dispatcher.wake(),
    readBounces: mailbox === undefined ? undefined : () => readMailbox(db, clock, mailbox, take),
    bounceHook: secret === undefined ? undefined : { take, secret },
  }
}

function hostOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? 'parvis.invalid' : new URL(publicUrl).hostname
}
