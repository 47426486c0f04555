import type { ElectronApplication } from '@playwright/test'

/** A key with what is held, as `sendInputEvent` of Electron takes it: that way passes `before-input-event`, as a real keyboard does. */
export interface Chord {
  readonly keyCode: string
  readonly modifiers: readonly ('control' | 'alt' | 'shift' | 'meta')[]
}

export function electronKey(keyCode: string, ...modifiers: Chord['modifiers']): Chord {
  return { keyCode, modifiers }
}

const HELD: readonly Chord['modifiers'][] = [['control'], ['control', 'shift'], ['alt'], ['control', 'alt'], ['meta']]
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789']
/** What edits a line, which a kiosk lets through. */
const EDITS = ['control a', 'control c', 'control x', 'control v', 'control z', 'control y', 'control,shift z']

/** Every letter and digit under every hold but those that edit, every function key, and the keys of a browser. */
export const CHORDS: readonly Chord[] = [
  ...LETTERS.flatMap((letter) => HELD.flatMap((modifiers) => (EDITS.includes(`${modifiers.join(',')} ${letter}`) ? [] : [electronKey(letter, ...modifiers)]))),
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`).flatMap((key) => [electronKey(key), electronKey(key, 'control'), electronKey(key, 'shift'), electronKey(key, 'alt')]),
  ...['Plus', '-', '=', 'Tab', 'PageUp', 'PageDown'].map((key) => electronKey(key, 'control')),
  ...['Left', 'Right', 'Home', 'F4', 'Space', 'Tab', 'D'].map((key) => electronKey(key, 'alt')),
  ...['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'VolumeUp', 'PrintScreen', 'Insert', 'ContextMenu'].map((key) => electronKey(key)),
]

/** Writes down, in the main process, everything by which one would have got out. */
export async function recordEscapes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, BaseWindow, dialog, app: electronApp }) => {
    const escapes: string[] = []
    Object.assign(globalThis, { escapes })
    const [window] = BrowserWindow.getAllWindows()
    const { webContents } = window!
    const note = (what: string) => () => { escapes.push(what) }
    webContents.on('devtools-opened', note('devtools'))
    webContents.on('did-start-navigation', note('navigation or reload'))
    webContents.on('did-navigate-in-page', note('history'))
    webContents.on('found-in-page', note('find'))
    webContents.on('zoom-changed', note('zoom'))
    webContents.session.on('will-download', note('download'))
    webContents.on('destroyed', note('closed'))
    webContents.print = note('print') as never
    webContents.savePage = note('save') as never
    for (const name of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'] as const) dialog[name] = note(`dialog ${name}`) as never
    electronApp.on('browser-window-created', note('new window'))
    window!.on('close', note('close'))
    window!.on('leave-full-screen', note('left the full screen'))
    window!.on('minimize', note('minimised'))
    electronApp.on('before-quit', note('quit'))
    Object.assign(globalThis, { windowsBefore: BaseWindow.getAllWindows().length })
  })
}

/** Presses them one after the other. Gives what got out, and the keys that reached the page (but for those held with others). */
export async function pressChords(app: ElectronApplication, chords: readonly Chord[]): Promise<{ readonly escapes: readonly string[]; readonly reached: readonly string[] }> {
  return app.evaluate(async ({ BrowserWindow, BaseWindow }, pressed) => {
    const known = globalThis as unknown as { escapes?: string[]; windowsBefore?: number }
    const [window] = BrowserWindow.getAllWindows()
    const { webContents } = window!
    await webContents.executeJavaScript(`window.heardKeys ??= (() => { const heard = []; addEventListener('keydown', ({ key }) => { if (!['Control', 'Alt', 'Shift', 'Meta'].includes(key)) heard.push(key) }, true); return heard })(); window.heardKeys.length = 0`)
    for (const { keyCode, modifiers } of pressed) {
      const held = [...modifiers] as never
      webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: held })
      if (keyCode.length === 1 && modifiers.length === 0) webContents.sendInputEvent({ type: 'char', keyCode, modifiers: held })
      webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers: held })
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    const reached = (await webContents.executeJavaScript('[...window.heardKeys]')) as string[]
    const escapes = [...(known.escapes ?? [])]
    if (webContents.getZoomFactor() !== 1) escapes.push('zoom')
    if (known.windowsBefore !== undefined && known.windowsBefore !== BaseWindow.getAllWindows().length) escapes.push('windows')
    return { escapes, reached }
  }, chords as Chord[])
}
