import { ask } from '../bridge/bridge'

/** Puts text on the clipboard and says whether it is there. The window has no clipboard of its own: its permissions are all denied. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await ask('text:copy', { text })
    return true
  } catch {
    return false
  }
}
