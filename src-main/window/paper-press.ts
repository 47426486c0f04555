import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, session, type PrintToPDFOptions, type ProtocolResponse, type WebContents } from 'electron'
import { AppError } from '@shared/errors/app-error'
import type { Press } from '../papers/papers'
import { refuseDownloads } from './download-guard'
import { refusePermissions } from './permission-guard'
import { WEB_PREFERENCES } from './web-preferences'
import { APP_ORIGIN, APP_SCHEME } from './window-origin'

/** Nothing runs and nothing is loaded but the two faces. */
const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"

/** The faces by the names that a paper has for them. Which file of the build they are, its names say. */
const FACES: Readonly<Record<string, RegExp>> = {
  '/text.woff2': /^atkinson-hyperlegible-next-latin-wght-normal.*\.woff2$/,
  '/display.woff2': /^fraunces-latin-wght-normal.*\.woff2$/,
}

/** Inches. */
const MARGINS = { top: 0.7, bottom: 0.75, left: 0.75, right: 0.75 }

const AS_PDF: PrintToPDFOptions = {
  pageSize: 'A4',
  printBackground: true,
  margins: MARGINS,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: '<div style="width:100%;padding:0 0.75in;font:8pt sans-serif;color:#4a5866;text-align:right"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
}

/** A hidden window a paper, sandboxed, without script or preload, in a session of its own that nothing is kept of. */
export function openPress(rendererFolder: string): Press {
  const papers = new Map<string, string>()
  const room = session.fromPartition('papers')
  refusePermissions(room)
  refuseDownloads(room)
  room.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(`${APP_ORIGIN}/`) })
  })
  room.protocol.registerBufferProtocol(APP_SCHEME, ({ url }, answer) => {
    void serve(new URL(url).pathname, papers, join(rendererFolder, 'assets')).then(answer)
  })

  async function withPage<T>(html: string, work: (contents: WebContents) => Promise<T>): Promise<T> {
    const path = `/${randomUUID()}.html`
    papers.set(path, html)
    const window = new BrowserWindow({ show: false, webPreferences: { ...WEB_PREFERENCES, javascript: false, devTools: false, session: room } })
    try {
      await window.loadURL(`${APP_ORIGIN}${path}`)
      return await work(window.webContents)
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : new AppError('page-not-printed', 'The paper could not be made', { cause: thrown })
    } finally {
      papers.delete(path)
      window.destroy()
    }
  }

  return { toPdf: (html) => withPage(html, (contents) => contents.printToPDF(AS_PDF)), print: (html) => withPage(html, printByDialog) }
}

async function serve(path: string, papers: ReadonlyMap<string, string>, assets: string): Promise<ProtocolResponse> {
  const html = papers.get(path)
  if (html !== undefined) return { statusCode: 200, data: Buffer.from(html), headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAPER_POLICY } }
  const face = await readFace(path, assets).catch(() => undefined)
  return face ? { statusCode: 200, data: face, headers: { 'Content-Type': 'font/woff2' } } : { statusCode: 404, data: Buffer.alloc(0) }
}

/** Without the built window, as while it is being developed, papers have the system's faces. */
async function readFace(path: string, assets: string): Promise<Buffer | undefined> {
  const named = FACES[path]
  const file = named && (await readdir(assets)).find((name) => named.test(name))
  return file === undefined ? undefined : readFile(join(assets, file))
}

async function printByDialog(contents: WebContents): Promise<void> {
  const reason = await new Promise<string>((resolve) => {
    contents.print({ printBackground: true, pageSize: 'A4' }, (isPrinted, why) => {
      resolve(isPrinted ? '' : why)
    })
  })
  if (reason !== '' && !/cancel/i.test(reason)) throw new AppError('page-not-printed', 'The paper could not be printed')
}
