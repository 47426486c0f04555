import { clipboard } from 'electron'

/** Empties the clipboard; where what is merely selected has one of its own, that too. */
export function forgetClipboard(): void {
  clipboard.clear()
  if (process.platform !== 'linux') return
  // An object in Electron 45, an argument before.
  const known: { readonly selection?: { clear(): void }; clear(type?: 'selection'): void } = clipboard
  if (known.selection) known.selection.clear()
  else known.clear('selection')
}
