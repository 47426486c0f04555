// @vitest-environment happy-dom
import { useActivationStore } from '@renderer/activation/use-activation-store'
import { useDialogStore } from '@renderer/app/use-dialog-store'
import { useSettingsStore } from '@renderer/app/use-settings-store'
import WindowCommands from '@renderer/shortcuts/WindowCommands.vue'
import { offerUndo } from '@renderer/shortcuts/undo-offer'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { draftWith } from '../fake-bridge'

/** The dialog comes by an import of its own, which a busy machine takes its time for. */
const LOADING = { timeout: 15_000 }
const undo = vi.fn()
const LINK = `http://127.0.0.1:4010/activate#t=${'a'.repeat(43)}`
const Screen = defineComponent({
  setup() {
    offerUndo(() => undo)
    return () => [h('main', [h('input', { type: 'search', id: 'search' }), h('form', [h('input', { id: 'field' })])]), h(WindowCommands)]
  },
})

let main: FakeMain
let rig: WindowRig

beforeEach(async () => {
  undo.mockReset()
  main = installFakeMain()
  main.answer('settings:change', (settings) => settings)
  main.answer('draft:create', draftWith())
  rig = await openInWindow(Screen)
})
afterEach(() => {
  rig.wrapper.unmount()
})

function press(key: string, held: KeyboardEventInit = { ctrlKey: true }, on: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  on.dispatchEvent(event)
  return event
}

function transfer(type: 'paste' | 'drop' | 'dragover', text: string, on: Element = document.body): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const data = { types: ['text/plain'], getData: () => text }
  Object.assign(event, { clipboardData: data, dataTransfer: data })
  on.dispatchEvent(event)
  return event
}

const field = (): Element => document.querySelector('#field')!

describe('the keys of the window', () => {
  it('create an account, and open the screens', async () => {
    expect(press('n').defaultPrevented).toBe(true)
    await flushPromises()
    expect(rig.router.currentRoute.value.name).toBe('wizard')
    press('l')
    await flushPromises()
    expect(rig.router.currentRoute.value.name).toBe('activation')
    press('F1', {})
    await flushPromises()
    expect(rig.router.currentRoute.value.name).toBe('help')
  })

  it('go to the search', () => {
    press('f')
    expect(document.activeElement?.id).toBe('search')
  })

  it('take back what was discarded, but not while typing', () => {
    press('z', { ctrlKey: true }, field())
    expect(undo).not.toHaveBeenCalled()
    press('z')
    expect(undo).toHaveBeenCalledOnce()
  })

  it('do nothing while held down, composed, or answered by a control', () => {
    expect(press('n', { ctrlKey: true, repeat: true }).defaultPrevented).toBe(false)
    expect(press('n', { ctrlKey: true, isComposing: true }).defaultPrevented).toBe(false)
    const answered = (event: Event): void => { event.preventDefault() }
    field().addEventListener('keydown', answered)
    press('n', { ctrlKey: true }, field())
    expect(main.inputsOf('draft:create')).toEqual([])
  })

  it('leave a key alone that means nothing here', () => {
    document.querySelector('#search')?.remove()
    expect(press('f').defaultPrevented).toBe(false)
    expect(press('Enter').defaultPrevented).toBe(false)
  })

  it('press the main button, or send the form in hand while that cannot be pressed', () => {
    const sent = vi.fn((event: Event) => { event.preventDefault() })
    const form = document.querySelector('form')!
    form.addEventListener('submit', sent)
    const button = Object.assign(document.createElement('button'), { disabled: true })
    button.dataset['look'] = 'primary'
    document.querySelector('main')?.append(button)
    const pressed = vi.fn()
    button.addEventListener('click', pressed)
    ;(field() as HTMLInputElement).focus()
    press('Enter', { ctrlKey: true }, field())
    expect([sent.mock.calls.length, pressed.mock.calls.length]).toEqual([1, 0])
    button.disabled = false
    press('Enter', { ctrlKey: true }, field())
    expect([sent.mock.calls.length, pressed.mock.calls.length]).toEqual([1, 1])
  })

  it('rest while a dialog is open', () => {
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog" id="another"></div>')
    press('l')
    transfer('paste', LINK)
    expect(rig.router.currentRoute.value.name).toBe('home')
    document.querySelector('#another')?.remove()
  })
})

describe('the menu bar', () => {
  it('changes appearance and language as the window itself does', async () => {
    main.tell('command:chosen', { command: 'theme-dark' })
    main.tell('command:chosen', { command: 'language-fr' })
    await flushPromises()
    expect(useSettingsStore(rig.pinia).settings).toEqual({ language: 'fr', theme: 'dark' })
    expect(main.inputsOf('settings:change').at(-1)).toEqual({ language: 'fr', theme: 'dark' })
  })

  it('opens the list of shortcuts, and closes it for the screen that is chosen next', async () => {
    main.tell('command:chosen', { command: 'show-shortcuts' })
    await vi.waitFor(() => { expect(document.querySelector('[role=dialog]')?.textContent).toContain('Keyboard shortcuts') }, LOADING)
    main.tell('command:chosen', { command: 'show-help' })
    await flushPromises()
    expect(useDialogStore(rig.pinia).opened).toBeUndefined()
    expect(rig.router.currentRoute.value.name).toBe('help')
  })
})

describe('a link or code from outside of every field', () => {
  it.each(['paste', 'drop'] as const)('is laid into the activation screen by a %s, sent nowhere, and said', async (type) => {
    expect(transfer(type, ` ${LINK}\n`).defaultPrevented).toBe(true)
    await flushPromises()
    expect(rig.router.currentRoute.value.name).toBe('activation')
    expect(useActivationStore(rig.pinia).take()).toEqual({ kind: 'pasted', text: LINK })
    expect(main.inputsOf('activation:inspect')).toEqual([])
    expect(document.querySelector('[role=status]')?.textContent).toContain('Nothing has been sent')
  })

  it('is also the line with reference and code', async () => {
    transfer('paste', 'PV-7K2M-9XQD 4F7H-2MWT')
    await flushPromises()
    expect(rig.router.currentRoute.value.name).toBe('activation')
  })

  it.each(['', 'hello', 'https://evil.example/#t=abc', 'x'.repeat(9000)])('is nothing else: %.20s', async (text) => {
    expect(transfer('paste', text).defaultPrevented).toBe(false)
    await flushPromises()
    expect(rig.router.currentRoute.value.name).toBe('home')
  })

  it('stays with a text field that it is pasted into', async () => {
    expect(transfer('paste', LINK, field()).defaultPrevented).toBe(false)
    await flushPromises()
    expect(useActivationStore(rig.pinia).take()).toBeUndefined()
  })

  it('may be dragged over the page as text, not over a field', () => {
    expect(transfer('dragover', '').defaultPrevented).toBe(true)
    expect(transfer('dragover', '', field()).defaultPrevented).toBe(false)
  })
})
