import { z } from 'zod'
import { Failure } from '../errors/failure'
import { StructureAnswer } from '../http/structures'
import { IdentifierType } from '../identifiers/identifier-type'
import { Locale } from './locale'
import { AcceptedConditions } from './person'
import { RegistrationState } from './progress'
import { StepName } from './step-names'

export const DraftId = z.uuid().brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** Long enough for anything that a person could mean, short enough that a file stays a file. */
const typed = z.string().max(1000)

/** The person's fields while they are being typed: "ann@" is not yet an address, and is still worth keeping. */
export const PersonInProgress = z.strictObject({
  connectionEmail: typed,
  firstName: typed,
  lastName: typed,
  phone: typed,
  contactEmail: typed,
})
export type PersonInProgress = z.infer<typeof PersonInProgress>

export const AddressInProgress = z.strictObject({
  line1: typed,
  line2: typed,
  line3: typed,
  postalCode: typed,
  city: typed,
  country: typed,
})
export type AddressInProgress = z.infer<typeof AddressInProgress>

export const StructureInProgress = z.strictObject({
  identifierType: IdentifierType.optional(),
  identifier: typed,
  name: typed,
  firstName: typed,
  lastName: typed,
  label: typed,
  address: AddressInProgress,
})
export type StructureInProgress = z.infer<typeof StructureInProgress>

/** What the directory said of the number that stands in the draft, so that it can be read again offline. */
export const KeptLookUp = z.strictObject({
  identifierType: IdentifierType,
  /** Compact form. */
  identifier: z.string(),
  answer: StructureAnswer,
})
export type KeptLookUp = z.infer<typeof KeptLookUp>

/** Everything that a person can change. It is saved whole: half a change cannot be lost. */
export const DraftContent = z.strictObject({
  locale: Locale,
  /** The step that was last on the screen. */
  step: StepName,
  person: PersonInProgress,
  /** The contact address follows the connection address as long as this is ticked. */
  sameContactEmail: z.boolean(),
  conditions: AcceptedConditions.optional(),
  structure: StructureInProgress,
  lookUp: KeptLookUp.optional(),
})
export type DraftContent = z.infer<typeof DraftContent>

/** What the service answered. The access key is not here: it goes to the vault and never to the window. */
export const Receipt = z.strictObject({
  registrationId: z.uuid(),
  reference: z.string(),
  sentAt: z.iso.datetime(),
  /** As last heard from the service. */
  state: RegistrationState,
})
export type Receipt = z.infer<typeof Receipt>

/** What the window may know of a registration that waits to be sent. Its snapshot, key and captcha stay in the main process. */
export const QueueEntry = z.strictObject({
  /** `sending` also after a crash, until the service has said whether it arrived. */
  state: z.enum(['queued', 'sending', 'needs-attention']),
  queuedAt: z.iso.datetime(),
  /** How often it was sent so far. */
  attempts: z.number().int().nonnegative(),
  /** The next one is not made before. */
  nextAttemptAt: z.iso.datetime().optional(),
  /** Why it needs attention; its problems have the pointers of the application, so that they show at the draft's fields. */
  failure: Failure.optional(),
  /** An attempt was cut off: until its outcome is known it can neither be taken back nor changed. */
  mayHaveArrived: z.boolean(),
  /** What the directory says now of the structure, where it is not what it said when the draft was prepared. */
  structureNow: StructureAnswer.optional(),
})
export type QueueEntry = z.infer<typeof QueueEntry>

/** A registration on this machine: in preparation, and with a receipt once the service has accepted it. */
export const Draft = z.strictObject({
  id: DraftId,
  content: DraftContent,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  receipt: Receipt.optional(),
  /** There from *Queue for sending* until there is a receipt or it is taken back. */
  queue: QueueEntry.optional(),
})
export type Draft = z.infer<typeof Draft>

export function emptyContent(locale: Locale): DraftContent {
  return {
    locale,
    step: 'person',
    person: { connectionEmail: '', firstName: '', lastName: '', phone: '', contactEmail: '' },
    sameContactEmail: true,
    structure: { identifierType: undefined, identifier: '', name: '', firstName: '', lastName: '', label: '', address: { ...emptyAddress } },
  }
}

const emptyAddress: AddressInProgress = { line1: '', line2: '', line3: '', postalCode: '', city: '', country: '' }
