/** Puts the cursor into the search of the list, where the screen has one. */
export function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
  search?.focus()
  search?.select()
  return search !== null
}

/**
 * Does what the screen's main button does, wherever the focus is. While that button cannot be pressed yet, the form
 * that has the focus is sent instead: a captcha, for instance, that has to be validated before.
 */
export function pressMainAction(): boolean {
  const main = document.querySelector<HTMLElement>('main [data-look="primary"]:not(:disabled)')
  if (main) {
    main.click()
    return true
  }
  const form = document.activeElement?.closest('form')
  form?.requestSubmit()
  return form !== null && form !== undefined
}
