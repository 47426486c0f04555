import type { Drafts } from '@main/drafts/drafts'
import { openDrafts, type OpenDraftsOptions } from '@main/drafts/open-drafts'
import type { Rest } from '@main/drafts/rest'
import type { FileSystem } from '@main/platform/file-system'
import { systemRandomness } from '@main/platform/randomness'
import { emptyContent, type DraftContent } from '@shared/registration/draft'
import type { ListQuery } from '@shared/registration/registration-list'
import { createFixedSafe } from './fixed-safe'

export const FOLDER = '/profile/drafts'
export const ASIDE = '/profile/set-aside'
export const DISCARDED = '/profile/discarded'
export const EVERYTHING: ListQuery = { search: '', filter: 'all', sort: 'newest' }

/** Rest comes when a test says so. */
export function createManualRest(): Rest & { readonly now: () => Promise<void> } {
  let wanted: (() => Promise<void>) | undefined
  return {
    after(work) {
      wanted = work
    },
    stop() {
      wanted = undefined
    },
    async now() {
      await wanted?.()
    },
  }
}

/** Drafts over the given file system as Parvis composes them, with a clock that goes on by a minute a question. */
export function openTestDrafts(fileSystem: FileSystem, options: Partial<OpenDraftsOptions> = {}): Drafts {
  let minute = 0
  return openDrafts({
    fileSystem,
    folder: FOLDER,
    asideFolder: ASIDE,
    discardedFolder: DISCARDED,
    clock: { now: () => new Date(Date.UTC(2026, 0, 1, 0, (minute += 1))) },
    randomness: systemRandomness,
    safe: createFixedSafe(),
    language: () => 'fr',
    rest: createManualRest(),
    pause: async () => undefined,
    ...options,
  })
}

/** The same in a file of several pages. */
export function longNamed(firstName: string): DraftContent {
  const content = named(firstName)
  const long = 'x'.repeat(1000)
  return { ...content, structure: { ...content.structure, label: long, name: long, firstName: long, lastName: long, address: { ...content.structure.address, line1: long, line2: long } } }
}

export function named(firstName: string, lastName = ''): DraftContent {
  const content = emptyContent('fr')
  return { ...content, person: { ...content.person, firstName, lastName } }
}
