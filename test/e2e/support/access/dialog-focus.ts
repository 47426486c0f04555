import type { Page } from '@playwright/test'

const DIALOG = '[role=dialog], [role=alertdialog]'

/** Keeps, in this document and those that follow it, what had the focus last outside of any dialog. */
export async function rememberFocus(page: Page): Promise<void> {
  await page.addInitScript((dialog) => {
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.closest(dialog) === null && !target.hasAttribute('data-reka-focus-guard')) Object.assign(globalThis, { focusBefore: target })
    }, true)
  }, DIALOG)
}

/** Where a dialog is open: whether Escape closes it, and gives the focus back to where it came from (WCAG 2.1.2, 2.4.3). */
export async function dialogFindings(page: Page): Promise<readonly string[]> {
  const dialog = page.locator(DIALOG)
  if ((await dialog.count()) === 0) return []
  if (!(await dialog.evaluate((element) => element.contains(document.activeElement)))) return ['the focus is not in the dialog']
  const isAtWork = (await dialog.getByRole('progressbar').count()) > 0
  await page.keyboard.press('Escape')
  const isClosed = await dialog.waitFor({ state: 'detached', timeout: 2000 }).then(() => true, () => false)
  // What is being done must not be out of sight: such a dialog says what it does, and closes when it is done.
  if (isAtWork) return isClosed ? ['Escape closes a dialog that is at work'] : []
  if (!isClosed) return ['Escape does not close the dialog']
  return page.evaluate(async () => {
    const { focusBefore } = globalThis as unknown as { focusBefore?: Element }
    for (let tries = 0; tries < 20 && document.activeElement !== focusBefore; tries += 1) await new Promise((resolve) => setTimeout(resolve, 25))
    if (document.activeElement === focusBefore && focusBefore !== document.body) return []
    return [`after the dialog the focus is on ${document.activeElement?.tagName ?? 'nothing'} “${document.activeElement?.textContent.trim().slice(0, 40) ?? ''}”, not back on “${focusBefore?.textContent.trim().slice(0, 40) ?? ''}”`]
  })
}
