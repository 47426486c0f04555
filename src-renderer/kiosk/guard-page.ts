/** What a hand can do to a page that no key does: taking things out of it, dropping things into it, asking for its menu. */
const REFUSED = ['dragstart', 'dragover', 'drop', 'contextmenu'] as const

/** Takes it all away, and the page's own way to paper. The main process guards the rest; this is what it is not asked about. */
export function guardPage(page: Window = window): void {
  for (const event of REFUSED) page.document.addEventListener(event, (happened) => { happened.preventDefault() }, { capture: true })
  page.print = () => undefined
}
