import { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import type { StructureAnswer } from '@shared/http/structures'
import { compactText } from '@shared/identifiers/compact-text'
import { isLookedUp } from '@shared/identifiers/field-plan'
import type { DraftId } from '@shared/registration/draft'
import type { RowState } from '@shared/registration/registration-list'
import { ROW_FILTERS } from '@shared/registration/row-filters'
import { structureNews, withStructure } from '@shared/registration/structure-news'
import type { DraftFile } from '../drafts/draft-file'
import type { Drafts } from '../drafts/drafts'
import type { HeardFormRules } from './form-rules'
import { askAttention, renewSnapshot } from './queue-file'
import type { ServiceClient } from './service-client'

/** Resolves to the failure when the structure is not what it was: the file says so then. Throws where nobody could be asked. */
export type StructureCheck = (draftId: DraftId) => Promise<{ readonly failure: AppError } | undefined>

interface StructureCheckRooms {
  readonly drafts: Pick<Drafts, 'open' | 'change' | 'indexed'>
  readonly service: Pick<ServiceClient, 'lookUpStructure'>
  readonly rules: HeardFormRules
  readonly newKey: () => string
}

/** A directory that is down holds up nobody; about a number that it does not take, the service itself decides. */
const HOLDS_UP_NOBODY: ReadonlySet<FailureCode> = new Set<FailureCode>(['directory-unavailable', 'identifier-invalid', 'identifier-not-looked-up'])

/** With one of these the service says of a structure that somebody is registering it. */
const IS_BEING_REGISTERED: ReadonlySet<RowState> = new Set<RowState>([...ROW_FILTERS.moving, 'activation-sent'])

/** Looks again before anything is sent: weeks may lie between the form and its sending. */
export function createStructureCheck({ drafts, service, rules, newKey }: StructureCheckRooms): StructureCheck {
  async function lookUp({ outgoing }: DraftFile): Promise<StructureAnswer | 'unknown' | 'silent'> {
    const { identifierType, identifier } = outgoing!.application.structure
    if (!isLookedUp(identifierType) || identifier === undefined) {
      // Nobody to ask about it; the network is asked all the same, so that nothing is sent into a hotel's sign-in page.
      await rules.read()
      return 'silent'
    }
    try {
      return await service.lookUpStructure(identifierType, identifier)
    } catch (thrown) {
      const { code } = AppError.from(thrown)
      if (code === 'structure-unknown') return 'unknown'
      if (HOLDS_UP_NOBODY.has(code)) return 'silent'
      throw thrown
    }
  }

  async function refuse(draftId: DraftId, failure: AppError, structureNow?: StructureAnswer): Promise<{ failure: AppError }> {
    await drafts.change(draftId, (file) => askAttention(file, { failure: failure.toFailure(), mayHaveArrived: false, structureNow }))
    return { failure }
  }

  return async (draftId) => {
    const file = await drafts.open(draftId)
    if (!file.outgoing) return undefined
    const now = await lookUp(file)
    if (now === 'silent') return undefined
    if (now === 'unknown') return refuse(draftId, aboutNumber('structure-unknown'))
    const news = structureNews(file.draft.content, file.outgoing.structureThen, now)
    if (news === 'changed' && (await isOwnDoing(file, now))) return undefined
    if (news === 'changed') return refuse(draftId, new AppError('structure-changed', 'The structure is not what it was'), now)
    if (news === 'filled') await fill(draftId, file, now)
    return undefined
  }

  /** Several people of one structure are queued together: that somebody is registering it is no news to who has just sent the first of them. */
  async function isOwnDoing({ draft, outgoing }: DraftFile, now: StructureAnswer): Promise<boolean> {
    const { application, structureThen: then } = outgoing!
    if (then?.standing !== 'not-registered' || now.standing !== 'pending') return false
    if (structureNews(draft.content, { ...then, standing: 'pending' }, now) !== 'same') return false
    const { identifier } = application.structure
    return (await drafts.indexed()).some(({ row }) => IS_BEING_REGISTERED.has(row.state) && compactText(row.identifier) === identifier)
  }

  async function fill(draftId: DraftId, { outgoing }: DraftFile, answer: StructureAnswer): Promise<void> {
    const { identifierType, identifier = '' } = outgoing!.application.structure
    await drafts.change(draftId, (file) => {
      const content = withStructure(file.draft.content, { identifierType, identifier }, answer)
      return renewSnapshot({ ...file, draft: { ...file.draft, content } }, { rules: rules.heard(), newKey })
    })
  }
}

function aboutNumber(code: FailureCode): AppError {
  return new AppError(code, 'Refused by the directory', { problems: [{ pointer: '/structure/identifier', code, params: {} }] })
}
