import type { Page } from '@playwright/test'
import { PAGE_WORDS } from '@service/activation/page/words'
import { FRAME_WORDS } from '@service/page/frame'
import type { Locale } from '@shared/registration/locale'

/** The page behind an activation link, in any browser. */
export function webActivationPage(page: Page, language: Locale) {
  const words = PAGE_WORDS[language]
  const submitButton = page.getByRole('button', { name: words.form.submit, exact: true })
  const password = page.getByLabel(words.form.password, { exact: true })
  return {
    submitButton,
    password,
    reference: page.getByLabel(words.form.reference, { exact: true }),
    code: page.getByLabel(words.form.code, { exact: true }),
    openInParvis: page.getByRole('link', { name: words.form.openInParvis, exact: true }),
    otherLanguage: page.getByRole('link', { name: FRAME_WORDS[language].other, exact: true }),
    renewButton: page.getByRole('button', { name: words.renew.send, exact: true }),
    whose: page.getByText(words.form.account, { exact: true }),
    problems: page.getByRole('alert'),
    heading: (key: 'form' | 'done' | 'changed' | 'expired' | 'sent' | 'used' | 'blocked' | 'unknown' | 'unreachable') =>
      page.getByRole('heading', { level: 1, name: words[key].heading, exact: true }),
    async choosePassword(text: string) {
      await password.fill(text)
      await submitButton.click()
    },
  }
}
