import type { WebContents } from 'electron'
import { isHome, type WindowHome } from './window-origin'

/**
 * The page never goes anywhere: no address, no frame, no second window, no `<webview>`.
 * Only a page that is being developed may load itself again, which is how its server shows a change.
 */
export function guardNavigation(contents: WebContents, home: WindowHome, mayReload: boolean): void {
  const mayGoTo = (address: string): boolean => mayReload && isHome(address, home)

  contents.on('will-navigate', (details) => {
    if (!mayGoTo(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !mayGoTo(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  bringBackFromAbout(contents, home)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Electron asks nobody before it goes to an `about:` address, so the page is fetched back from there. */
function bringBackFromAbout(contents: WebContents, home: WindowHome): void {
  contents.on('did-navigate', (_event, address) => {
    if (!isHome(address, home)) void contents.loadURL(home.url)
  })
  contents.on('did-fail-load', (_event, _code, _description, address, isMainFrame) => {
    if (isMainFrame && address.startsWith('about:')) void contents.loadURL(home.url)
  })
}
