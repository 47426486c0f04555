import { describe, expect, it } from 'vitest'
import { isAllowedKey, isStaffChord, type PressedKey } from '@main/kiosk/allowed-keys'

/** `Control+Shift+I` as Electron would tell it. */
function pressed(chord: string): PressedKey {
  const parts = chord.split(/\+(?=.)/)
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  return { key: parts.at(-1)!, control: has('Control'), alt: has('Alt'), shift: has('Shift'), meta: has('Meta') }
}

describe('the keys of a kiosk', () => {
  it.each(['a', 'É', '@', '+', ' ', 'Tab', 'Shift+Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'ArrowLeft', 'Shift+ArrowLeft', 'Home', 'End', 'PageDown', 'Dead', 'AltGraph', 'Control', 'Shift'])('%s writes or moves', (chord) => {
    expect(isAllowedKey(pressed(chord), 'linux')).toBe(true)
  })

  it.each(['Control+a', 'Control+c', 'Control+v', 'Control+X', 'Control+z', 'Control+Shift+Z', 'Control+ArrowLeft', 'Control+Shift+End', 'Control+Backspace'])('%s edits', (chord) => {
    expect(isAllowedKey(pressed(chord), 'linux')).toBe(true)
  })

  it.each([
    ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`), 'Shift+F10', 'Control+F5', 'Alt+F4', 'ContextMenu', 'PrintScreen', 'BrowserBack', 'BrowserHome', 'LaunchMail', 'Insert', 'Shift+Insert',
    'Control+r', 'Control+Shift+R', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+u', 'Control+p', 'Control+Shift+P', 'Control+s', 'Control+o', 'Control+f', 'Control+g', 'Control+h', 'Control+j',
    'Control+n', 'Control+t', 'Control+w', 'Control+q', 'Control+l', 'Control+d', 'Control++', 'Control+-', 'Control+0', 'Control+Tab', 'Control+Shift+Tab', 'Control+Shift+V', 'Control+PageUp',
    'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt+Tab', 'Alt+ ', 'Meta+d', 'Meta+l', 'Control+Alt+Delete', 'Control+Alt+t', 'Control+Alt+F1',
  ])('%s does nothing', (chord) => {
    expect(isAllowedKey(pressed(chord), 'linux')).toBe(false)
  })

  it('lets AltGr write on Windows, which calls it Ctrl and Alt, and lets nothing else through by it', () => {
    for (const chord of ['Control+Alt+@', 'Control+Alt+€', 'Control+Alt+{', 'Control+Alt+ą']) expect([chord, isAllowedKey(pressed(chord), 'win32')]).toEqual([chord, true])
    for (const chord of ['Control+Alt+t', 'Control+Alt+1', 'Control+Alt+Delete', 'Control+Alt+F4', 'Control+Alt+ ']) expect([chord, isAllowedKey(pressed(chord), 'win32')]).toEqual([chord, false])
  })

  it('edits by Cmd on macOS, and writes by Option', () => {
    for (const chord of ['Meta+c', 'Meta+ArrowLeft', 'Alt+€']) expect([chord, isAllowedKey(pressed(chord), 'darwin')]).toEqual([chord, true])
    for (const chord of ['Control+c', 'Meta+q', 'Meta+w', 'Meta+r', 'Meta+h', 'Meta+Alt+i']) expect([chord, isAllowedKey(pressed(chord), 'darwin')]).toEqual([chord, false])
  })

  it('knows one chord of staff, of which nothing gets to the page', () => {
    expect(isStaffChord(pressed('Control+Alt+Shift+F12'))).toBe(true)
    for (const chord of ['F12', 'Control+F12', 'Control+Shift+F12', 'Control+Alt+F12']) expect(isStaffChord(pressed(chord))).toBe(false)
    expect(isAllowedKey(pressed('Control+Alt+Shift+F12'), 'linux')).toBe(false)
  })
})
