import type { Page } from '@playwright/test'
import { FRAME_WORDS } from '@service/page/frame'
import { STATUS_WORDS } from '@service/registration/page/words'
import type { RegistrationState } from '@shared/registration/progress'
import type { Locale } from '@shared/registration/locale'

/** The page that says where a registration stands, in any browser. */
export function webStatusPage(page: Page, language: Locale) {
  const words = STATUS_WORDS[language]
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  return {
    otherLanguage: page.getByRole('link', { name: FRAME_WORDS[language].other, exact: true }),
    lookAgain: page.getByRole('button', { name: words.again, exact: true }),
    tryAgain: page.getByRole('button', { name: words.unreachable.again, exact: true }),
    sendAgain: page.getByRole('button', { name: words.sendAgain, exact: true }),
    told: page.getByRole('status'),
    stones: page.getByRole('list').getByRole('listitem'),
    standing: (state: RegistrationState) => heading(words.state[state].heading),
    ending: (key: 'withoutScript' | 'withoutKey' | 'unknown' | 'unreachable') => heading(words[key].heading),
  }
}
