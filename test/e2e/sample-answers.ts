import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conditionsIn } from '@service/registration/conditions'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { StructureAnswer } from '@shared/http/structures'
import type { InspectedActivation } from '@shared/ipc/answers'
import type { Outcome } from '@shared/ipc/queue'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { DraftId, emptyContent, type Draft, type DraftContent } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import { nextActorOf, type RegistrationState } from '@shared/registration/progress'
import { listOf } from '../support/list-of'
import type { ScriptedAnswers } from './support/scripted-main'
import { minutesBefore } from './sample-people'

export { ALL_ROWS } from './sample-people'
export { listOf } from '../support/list-of'

const DRAFT_ID = '7f0c1a52-3b8d-4d51-9c60-1c5f0e2a9b11'
const MORNING = minutesBefore(49)
const NOON = minutesBefore(3)

export const DANONE_ANSWER: StructureAnswer = {
  standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE',
  address: { line1: '17 BOULEVARD HAUSSMANN', postalCode: '75009', city: 'PARIS', country: 'FR' },
}

/** A draft of a SIRET with everything filled in, and what the directory said of it. */
export function completeContent(answer: StructureAnswer = DANONE_ANSWER): DraftContent {
  const content = emptyContent('en')
  return {
    ...content,
    person: { ...content.person, connectionEmail: 'zoe.beranger@example.org', firstName: 'Zoé', lastName: 'Béranger', phone: '+33 1 23 45 67 89' },
    conditions: { version: '1', acceptedAt: MORNING },
    structure: { ...content.structure, identifierType: 'SIRET', identifier: '552 032 534 00646' },
    lookUp: { identifierType: 'SIRET', identifier: '55203253400646', answer },
  }
}

export function draftOf(content: DraftContent, receiptState?: RegistrationState): Draft {
  return {
    id: DraftId.parse(DRAFT_ID), content, createdAt: MORNING, updatedAt: NOON,
    ...(receiptState && { receipt: { registrationId: '2c9e6f04-7b1e-4c57-8a4f-7d3b0a5e6c22', reference: 'PV-7K2M-9QDX', sentAt: NOON, state: receiptState } }),
  }
}

/** A draft on a number of the given type, nothing else typed yet. */
export function numberedContent(identifierType: IdentifierType, identifier: string, country = ''): DraftContent {
  const content = completeContent()
  const { lookUp: _lookUp, ...rest } = content
  return { ...rest, structure: { ...emptyContent('en').structure, identifierType, identifier, address: { ...emptyContent('en').structure.address, country } } }
}

export function followed(state: RegistrationState, mail: FollowedRegistration['mail']['state'] = 'sent'): FollowedRegistration {
  const isWaiting = state === 'awaiting-manager' || state === 'attachment-refused'
  const isForSupport = state === 'awaiting-support' || state === 'structure-refused'
  return {
    reference: 'PV-7K2M-9QDX', state, nextActor: nextActorOf(state), mail: { state: mail },
    timeline: [
      { at: MORNING, event: 'requested' },
      ...(isWaiting ? [{ at: MORNING, event: 'awaiting-manager' as const }] : []),
      ...(isForSupport ? [{ at: MORNING, event: 'awaiting-support' as const }] : []),
      ...(['activation-sent', 'activation-expired', 'active', 'withdrawn'].includes(state) ? [{ at: MORNING, event: 'activation-sent' as const }] : []),
      ...(['requested', 'awaiting-manager', 'awaiting-support', 'activation-sent'].includes(state) ? [] : [{ at: NOON, event: state }]),
    ],
    ...(state === 'activation-sent' && { activation: { expiresAt: NOON, secondsLeft: 2540 } }),
  }
}

export function inspected(state: InspectedActivation['state'], renewableAsIs = true): InspectedActivation {
  return {
    activationId: '5d1f4a0e-2f53-4a9c-9a58-60b8d2f0c733', state, secondsLeft: state === 'live' ? 2540 : 0,
    connectionEmailMasked: 'z•••@example.org', structureName: 'DANONE', purpose: 'activation', renewableAsIs,
  }
}

/** A picture as the service draws them (`test/unit/sample-captcha.test.ts`). */
const SAMPLE_CAPTCHA = readFileSync(join(import.meta.dirname, '../support/sample-captcha.png')).toString('base64')

/** One registration was meant, and it was done. */
const DONE: Outcome = { done: 1, refused: [], refusedInAll: 0 }

/** A well Parvis: what every state starts from, and changes one answer of. */
export const WELL: ScriptedAnswers = {
  'draft:create': { value: draftOf(emptyContent('en')) },
  'draft:open': { value: draftOf(completeContent()) },
  'draft:save': { value: draftOf(completeContent()) },
  'draft:discard': { value: { ...DONE, discardId: '3f1c2b7a-51c3-4a0e-9a1d-0f6a5c2d9e10' } },
  'draft:restore': { value: DONE },
  'draft:duplicate': { value: draftOf(completeContent()) },
  'registration:list': { value: listOf([]) },
  'queue:add': { value: DONE },
  'queue:take-back': { value: DONE },
  'retention:keep': { value: DONE },
  'queue:describe': { value: { waiting: 0, needsAttention: 0, sent: 0, network: 'reachable', isPaused: false, waitingLong: 0 } },
  'queue:send': { value: { outcome: 'sent' } },
  'queue:pause': { value: { waiting: 0, needsAttention: 0, sent: 0, network: 'reachable', isPaused: false, waitingLong: 0 } },
  'queue:accept-structure': { value: { done: 1, refused: [], refusedInAll: 0 } },
  'safe:describe': { value: { state: 'open', keeper: 'keychain', draftsLeftAlone: 0 } },
  'service:describe': { value: { state: 'ready', environment: 'practice', version: '0.1.0', phoneRequired: false, mailFrom: 'noreply@practice.example' } },
  'conditions:read': { value: conditionsIn('en') },
  'captcha:request': { value: { captchaId: 'c', image: { mediaType: 'image/png', base64: SAMPLE_CAPTCHA }, expiresAt: NOON } },
  'captcha:listen': 'never',
  'captcha:validate': { value: { captchaToken: 't', expiresAt: NOON } },
  'structure:look-up': { value: DANONE_ANSWER },
  'registration:submit': { value: draftOf(completeContent(), 'requested') },
  'registration:follow': { value: followed('activation-sent') },
  'registration:correct-address': { value: followed('activation-sent') },
  'registration:withdraw': { value: followed('withdrawn') },
  'registration:send-again': { value: followed('activation-sent') },
  'activation:pending': { value: {} },
  'activation:inspect': { value: inspected('live') },
  'activation:complete': { value: { password: 'not-asked' } },
  'activation:renew': { value: {} },
  'session:describe': { value: { is: 'signed-out' } },
  'mailbox:read': { value: [] },
  'text:copy': { value: {} },
  'paper:save': { value: { saved: true } },
  'paper:print': { value: {} },
  'paper:sent-on': { value: { count: 12 } },
  'paper:save-receipt': { value: { saved: true } },
  'paper:print-receipt': { value: {} },
  'place:open': { value: {} },
}

export const WIZARD = `#/drafts/${DRAFT_ID}`
export const SUMMARY = `#/registrations/${DRAFT_ID}`

/** What of it stands in the language of the window. */
export function wellIn(language: Locale): ScriptedAnswers {
  return { ...WELL, 'conditions:read': { value: conditionsIn(language) } }
}
