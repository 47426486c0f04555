import type { Page } from '@playwright/test'
import type { EventName } from '@shared/ipc/operation-names'
import type { Locale } from '@shared/registration/locale'
import { screenIn } from '../pages/screen'
import { wellIn } from '../sample-answers'
import type { ScreenState } from '../screens'
import type { Parvis } from './launch-parvis'
import { scriptAnswers, tellWindow } from './scripted-main'

/** Brings one state of the list on the screen, as a person would get there, from answers that are scripted. */
export async function showState({ app, window }: Parvis, { path, answers = {}, news = {}, reach }: ScreenState, language: Locale): Promise<void> {
  await scriptAnswers(app, { ...wellIn(language), ...answers })
  await window.evaluate((hash) => { location.hash = hash }, path)
  await window.reload()
  await window.getByRole('heading', { level: 1 }).waitFor()
  for (const [name, payload] of Object.entries(news)) await tellWindow(app, name as EventName, payload)
  await reach?.(screenIn(language, window))
}

/** Until nothing has changed on the page for a moment: what is half drawn is no state. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const finish = (): void => {
          observer.disconnect()
          requestAnimationFrame(() => { resolve() })
        }
        let quiet = setTimeout(finish, 120)
        const observer = new MutationObserver(() => {
          clearTimeout(quiet)
          quiet = setTimeout(finish, 120)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
  )
}

export type Look = 'light' | 'dark' | 'forced'

/** The page's colours (`forced` as an operating system with high contrast would have them), and no motion. */
export async function wearLook({ app, window }: Parvis, look: Look): Promise<void> {
  const theme = look === 'dark' ? 'dark' : 'light'
  await window.emulateMedia({ reducedMotion: 'reduce', forcedColors: look === 'forced' ? 'active' : 'none', colorScheme: theme })
  await tellWindow(app, 'settings:changed', { theme })
  await window.locator(`html[data-theme=${theme}]`).waitFor()
}
