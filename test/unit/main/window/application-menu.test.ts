import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate, type MenuOptions } from '@main/window/application-menu'
import { NATIVE_WORDS } from '@main/window/native-words'
import { EVENTS } from '@shared/ipc/events'

vi.mock('electron', () => ({ Menu: {} }))

const choose = vi.fn()
const OPTIONS: MenuOptions = { language: 'en', theme: 'system', choose, withDeveloperTools: false, platform: 'linux' }

function leavesOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => (Array.isArray(item.submenu) ? leavesOf(item.submenu) : item.type === 'separator' ? [] : [item]))
}

function leavesIn(options: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return leavesOf(menuTemplate({ ...OPTIONS, ...options }))
}

function press(item: MenuItemConstructorOptions | undefined): void {
  (item?.click as (() => void) | undefined)?.()
}

describe('the menu bar', () => {
  it.each(['fr', 'en'] as const)('says everything in %s, and gives each menu its own letter', (language) => {
    const bar = menuTemplate({ ...OPTIONS, language, withDeveloperTools: true })
    expect(leavesOf(bar).filter(({ label }) => label === undefined || label === '')).toEqual([])
    const letters = bar.map(({ label = '' }) => /&(\p{L})/u.exec(label)?.[1]?.toLowerCase())
    expect(new Set(letters).size).toBe(bar.length)
    expect(letters).not.toContain(undefined)
  })

  it('has other words in each language', () => {
    for (const key of Object.keys(NATIVE_WORDS.en) as (keyof typeof NATIVE_WORDS.en)[]) expect(NATIVE_WORDS.fr[key], key).not.toBe(NATIVE_WORDS.en[key])
  })

  it('tells the window what was chosen, and nothing that the window does not know', () => {
    choose.mockReset()
    leavesIn().forEach(press)
    const chosen = choose.mock.calls.map(([command]) => command as unknown)
    expect(chosen).toEqual([
      'create-account', 'enter-link', 'import-list', 'show-data', 'theme-light', 'theme-dark', 'theme-system', 'language-fr', 'language-en', 'show-help', 'show-shortcuts', 'show-about',
    ])
    for (const command of chosen) expect(EVENTS['command:chosen'].safeParse({ command }).success).toBe(true)
  })

  it('leaves the keys of those to the page, which knows what has the focus', () => {
    const shown = leavesIn().filter(({ accelerator, role }) => accelerator !== undefined && role === undefined)
    expect(shown.map(({ accelerator }) => accelerator)).toEqual(['CmdOrCtrl+N', 'CmdOrCtrl+L', 'F1', 'CmdOrCtrl+/'])
    expect(shown.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true)
  })

  it('marks the language and the appearance of the moment', () => {
    const marked = leavesIn({ language: 'fr', theme: 'dark' }).filter(({ checked }) => checked)
    expect(marked.map(({ type, label }) => [type, label])).toEqual([['radio', 'Sombre'], ['radio', 'Français']])
  })

  it('offers the developer tools only where they are wanted', () => {
    expect(leavesIn().some(({ role }) => role === 'toggleDevTools')).toBe(false)
    expect(leavesIn({ withDeveloperTools: true }).some(({ role }) => role === 'toggleDevTools')).toBe(true)
  })

  it('begins with the menu of the application on macOS, which holds what stands elsewhere otherwise', () => {
    const [own, file] = menuTemplate({ ...OPTIONS, platform: 'darwin' })
    expect(leavesOf([own!]).map(({ role, label }) => role ?? label)).toEqual(['&About Parvis', 'quit'])
    expect(leavesOf([file!])).toHaveLength(4)
    expect(leavesIn({ platform: 'darwin' })).toHaveLength(leavesIn().length)
  })
})
