/** The scheme and host that the built window is served from. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = `${APP_SCHEME}://parvis`

/** The one document of the window, by the address that it is loaded from. */
export interface WindowHome {
  readonly origin: string
  readonly url: string
}

export const BUILT_HOME: WindowHome = { origin: APP_ORIGIN, url: `${APP_ORIGIN}/index.html` }

/** The home while the renderer is served by a development server, which only an unpackaged build accepts. */
export function developmentHome(serverUrl: string): WindowHome {
  const url = new URL(serverUrl)
  return { origin: url.origin, url: url.href }
}

/**
 * Whether the text is the address of the window's own document, its fragment aside.
 * `URL.origin` is "null" for a scheme that Node does not know, so protocol and host are compared one by one.
 */
export function isHome(text: string, home: WindowHome): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const expected = new URL(home.url)
  return (
    url.protocol === expected.protocol &&
    url.host === expected.host &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    (url.pathname === expected.pathname || url.pathname === '/')
  )
}
