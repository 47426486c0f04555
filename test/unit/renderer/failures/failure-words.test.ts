// @vitest-environment happy-dom
import { FAILURE_CODES } from '@shared/errors/failure-codes'
import FailureNotice from '@renderer/failures/FailureNotice.vue'
import { failures as english } from '@renderer/locales/en/failures'
import { failures as french } from '@renderer/locales/fr/failures'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, spaced } from '../../../support/window-rig'

beforeEach(() => {
  installFakeMain()
})

describe('what a failure says', () => {
  it.each(FAILURE_CODES)('says of %s what happened, what is safe and what to do, in both languages', async (code) => {
    for (const [language, words] of [['en', english], ['fr', french]] as const) {
      const { happened, safe, next } = words.code[code]
      const { text } = await openInWindow(FailureNotice, { language, props: { failure: { code } } })
      for (const part of [happened, safe, next]) {
        expect(part).not.toBe('')
        expect(text()).toContain(spaced(part))
      }
    }
  })

  it('never says the same in French as in English', () => {
    for (const code of FAILURE_CODES) expect(french.code[code].happened).not.toBe(english.code[code].happened)
  })
})
