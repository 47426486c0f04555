// @vitest-environment happy-dom
import LanguageSwitch from '@renderer/app/LanguageSwitch.vue'
import ThemeSwitch from '@renderer/app/ThemeSwitch.vue'
import { useSettingsOnPage } from '@renderer/app/use-settings'
import { useSettingsStore } from '@renderer/app/use-settings-store'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { done, failed, installFakeBridge, type FakeBridge } from '../fake-bridge'
import { mountInWindow } from '../../../support/window-rig'

const Page = defineComponent({
  setup() {
    useSettingsOnPage()
    return () => h('div', [h(LanguageSwitch), h(ThemeSwitch)])
  },
})

describe('language and appearance', () => {
  let bridge: FakeBridge
  let page: VueWrapper

  beforeEach(() => {
    bridge = installFakeBridge({ 'settings:change': (settings) => done(settings) })
    page = mountInWindow(Page, {}, 'fr')
  })
  afterEach(() => {
    page.unmount()
  })

  it('changes the language with one press, says it in the other language, and keeps it', async () => {
    const button = page.get('button')
    expect(button.attributes('lang')).toBe('en')
    expect(button.text()).toContain('Switch to English')
    await button.trigger('click')
    await vi.dynamicImportSettled()
    expect(document.documentElement.lang).toBe('en')
    expect(page.get('button').text()).toContain('Passer en français')
    expect(bridge.asked).toEqual([{ name: 'settings:change', input: { language: 'en', theme: 'system' } }])
  })

  it('draws the page in the chosen theme, and leaves it to the system again', async () => {
    const [light, dark, system] = page.findAll('input[type=radio]')
    await dark?.setValue()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await light?.setValue()
    expect(document.documentElement.dataset['theme']).toBe('light')
    await system?.setValue()
    expect(document.documentElement.dataset['theme']).toBeUndefined()
  })

  it('holds a choice that could not be written down', async () => {
    bridge.answers['settings:change'] = () => failed('disk-full')
    await page.get('button').trigger('click')
    await vi.dynamicImportSettled()
    expect(document.documentElement.lang).toBe('en')
  })

  it('speaks the language that was chosen last, whichever words come first', async () => {
    const store = useSettingsStore()
    store.apply({ language: 'en', theme: 'system' })
    await nextTick()
    store.apply({ language: 'fr', theme: 'system' })
    await vi.dynamicImportSettled()
    expect(document.documentElement.lang).toBe('fr')
    expect(page.get('button').text()).toContain('Switch to English')
  })

  it('follows a change that was made elsewhere', async () => {
    bridge.tell('settings:changed', { language: 'en', theme: 'dark' })
    await flushPromises()
    expect(useSettingsStore().language).toBe('en')
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })
})
