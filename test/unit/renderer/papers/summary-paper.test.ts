import { describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { summaryPaper, type Summarised } from '@renderer/papers/summary-paper'
import type { Words } from '@renderer/locales/use-words'
import { Paper } from '@shared/ipc/papers'
import { REGISTRATION_STATES } from '@shared/registration/progress'
import { createAllWords } from '../../../support/all-words'
import { completeContent, draftOf, followed } from '../../../e2e/sample-answers'

function wordsIn(language: 'en' | 'fr'): Words {
  const { t } = createAllWords(language).global
  return { t: (key, params) => t(key, (params ?? {}) as Record<string, unknown>), has: (key): key is never => key === '', language: computed(() => language) }
}

function summarised(state: (typeof REGISTRATION_STATES)[number]): Summarised {
  const heard = followed(state)
  return { draft: draftOf(completeContent(), state), reference: heard.reference, state, connectionEmail: 'zoe@example.org', followed: heard }
}

describe('the summary on paper', () => {
  it.each(REGISTRATION_STATES)('is one that the main process takes, in state %s', (state) => {
    for (const language of ['en', 'fr'] as const) expect(Paper.safeParse(summaryPaper(summarised(state), wordsIn(language), true)).success).toBe(true)
  })

  it('says who acts next, how far it has come and what was sent', () => {
    const paper = summaryPaper(summarised('awaiting-manager'), wordsIn('fr'), false)
    expect(paper).toMatchObject({ language: 'fr', title: 'Récapitulatif de l’inscription', notes: [] })
    expect(paper.parts.map(({ kind }) => kind)).toEqual(['facts', 'steps', 'facts'])
    expect(JSON.stringify(paper.parts[0])).toContain('Le gestionnaire de la structure')
    expect(JSON.stringify(paper.parts[2])).toContain('zoe@example.org')
  })

  it('says that it is of the practice service, and what it does not know', () => {
    const paper = summaryPaper({ ...summarised('activation-sent'), followed: undefined }, wordsIn('en'), true)
    expect(paper.notes).toEqual([expect.stringContaining('practice service'), expect.stringContaining('last known state')])
    expect(paper.parts.map(({ kind }) => kind)).toEqual(['facts', 'facts'])
  })
})
