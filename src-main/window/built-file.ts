import { isAbsolute, join, relative, sep } from 'node:path'
import { APP_ORIGIN } from './window-origin'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

export interface BuiltFile {
  readonly path: string
  readonly mediaType: string
}

/**
 * The file of the built window that an `app://` address names.
 * `undefined` for whatever is not plainly inside `folder`: another host, credentials, `..` in any spelling, NUL, an unknown kind.
 */
export function findBuiltFile(address: string, folder: string): BuiltFile | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN || url.username !== '' || url.password !== '') return undefined

  const name = decodedPath(url.pathname)
  if (name === undefined) return undefined
  const path = join(folder, name === '/' ? 'index.html' : name)
  const inside = relative(folder, path)
  if (inside === '' || inside.split(sep)[0] === '..' || isAbsolute(inside)) return undefined

  const mediaType = MEDIA_TYPES[/\.[a-z0-9]+$/.exec(path)?.[0] ?? '']
  return mediaType === undefined ? undefined : { path, mediaType }
}

/** Names of our own build are plain; anything else is not a file of ours, so it is refused rather than cleaned. */
function decodedPath(pathname: string): string | undefined {
  try {
    const name = decodeURIComponent(pathname)
    return /^\/[\w./@-]*$/.test(name) && !name.includes('..') ? name : undefined
  } catch {
    return undefined
  }
}
