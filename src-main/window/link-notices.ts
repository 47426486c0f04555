import type { DraftId } from '@shared/registration/draft'
import type { NativeWords } from './native-words'

export interface Notice {
  readonly title: string
  readonly body: string
  /** What a click is about; absent when it is about several. */
  readonly draftId: DraftId | undefined
}

interface LinkNoticeRooms {
  readonly words: () => NativeWords
  readonly structureNameOf: (draftId: DraftId) => Promise<string>
  readonly show: (notice: Notice) => void
}

/**
 * Says on the desktop that activation links are about to end: one notice for all that pass a mark together.
 * A lock screen may show it to anybody, so no person is named.
 */
export function createLinkNotices({ words, structureNameOf, show }: LinkNoticeRooms): (warnings: readonly { readonly draftId: DraftId; readonly minutes: number }[]) => Promise<void> {
  return async (warnings) => {
    const { linkEndsIn, linksEndIn, linkEndsBody, linksEndBody } = words()
    const [first] = warnings
    if (!first) return
    // The shortest time is true of all of them.
    const minutes = String(warnings.reduce((least, warning) => Math.min(least, warning.minutes), first.minutes))
    if (warnings.length > 1) {
      show({ title: linksEndIn.replace('{count}', String(warnings.length)).replace('{minutes}', minutes), body: linksEndBody, draftId: undefined })
      return
    }
    const structure = await structureNameOf(first.draftId).catch(() => '')
    show({ title: linkEndsIn.replace('{minutes}', minutes), body: structure === '' ? linkEndsBody : `${structure}\n${linkEndsBody}`, draftId: first.draftId })
  }
}
