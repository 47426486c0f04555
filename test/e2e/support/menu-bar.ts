import type { ElectronApplication } from '@playwright/test'

/** Chooses an item of the menu bar by its path of words, as a person would; `&` marks are not part of the words. */
export async function chooseInMenu(app: ElectronApplication, ...path: readonly string[]): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, words) => {
    let items = Menu.getApplicationMenu()?.items ?? []
    for (const [index, word] of words.entries()) {
      const item = items.find(({ label }) => label.replace('&', '') === word)
      if (!item) throw new Error(`No "${word}" among ${items.map(({ label }) => label).join(', ')}`)
      if (index === words.length - 1) item.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
      items = item.submenu?.items ?? []
    }
  }, path)
}

/** The words of the menu bar, and of the items that are marked as chosen. */
export async function readMenuBar(app: ElectronApplication): Promise<{ readonly menus: readonly string[]; readonly chosen: readonly string[] }> {
  return app.evaluate(({ Menu }) => {
    const plain = (label: string): string => label.replace('&', '')
    const leaves = (items: Electron.MenuItem[]): Electron.MenuItem[] => items.flatMap((item) => (item.submenu ? leaves(item.submenu.items) : [item]))
    const bar = Menu.getApplicationMenu()?.items ?? []
    return { menus: bar.map(({ label }) => plain(label)), chosen: leaves(bar).filter(({ type, checked }) => type === 'radio' && checked).map(({ label }) => plain(label)) }
  })
}
