import { describe, expect, it } from 'vitest'
import { openSettings } from '@main/settings/settings-store'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'

const PATH = '/profile/settings.json'

describe('the settings', () => {
  it('begin with the system language, the system theme and a usual size', () => {
    const store = openSettings(createFallibleFileSystem(), PATH)
    expect(store.current()).toEqual({ theme: 'system', windowSize: { width: 1080, height: 820 } })
  })

  it('are there again after a restart, durably', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = openSettings(fileSystem, PATH)
    await store.change({ language: 'fr', theme: 'dark', windowSize: { width: 900, height: 700 } })
    expect(fileSystem.onDisk().get(PATH)).toBeDefined()
    expect(openSettings(fileSystem, PATH).current()).toEqual({ language: 'fr', theme: 'dark', windowSize: { width: 900, height: 700 } })
  })

  it('remember where the window was, left of the first screen too, and that it filled its screen', async () => {
    const fileSystem = createFallibleFileSystem()
    const bounds = { windowSize: { width: 900, height: 700 }, windowPosition: { x: -1200, y: 30 }, isMaximised: true }
    await openSettings(fileSystem, PATH).change(bounds)
    expect(openSettings(fileSystem, PATH).current()).toEqual({ theme: 'system', ...bounds })
  })

  it.each([{ x: 1 }, { x: 1.5, y: 2 }, { x: '1', y: 2 }, { x: 1, y: 1e9 }, null, 'left'])('forget a position that is none: %j', (windowPosition) => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.files.set(PATH, JSON.stringify({ windowPosition, isMaximised: 'yes' }))
    expect(openSettings(fileSystem, PATH).current()).toEqual({ theme: 'system', windowSize: { width: 1080, height: 820 } })
  })

  it('remember how long drafts are kept, if that is one of the three', async () => {
    const fileSystem = createFallibleFileSystem()
    await openSettings(fileSystem, PATH).change({ ageLimitDays: 60 })
    expect(openSettings(fileSystem, PATH).current().ageLimitDays).toBe(60)
    fileSystem.files.set(PATH, '{"ageLimitDays":1}')
    expect(openSettings(fileSystem, PATH).current().ageLimitDays).toBeUndefined()
  })

  it('go back to the language of the system', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = openSettings(fileSystem, PATH)
    await store.change({ language: 'fr' })
    await store.change({ language: undefined })
    expect(openSettings(fileSystem, PATH).current().language).toBeUndefined()
  })

  it.each(['', '{', 'null', '[]', '{"theme":"pink","language":"de","windowSize":{"width":-1,"height":1e9}}', '{"windowSize":7}'])('take %j for their defaults', (text) => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.files.set(PATH, text)
    expect(openSettings(fileSystem, PATH).current()).toEqual({ theme: 'system', windowSize: { width: 1080, height: 820 } })
  })

  it('hold for this run when the disk refuses, say so, and are written with the next change', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = openSettings(fileSystem, PATH)
    fileSystem.failAt('rename', 'EROFS')
    await expect(store.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'disk-refused' })
    expect(store.current().theme).toBe('dark')
    fileSystem.heal()
    await store.change({ language: 'en' })
    expect(openSettings(fileSystem, PATH).current()).toMatchObject({ theme: 'dark', language: 'en' })
  })
})
