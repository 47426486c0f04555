import type { Session } from 'electron'

/** The page saves nothing by itself: files leave through main, with a name that main chose. */
export function refuseDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}
