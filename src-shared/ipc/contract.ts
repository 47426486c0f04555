import { z } from 'zod'
import type { Failure } from '../errors/app-error'
import { Conditions } from '../http/conditions'
import { FollowedRegistration } from '../http/registrations'
import { StructureAnswer } from '../http/structures'
import { IdentifierType } from '../identifiers/identifier-type'
import { Draft, DraftContent, DraftId } from '../registration/draft'
import { Locale } from '../registration/locale'
import { ListQuery, RowSort, Selection } from '../registration/registration-list'
import type { ACCOUNT_CONTRACT } from './account-contract'
import * as answers from './answers'
import { AppDescription, ServiceDescription, Settings } from './descriptions'
import type { HELPDESK_CONTRACT } from './helpdesk-contract'
import type { KIOSK_CONTRACT } from './kiosk-contract'
import type { CoreOperationName, OperationName } from './operation-names'
import { Outcome, QueueDescription } from './queue'
import { Passphrase, SafeDescription } from './safe'
import type { SPREADSHEET_CONTRACT } from './spreadsheet-contract'

interface Operation {
  readonly input: z.ZodType
  readonly output: z.ZodType
}

const nothing = z.strictObject({})
const ofDraft = z.strictObject({ draftId: DraftId })
const CaptchaId = z.string().min(1).max(100)
const ActivationId = z.uuid()
const email = z.string().min(1).max(320)

