import { setTimeout as pause } from 'node:timers/promises'
import { PATHS } from '@shared/http/paths'
import type { PracticeMailbox } from '@shared/http/practice-mailbox'

export type Mail = PracticeMailbox[number]

const LINK = /https?:\/\/\S+\/activate#t=[A-Za-z0-9_-]{43}/
const REFERENCE_AND_CODE = /(PV-[0-9A-Z]{4}-[0-9A-Z]{4}) +([0-9A-Z]{4}-[0-9A-Z]{4})/
const PATIENCE_MS = 15_000

/** What the service has sent, as it would have arrived. */
export interface Mailbox {
  readonly allMails: () => Promise<readonly Mail[]>
  readonly mailsTo: (address: string) => Promise<readonly Mail[]>
  /** Waits for the newest mail with an activation link to this address, beside those that are already known. */
  readonly nextLinkTo: (address: string, known?: readonly string[]) => Promise<{ readonly link: string; readonly token: string; readonly mail: Mail }>
  /** The reference and the short code of the newest activation mail, as they stand in it. */
  readonly codeTo: (address: string) => Promise<{ readonly reference: string; readonly code: string }>
}

export function mailboxOf(url: string): Mailbox {
  async function allMails(): Promise<readonly Mail[]> {
    return (await (await fetch(`${url}${PATHS.practiceMailboxJson}`)).json()) as PracticeMailbox
  }

  async function mailsTo(address: string): Promise<readonly Mail[]> {
    return (await allMails()).filter(({ to }) => to === address)
  }

  async function find<T>(address: string, read: (mail: Mail) => T | undefined): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const mails = await mailsTo(address)
      const found = mails.toReversed().map(read).find((value) => value !== undefined)
      if (found !== undefined) return found
      if (Date.now() > deadline) throw new Error(`No such mail to ${address} among: ${mails.map(({ subject }) => subject).join(' | ') || 'none'}`)
      await pause(100)
    }
  }

  return {
    allMails,
    mailsTo,
    nextLinkTo: (address, known = []) =>
      find(address, (mail) => {
        const link = LINK.exec(mail.text)?.[0]
        return link === undefined || known.includes(link) ? undefined : { link, token: tokenOf(link), mail }
      }),
    codeTo: (address) =>
      find(address, ({ text }) => {
        const [, reference, code] = REFERENCE_AND_CODE.exec(text) ?? []
        return reference === undefined || code === undefined ? undefined : { reference, code }
      }),
  }
}

export function tokenOf(link: string): string {
  return link.split('#t=')[1] ?? ''
}
