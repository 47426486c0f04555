import { randomUUID } from 'node:crypto'
import type { ServiceEnvironment } from '@shared/http/health'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { createSeal } from '../storage/seal'
import { type ComposedMail, type WordedMail, wordMail, writeMail } from './compose-mail'
import type { MailMessage } from './mail-message'
import { deleteQueuedMails, insertMails, type NewMail } from './outbox-repository'

interface OutboxOptions {
  readonly clock: Clock
  readonly secretKey: Buffer
  readonly environment: ServiceEnvironment
  /** The right side of every Message-ID: the domain of the sender's address. */
  readonly messageIdDomain: string
}

export interface MailPurpose {
  readonly registrationId?: string
  /** Its acceptance counts after twice the time that the server took: where others get two mails, one after the other. */
  readonly inPlaceOfTwo?: boolean
}

/** What is sealed until the mail is gone. */
interface SealedMail extends WordedMail {
  readonly inPlaceOfTwo?: boolean
}

/** A mail in clear, with how it is to be sent. */
export interface OpenedMail extends ComposedMail {
  readonly inPlaceOfTwo?: boolean
}

export interface Outbox {
  /**
   * Queues a mail inside the caller's transaction, and answers its id. It is put into words here and now:
   * a message that cannot be written fails the transaction that wanted it, not a dispatcher at night.
   */
  queueMail(tx: Db, message: MailMessage, about?: MailPurpose): Promise<string>

  /** The same without the queueing: for whoever inserts many mails at once. */
  write(message: MailMessage, about?: MailPurpose): NewMail

  /**
   * All the work of a mail, in a row that counts as sent: for where the time that an answer takes must not tell how many mails
   * there are.
   */
  writeNothing(message: MailMessage): NewMail

  /** Takes back what was queued about a registration and has not left yet. */
  withdrawMails(tx: Db, registrationId: string): Promise<void>

  /** The mail in clear. Throws when it was sealed with another key. */
  open(mailId: string, sealedContent: string): OpenedMail
}

/** Mails that are written in the transaction that causes them, and sent afterwards by a dispatcher. */
export function createOutbox({ clock, secretKey, environment, messageIdDomain }: OutboxOptions): Outbox {
  const seal = createSeal(secretKey, 'outbox content')

  function write(message: MailMessage, { registrationId, inPlaceOfTwo }: MailPurpose = {}): NewMail {
    const id = randomUUID()
    const now = clock.now()
    return {
      id,
      kind: message.kind,
      locale: message.locale,
      registrationId: registrationId ?? null,
      messageId: `<${id}@${messageIdDomain}>`,
      sealedContent: seal.close(JSON.stringify({ ...wordMail(message, environment), ...(inPlaceOfTwo && { inPlaceOfTwo }) } satisfies SealedMail), id),
      state: 'queued',
      nextAttemptAt: now,
      createdAt: now,
      sentAt: null,
    }
  }

  return {
    async queueMail(tx, message, purpose) {
      const row = write(message, purpose)
      await insertMails(tx, [row])
      return row.id
    },

    write,

    writeNothing(message) {
      const row = write(message)
      return { ...row, sealedContent: null, state: 'sent', sentAt: row.createdAt }
    },

    async withdrawMails(tx, registrationId) {
      await deleteQueuedMails(tx, registrationId)
    },

    open(mailId, sealedContent) {
      const { inPlaceOfTwo, ...sealed } = JSON.parse(seal.open(sealedContent, mailId)) as SealedMail | OpenedMail
      // What was queued before migration 0010 was sealed as it leaves.
      return { ...('letter' in sealed ? writeMail(sealed) : sealed), ...(inPlaceOfTwo && { inPlaceOfTwo }) }
    },
  }
}
