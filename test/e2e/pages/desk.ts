import type { Screen } from './screen'

/** A button that has just come up shows no tip when it gets the focus: a dialog may have put it there. */
const TIPS_SETTLE_MS = 500

/** What belongs to no screen: the footer's buttons and their dialogs, and text that comes from outside of every field. */
export function deskOf({ page, say }: Screen) {
  const footer = page.getByRole('contentinfo')
  const shortcuts = page.getByRole('dialog', { name: say('desk.shortcuts.heading'), exact: true })
  const about = page.getByRole('dialog', { name: say('desk.about.heading'), exact: true })
  return {
    shortcuts,
    about,
    shortcutsButton: footer.getByRole('button', { name: say('desk.shortcuts.open'), exact: true }),
    aboutButton: footer.getByRole('button', { name: /Parvis \d/ }),
    /** Keys and the menu bar are answered as soon as the first screen stands, which a machine can outrun. */
    hearsKeys: () => page.locator('[data-hears-keys]').waitFor({ state: 'attached' }),
    async openShortcuts() {
      await footer.getByRole('button', { name: say('desk.shortcuts.open'), exact: true }).click()
      await shortcuts.waitFor()
    },
    async openAbout() {
      await footer.getByRole('button', { name: /Parvis \d/ }).click()
      await about.waitFor()
    },
    async unfoldLicence(name: string) {
      await about.getByRole('button', { name: say('desk.about.showPackages'), exact: true }).click()
      await about.locator('summary').filter({ hasText: name }).last().click()
    },
    /** By the keyboard: a pointer would stay there for the states that follow. */
    async showTip() {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForTimeout(TIPS_SETTLE_MS)
      await page.getByRole('banner').getByRole('button', { name: say('app.language.switchTo'), exact: true }).focus()
      await page.keyboard.press('Tab')
      await page.getByRole('tooltip').waitFor()
    },
    /** As the browser tells the page of Ctrl+V, without this machine's clipboard. */
    async paste(text: string) {
      await page.locator('[data-hears-keys]').waitFor({ state: 'attached' })
      await page.evaluate((pasted) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', pasted)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, text)
      await page.getByText(say('desk.pasted')).waitFor({ state: 'attached' })
    },
  }
}
