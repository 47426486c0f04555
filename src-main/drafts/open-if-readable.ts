import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import type { DraftFile } from './draft-file'
import type { Drafts } from './drafts'

/** One that cannot be read keeps nobody from going on with the others; the list names it. Throws what concerns all of them. */
export async function openIfReadable(drafts: Pick<Drafts, 'open'>, id: DraftId): Promise<DraftFile | undefined> {
  return drafts.open(id).catch((thrown: unknown) => {
    const { code } = AppError.from(thrown)
    if (code === 'draft-not-found' || code === 'draft-unreadable' || code === 'draft-from-newer-version') return undefined
    throw thrown
  })
}