/** What the window may ask of the main process, but for what is asked in somebody's name (`account-contract.ts`, `helpdesk-contract.ts`) and what makes drafts of a spreadsheet (`spreadsheet-contract.ts`). A new entry fails the build until it is served. */
export const CONTRACT = {
  'app:describe': { input: nothing, output: AppDescription },
  'settings:change': { input: Settings, output: Settings },

  'draft:create': { input: z.strictObject({ locale: Locale }), output: Draft },
  'draft:open': { input: ofDraft, output: Draft },
  /** Answers when the disk has it for good (fsync), and only then. */
  'draft:save': { input: z.strictObject({ draftId: DraftId, content: DraftContent }), output: Draft },
  /** Removes them from the list; `draft:restore` brings back what one such question removed, as long as Parvis runs. What is being sent stays. */
  'draft:discard': { input: Selection, output: Outcome.extend({ discardId: z.uuid() }) },
  'draft:restore': { input: z.strictObject({ discardId: z.uuid() }), output: Outcome },
  /** A new draft with the same content, but not its acceptance of the conditions. */
  'draft:duplicate': { input: ofDraft, output: Draft },
  /** A part of the drafts and sent registrations of this machine, and what there is of them in all. */
  'registration:list': {
    input: z.strictObject({ query: ListQuery, from: z.number().int().nonnegative(), count: z.number().int().min(0).max(200) }),
    output: answers.RegistrationList,
  },
  /** The same rows, a part after the other, with what they are searched by: for the window to answer keys by itself. */
  'registration:read-searched': {
    input: z.strictObject({ sort: RowSort, from: z.number().int().nonnegative(), count: z.number().int().min(1).max(500) }),
    output: answers.SearchedPart,
  },

  'safe:describe': { input: nothing, output: SafeDescription },
  /** Throws `passphrase-wrong`. */
  'safe:open': { input: z.strictObject({ passphrase: Passphrase }), output: SafeDescription },
  /** What to do where there is no keychain. `in-memory` lasts for this run. Throws `passphrase-weak`. */
  'safe:choose': {
    input: z.discriminatedUnion('keep', [z.strictObject({ keep: z.literal('by-passphrase'), passphrase: Passphrase }), z.strictObject({ keep: z.literal('in-memory') })]),
    output: SafeDescription,
  },
  /** Asks the keychain once more. */
  'safe:retry': { input: nothing, output: SafeDescription },
  /** A new key for new drafts. Those that cannot be opened stay on the disk, untouched, and open again with their own key. */
  'safe:start-anew': { input: nothing, output: SafeDescription },

  'queue:describe': { input: nothing, output: QueueDescription },
  /** Answers when snapshot and key of each are on the disk for good. */
  'queue:add': { input: Selection, output: Outcome },
  /** Makes drafts of them again. Refused as `outcome-unknown` where one may have arrived. */
  'queue:take-back': { input: Selection, output: Outcome },
  /** The captcha of the one whose turn it is. Answers when it was sent, or why it was not; throws `captcha-token-invalid` where another captcha does it. */
  'queue:send': { input: z.strictObject({ draftId: DraftId, captchaToken: z.string().min(1).max(200) }), output: z.strictObject({ outcome: z.enum(['sent', 'waiting', 'needs-attention']) }) },
  'queue:pause': { input: z.strictObject({ isPaused: z.boolean() }), output: QueueDescription },
  /** The person has seen what changed about the structure: a new snapshot with what the directory says now, under a new key. */
  'queue:accept-structure': { input: ofDraft, output: Outcome },

  /** Asks where to, then writes the drafts among them into one encrypted file. What was sent is not exported. */
  'exchange:export': { input: z.strictObject({ selection: Selection, passphrase: Passphrase }), output: z.strictObject({ exported: z.number().int().nonnegative().optional() }) },
  /** Asks for a file; absent when the person changed their mind. */
  'exchange:choose': { input: nothing, output: z.strictObject({ file: z.strictObject({ exchangeId: z.uuid(), fileName: z.string() }).optional() }) },
  /** Throws `passphrase-wrong`, `exchange-file-unreadable`, `exchange-file-newer`. */
  'exchange:read': { input: z.strictObject({ exchangeId: z.uuid(), passphrase: Passphrase }), output: answers.ExchangePreview },
  'exchange:import': { input: z.strictObject({ exchangeId: z.uuid(), alreadyHere: z.enum(['skip', 'copy']) }), output: z.strictObject({ imported: z.number().int().nonnegative(), skipped: z.number().int().nonnegative() }) },

  /** Counts their age from now. */
  'retention:keep': { input: Selection, output: Outcome },
  'data:describe': { input: nothing, output: answers.DataDescription },
  /** Erases for good: all registrations of this machine with their keys and what was set aside; `everything` the settings, too. Parvis starts afresh. */
  'data:erase': { input: z.strictObject({ what: z.enum(['registrations', 'everything']) }), output: nothing },

  'service:describe': { input: nothing, output: ServiceDescription },
  'conditions:read': { input: z.strictObject({ locale: Locale }), output: Conditions },
  'captcha:request': { input: z.strictObject({ locale: Locale }), output: answers.CaptchaImage },
  'captcha:listen': { input: z.strictObject({ captchaId: CaptchaId }), output: answers.CaptchaSound },
  'captcha:validate': {
    input: z.strictObject({ captchaId: CaptchaId, answer: z.string().min(1).max(50) }),
    output: answers.CaptchaPass,
  },
  'structure:look-up': {
    input: z.strictObject({ identifierType: IdentifierType, identifier: z.string().min(1).max(64) }),
    output: StructureAnswer,
  },

  /** Sends the stored draft; the same key goes again until there is an answer, so asking twice registers once. */
  'registration:submit': { input: z.strictObject({ draftId: DraftId, captchaToken: z.string().min(1).max(200) }), output: Draft },
  'registration:follow': { input: ofDraft, output: FollowedRegistration },
  'registration:correct-address': { input: z.strictObject({ draftId: DraftId, connectionEmail: email }), output: FollowedRegistration },
  'registration:withdraw': { input: ofDraft, output: FollowedRegistration },
  'registration:send-again': { input: ofDraft, output: FollowedRegistration },

  /** The link that was handed over to Parvis (argument, second instance, `open-url`) and not yet taken up. */
  'activation:pending': { input: nothing, output: z.strictObject({ activationId: ActivationId.optional() }) },
  /** Changes nothing on the service. What was pasted stays in the main process; the window keeps only the id. */
  'activation:inspect': {
    input: z.union([z.strictObject({ activationId: ActivationId }), z.strictObject({ text: z.string().min(1).max(8192) })]),
    output: answers.InspectedActivation,
  },
  'activation:complete': {
    input: z.strictObject({ activationId: ActivationId, password: z.string().min(1).max(1024), keepInKeychain: z.boolean() }),
    output: answers.CompletedActivation,
  },
  /** A new link by the old one; `connectionEmail` only where there was no token (reference and code). */
  'activation:renew': { input: z.strictObject({ activationId: ActivationId, connectionEmail: email.optional() }), output: nothing },

  'mailbox:read': { input: nothing, output: z.array(answers.PracticeMail) },
  'text:copy': { input: z.strictObject({ text: z.string().min(1).max(500) }), output: nothing },
  'page:print': { input: nothing, output: nothing },
  'page:save-pdf': { input: z.strictObject({ suggestedName: z.string().min(1).max(100) }), output: z.strictObject({ saved: z.boolean() }) },
  /** Opens one of our few addresses in the person's browser. Names, never addresses, cross this line. */
  'place:open': { input: z.strictObject({ place: z.enum(['portal', 'guide']) }), output: nothing },
} as const satisfies Record<CoreOperationName, Operation>

type CoreContract = typeof CONTRACT
type AccountContract = typeof ACCOUNT_CONTRACT
type HelpdeskContract = typeof HELPDESK_CONTRACT
type KioskContract = typeof KIOSK_CONTRACT
type SpreadsheetContract = typeof SPREADSHEET_CONTRACT
interface WholeContract extends CoreContract, AccountContract, HelpdeskContract, KioskContract, SpreadsheetContract {}

export type InputOf<N extends OperationName> = z.output<WholeContract[N]['input']>
export type OutputOf<N extends OperationName> = z.output<WholeContract[N]['output']>

/** Failures travel as values: Electron would keep only the message of a thrown error. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export type Handlers = { readonly [N in OperationName]: (input: InputOf<N>) => Promise<OutputOf<N>> }
