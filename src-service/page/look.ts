/// <reference types="vite/client" />
import bodyUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'
import headingsUrl from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?inline'
import look from './look.css?raw'
import sheets from './sheets.css?raw'

/** The two faces, in Latin only: what French and English need, 34 and 37 kB. Their names are those of the style's addresses. */
export const FACES: Readonly<Record<string, Buffer>> = {
  'activate.woff2': bytesOf(bodyUrl),
  'activate-headings.woff2': bytesOf(headingsUrl),
}

/** The style that all pages of the service share. `facesAt` is the way from the page, or its style file, to the faces. */
export function sharedLook(facesAt = ''): string {
  return look.replaceAll('url(', `url(${facesAt}`)
}

/** The style of the pages that a link leads to, which lie at the root of the service. */
export function sheetLook(): string {
  return `${sharedLook()}\n${sheets}`
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}
