import { z } from 'zod'
import type { Failure } from '../errors/app-error'
import { Conditions } from '../http/conditions'
import { FollowedRegistration } from '../http/registrations'
import { StructureAnswer } from '../http/structures'
import { IdentifierType } from '../identifiers/identifier-type'
import { Draft, DraftContent, DraftId } from '../registration/draft'
import { Locale } from '../registration/locale'
import * as answers from './answers'
import { AppDescription, ServiceDescription, Settings } from './descriptions'
import type { OperationName } from './operation-names'

interface Operation {
  readonly input: z.ZodType
  readonly output: z.ZodType
}

const nothing = z.strictObject({})
const ofDraft = z.strictObject({ draftId: DraftId })
const CaptchaId = z.string().min(1).max(100)
const ActivationId = z.uuid()
const email = z.string().min(1).max(320)

/** Everything that the window may ask of the main process. A new entry here fails the build until it is served. */
export const CONTRACT = {
  'app:describe': { input: nothing, output: AppDescription },
  'settings:change': { input: Settings, output: Settings },

  'draft:create': { input: z.strictObject({ locale: Locale }), output: Draft },
  'draft:open': { input: ofDraft, output: Draft },
  /** Answers when the disk has it for good (fsync), and only then. */
  'draft:save': { input: z.strictObject({ draftId: DraftId, content: DraftContent }), output: Draft },
  /** Removes the draft from the list; `draft:restore` brings it back as long as Parvis runs. */
  'draft:discard': { input: ofDraft, output: nothing },
  'draft:restore': { input: ofDraft, output: Draft },
  /** Drafts and sent registrations of this machine, newest change first, and files that could not be read. */
  'registration:list': { input: nothing, output: answers.RegistrationList },

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
} as const satisfies Record<OperationName, Operation>

export type InputOf<N extends OperationName> = z.output<(typeof CONTRACT)[N]['input']>
export type OutputOf<N extends OperationName> = z.output<(typeof CONTRACT)[N]['output']>

/** Failures travel as values: Electron would keep only the message of a thrown error. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export type Handlers = { readonly [N in OperationName]: (input: InputOf<N>) => Promise<OutputOf<N>> }
