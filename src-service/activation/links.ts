import { randomUUID } from 'node:crypto'
import { writeActivationLink } from '@shared/activation/activation-link'
import type { Locale } from '@shared/registration/locale'
import type { MailPurpose, Outbox } from '../mail/outbox'
import { insertMails, type NewMail } from '../mail/outbox-repository'
import type { Clock } from '../storage/clock'
import { drawCrockford } from '../storage/crockford'
import type { Db } from '../storage/database'
import { type KeyedHash, newSecret, sha256 } from '../storage/secrets'
import {
  endLinksOfAccount, endLinksOfRegistration, findLastExpiry, insertEvent, insertLink, type NewLink, noteLinkSent, startLinks,
} from './link-repository'

export const CODE_TRIES = 5
const CODE_LENGTH = 8

interface LinksOptions {
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail' | 'write'>
  readonly codeHash: KeyedHash
  /** The address in links: configuration, never a request's own Host. */
  readonly publicUrl: () => string
  readonly activationMinutes: number
}

/** Whose link, and where it goes. */
export interface LinkReceiver {
  readonly id: string
  readonly reference: string
  readonly connectionEmail: string
  readonly locale: Locale
}

export interface AccountReceiver {
  readonly id: string
  readonly connectionEmail: string
  readonly locale: Locale
}

export interface Links {
  /** A new link and code for a registration, in a mail of its own. Earlier ones live to their own end. */
  sendActivation(tx: Db, registration: LinkReceiver): Promise<void>
  /** Such a link and its mail, for whoever inserts many at once: `noteExpiry` of a registration that may have had one comes before. `purpose` says whose mail state it is. */
  writeActivation(registration: LinkReceiver, purpose?: MailPurpose): { readonly mail: NewMail; readonly link: NewLink }
  /** The same as *Forgot your password?* for a registration that was never activated. */
  sendReset(tx: Db, registration: LinkReceiver): Promise<void>
  /** A link for a new password of an account. */
  sendAccountReset(tx: Db, account: AccountReceiver): Promise<void>
  /** The first link of a support agent, whom the operator has added. */
  sendInvitation(tx: Db, account: AccountReceiver): Promise<void>
  /** A link that nobody holds, so that a registration which leads nowhere counts down and expires like any other. */
  shadow(tx: Db, registrationId: string, mailId: string): Promise<void>
  writeShadow(registrationId: string, mailId: string): NewLink
  /** What was derived while nobody asked is written down before a new link makes it unseen. */
  noteExpiry(tx: Db, registrationId: string): Promise<void>
  endOfRegistration(tx: Db, registrationId: string): Promise<void>
  endOfAccount(tx: Db, accountId: string): Promise<void>
  /** The mail server has the mail: the minutes of its links begin. */
  startLife(tx: Db, mailId: string, acceptedAt: Date): Promise<void>
}

export function createLinks({ clock, outbox, codeHash, publicUrl, activationMinutes }: LinksOptions): Links {
  function linkOf(owner: { registrationId: string } | { accountId: string }, mailId: string, token: string, codeHmac: string | null): NewLink {
    return {
      id: randomUUID(),
      ...owner,
      mailId,
      tokenSha256: sha256(token),
      codeHmac,
      codeTriesLeft: codeHmac === null ? 0 : CODE_TRIES,
      createdAt: clock.now(),
    }
  }

  async function noteExpiry(tx: Db, registrationId: string): Promise<void> {
    const expiry = await findLastExpiry(tx, registrationId)
    if (expiry && expiry <= clock.now()) await insertEvent(tx, { registrationId, at: expiry, event: 'activation-expired' })
  }

  async function sendToAccount(tx: Db, kind: 'password-reset' | 'agent-invited', { id, connectionEmail, locale }: AccountReceiver): Promise<void> {
    const token = newSecret()
    const resetLink = writeActivationLink(publicUrl(), token)
    const mailId = await outbox.queueMail(tx, { kind, to: connectionEmail, locale, resetLink, minutes: activationMinutes })
    await insertLink(tx, linkOf({ accountId: id }, mailId, token, null))
  }

  function writeActivation({ id, reference, connectionEmail, locale }: LinkReceiver, purpose: MailPurpose = { registrationId: id }): { mail: NewMail; link: NewLink } {
    const token = newSecret()
    const shortCode = drawCrockford(CODE_LENGTH)
    const activationLink = writeActivationLink(publicUrl(), token)
    const mail = outbox.write({ kind: 'activation', to: connectionEmail, locale, reference, activationLink, shortCode, minutes: activationMinutes }, purpose)
    return { mail, link: linkOf({ registrationId: id }, mail.id, token, codeHash.of(codeText(reference, shortCode))) }
  }

  /** With a code that nobody can know either: trying one has to take as long as with any other registration. */
  function writeShadow(registrationId: string, mailId: string): NewLink {
    return linkOf({ registrationId }, mailId, newSecret(), codeHash.of(newSecret()))
  }

  return {
    writeActivation,
    writeShadow,
    noteExpiry,

    async sendActivation(tx, registration) {
      await noteExpiry(tx, registration.id)
      const { mail, link } = writeActivation(registration)
      await insertMails(tx, [mail])
      await insertLink(tx, link)
    },

    async sendReset(tx, { id, connectionEmail, locale }) {
      const token = newSecret()
      await noteExpiry(tx, id)
      const resetLink = writeActivationLink(publicUrl(), token)
      const message = { kind: 'password-reset', to: connectionEmail, locale, resetLink, minutes: activationMinutes } as const
      await insertLink(tx, linkOf({ registrationId: id }, await outbox.queueMail(tx, message, { registrationId: id }), token, null))
    },

    sendAccountReset: (tx, account) => sendToAccount(tx, 'password-reset', account),
    sendInvitation: (tx, account) => sendToAccount(tx, 'agent-invited', account),

    async shadow(tx, registrationId, mailId) {
      await noteExpiry(tx, registrationId)
      await insertLink(tx, writeShadow(registrationId, mailId))
    },

    endOfRegistration: (tx, registrationId) => endLinksOfRegistration(tx, registrationId, clock.now()),
    endOfAccount: (tx, accountId) => endLinksOfAccount(tx, accountId, clock.now()),

    async startLife(tx, mailId, acceptedAt) {
      const registrationIds = await startLinks(tx, mailId, new Date(acceptedAt.getTime() + activationMinutes * 60_000))
      for (const registrationId of await noteLinkSent(tx, registrationIds, acceptedAt))
        await insertEvent(tx, { registrationId, at: acceptedAt, event: 'activation-sent' })
    },
  }
}

/** What a short code's keyed hash is of: the code is worth nothing without the reference that it is bound to. */
export function codeText(reference: string, code: string): string {
  return `${reference} ${code}`
}
