import { describe, expect, it } from 'vitest'
import { createLinkNotices, type Notice } from '@main/window/link-notices'
import { NATIVE_WORDS } from '@main/window/native-words'
import type { DraftId } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'

const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as DraftId[] as [DraftId, DraftId]

function rig(locale: Locale, structureNameOf: (id: DraftId) => Promise<string> = async () => 'DANONE') {
  const shown: Notice[] = []
  return { shown, warn: createLinkNotices({ words: () => NATIVE_WORDS[locale], structureNameOf, show: (notice) => shown.push(notice) }) }
}

describe('a notice about a link', () => {
  it.each([
    ['en', '15 minutes left to activate the account'],
    ['fr', 'Plus que 15 minutes pour activer le compte'],
  ] as const)('says in %s how long is left, and names the structure', async (locale, title) => {
    const { shown, warn } = rig(locale)
    await warn([{ draftId: A, minutes: 15 }])
    expect(shown).toEqual([{ title, body: `DANONE\n${NATIVE_WORDS[locale].linkEndsBody}`, draftId: A }])
  })

  it('is one for several, with the shortest time, and leads to the list', async () => {
    const { shown, warn } = rig('en')
    await warn([{ draftId: A, minutes: 15 }, { draftId: B, minutes: 5 }])
    expect(shown).toEqual([{ title: '5 minutes left to activate 2 accounts', body: NATIVE_WORDS.en.linksEndBody, draftId: undefined }])
  })

  it('is shown without a name when the draft cannot be read, and not at all for nothing', async () => {
    const { shown, warn } = rig('en', () => Promise.reject(new Error('locked')))
    await warn([])
    expect(shown).toEqual([])
    await warn([{ draftId: A, minutes: 5 }])
    expect(shown[0]?.body).toBe(NATIVE_WORDS.en.linkEndsBody)
  })
})
