import { readFile } from 'node:fs/promises'
import type { CustomScheme, ProtocolResponse, Session } from 'electron'
import { findBuiltFile, type BuiltFile } from './built-file'
import { WINDOW_HEADERS } from './content-policy'
import { dressDocument, type Dress } from './dress-document'
import { APP_SCHEME } from './window-origin'

/** To be registered before Electron is ready. Standard and secure, so that the page has an origin and a secure context. */
export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
}

/**
 * Serves the built window to this session: files of `folder` and nothing else, always under the content policy.
 * By the older call on purpose: `protocol.handle` first loads the fetch classes of Node and then streams each file, which
 * together hold up the first screen by a twelfth of its time (docs/decisions/0007).
 */
export function serveBuiltWindow(session: Pick<Session, 'protocol'>, folder: string, dress: () => Dress): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, ({ method, url }, answer) => {
    const file = method === 'GET' ? findBuiltFile(url, folder) : undefined
    void (file ? readDressed(file, dress) : Promise.resolve(NOT_FOUND)).catch(() => NOT_FOUND).then(answer)
  })
}

async function readDressed({ path, mediaType }: BuiltFile, dress: () => Dress): Promise<ProtocolResponse> {
  const body = await readFile(path)
  const data = path.endsWith('.html') ? Buffer.from(dressDocument(body.toString('utf8'), dress())) : body
  return { statusCode: 200, data, headers: { ...WINDOW_HEADERS, 'Content-Type': mediaType } }
}

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0), headers: { ...WINDOW_HEADERS, 'Content-Type': 'text/plain' } }
