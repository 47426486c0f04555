import { readFile } from 'node:fs/promises'
import type { CustomScheme, Session } from 'electron'
import { findBuiltFile } from './built-file'
import { WINDOW_HEADERS } from './content-policy'
import { dressDocument, type Dress } from './dress-document'
import { APP_SCHEME } from './window-origin'

/** To be registered before Electron is ready. Standard and secure, so that the page has an origin and a secure context. */
export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
}

/** Serves the built window to this session: files of `folder` and nothing else, always under the content policy. */
export function serveBuiltWindow(session: Pick<Session, 'protocol'>, folder: string, dress: () => Dress): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? findBuiltFile(request.url, folder) : undefined
    if (file === undefined) return notFound()
    try {
      const body = await readFile(file.path)
      const shown = file.path.endsWith('.html') ? dressDocument(body.toString('utf8'), dress()) : new Uint8Array(body)
      return new Response(shown, { headers: { ...WINDOW_HEADERS, 'Content-Type': file.mediaType } })
    } catch {
      return notFound()
    }
  })
}

function notFound(): Response {
  return new Response('', { status: 404, headers: { ...WINDOW_HEADERS, 'Content-Type': 'text/plain' } })
}
