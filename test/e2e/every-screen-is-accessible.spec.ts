import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { SCREENS, type ScreenState } from './screens'
import { expect, test } from './support/fixtures'
import { tellWindow } from './support/scripted-main'
import { settled, showState } from './support/show-state'

/** A trace would keep the whole page, and axe itself, some hundreds of times. */
test.use({ trace: 'off' })

const ROOMS = [...new Set(SCREENS.map(({ screen }) => screen))]

/** Where one failure's words stand in the place of another's, one look at each is enough: colours and structure are the same. */
function looksAt({ shows }: ScreenState, language: Locale): readonly Theme[] {
  if (language === 'fr') return shows ? [] : ['light']
  return shows ? ['light'] : ['light', 'dark']
}

/** Every rule once: what a theme changes is colours, and what a language changes is all but them. */
async function findings(page: Page, language: Locale, theme: Theme): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (theme === 'dark') axe.withRules('color-contrast')
  else if (language === 'fr') axe.disableRules('color-contrast')
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`))
}

for (const language of ['en', 'fr'] as const) {
  for (const room of ROOMS) {
    test(`axe finds nothing on ${room}, whatever its state (${language})`, async ({ start }) => {
      test.setTimeout(300_000)
      const parvis = await start({ language })
      await parvis.window.emulateMedia({ reducedMotion: 'reduce' })
      const found: string[] = []
      for (const state of SCREENS.filter(({ screen }) => screen === room)) {
        const themes = looksAt(state, language)
        if (themes.length === 0) continue
        await test.step(state.state, async () => {
          await showState(parvis, state, language)
          for (const theme of themes) {
            await tellWindow(parvis.app, 'settings:changed', { theme })
            await parvis.window.locator(`html[data-theme=${theme}]`).waitFor()
            await settled(parvis.window)
            found.push(...(await findings(parvis.window, language, theme)).map((finding) => `${state.state} (${theme}): ${finding}`))
          }
        })
      }
      expect(found).toEqual([])
    })
  }
}
