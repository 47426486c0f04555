import type { WebContents, WebFrameMain } from 'electron'

/** Whether a question comes from the top frame of our own window, while that frame shows our own page. */
export function isTrustedFrame(frame: WebFrameMain | null, contents: WebContents | undefined, origin: string): boolean {
  if (frame === null || contents === undefined || contents.isDestroyed()) return false
  return frame === contents.mainFrame && frame.origin === origin
}
