import type { Failure } from '@shared/errors/app-error'
import type { InputOf, OutputOf } from '@shared/ipc/contract'
import type { AppDescription, ServiceDescription } from '@shared/ipc/descriptions'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName, OperationName } from '@shared/ipc/operation-names'
import type { Locale } from '@shared/registration/locale'
import { ROUTES } from '@renderer/app/routes'
import { useServiceStore } from '@renderer/app/use-service-store'
import { useSettingsStore } from '@renderer/app/use-settings-store'
import { createWords } from '@renderer/locales/create-words'
import { createAllWords, messages } from './all-words'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { defineComponent, h, type Component } from 'vue'
import { vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { installFakePreload } from './fake-preload'

export interface FakeMain {
  /** What the main process answers from now on. */
  answer<N extends OperationName>(name: N, reply: OutputOf<N> | ((input: InputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>)): void
  /** What it refuses from now on. */
  fail(name: OperationName, failure: Failure): void
  /** Inputs of every question of that name so far. */
  inputsOf<N extends OperationName>(name: N): InputOf<N>[]
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void
}

/** The preload's object with a main process of a few lines behind it. */
export function installFakeMain(): FakeMain {
  const replies = new Map<string, (input: unknown) => unknown>()
  const { asked, tell } = installFakePreload(async (name, input) => {
    const reply = replies.get(name)
    if (!reply) return { ok: false, failure: { code: 'unexpected' } }
    try {
      return { ok: true, value: await reply(input) }
    } catch (thrown) {
      if (thrown instanceof Refusal) return { ok: false, failure: thrown.failure }
      throw thrown
    }
  })

  return {
    answer: (name, reply) => replies.set(name, typeof reply === 'function' ? (reply as (input: unknown) => unknown) : () => reply),
    fail: (name, failure) => replies.set(name, () => { throw new Refusal(failure) }),
    inputsOf: (name) => asked.filter((question) => question.name === name).map(({ input }) => input as never),
    tell,
  }
}

class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

export interface WindowRigOptions {
  readonly language?: Locale
  readonly props?: Record<string, unknown>
  readonly app?: Partial<AppDescription>
  readonly service?: ServiceDescription
}

export interface WindowRig {
  readonly wrapper: VueWrapper
  readonly router: Router
  readonly pinia: Pinia
  /** The text of the whole page, dialogs included, with single spaces. */
  readonly text: () => string
  /** The button with exactly this name, as a person would find it. Fails when there is none. */
  readonly button: (name: string) => HTMLButtonElement
  readonly hasButton: (name: string) => boolean
  /** Presses a button and lets everything settle that does not wait for a clock. */
  readonly press: (name: string) => Promise<void>
  /** Types into the control with this label. */
  readonly type: (label: string, text: string) => Promise<void>
  readonly control: (label: string) => HTMLInputElement
}

const PRACTICE: ServiceDescription = { state: 'ready', environment: 'practice', version: '0.1.0', phoneRequired: false, mailFrom: 'sender@parvis.example' }

/** One component in the document, with stores and the words of its language, for tests that need no screen around it. The test unmounts it. */
export function mountInWindow(component: Component, props: Record<string, unknown> = {}, language: Locale = 'en'): VueWrapper {
  dressPage(language)
  const pinia = createPinia()
  setActivePinia(pinia)
  return mount(component, { props, attachTo: document.body, global: { plugins: [pinia, createWords(language, { [language]: messages[language] })] } })
}

/** The document as the main process hands it over: in the language, and in the system's colours. */
function dressPage(language: Locale): void {
  document.documentElement.lang = language
  delete document.documentElement.dataset['theme']
  delete document.documentElement.dataset['profile']
  // The page of a test has no top layer: a tooltip is shown in its place.
  HTMLElement.prototype.showPopover ??= () => undefined
}

let lastOpened: VueWrapper | undefined

/** One screen in a window: real stores, words and routes, and the fake main process. */
export async function openInWindow(screen: Component, { language = 'en', props = {}, app = {}, service = PRACTICE }: WindowRigOptions = {}): Promise<WindowRig> {
  lastOpened?.unmount()
  document.body.innerHTML = ''
  dressPage(language)
  const pinia = createPinia()
  const words = createAllWords(language)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: Object.keys(ROUTES).map((name) => ({ path: name === 'helpdesk' ? '/helpdesk/:part' : `/${name}/:draftId?/:step?`, name, component: defineComponent({ render: () => h('p', name) }) })),
  })
  await router.push('/home')
  useSettingsStore(pinia).adopt({
    version: '0.1.0', runtime: { electron: '33.4.11', chromium: '130.0.6723.191', node: '20.18.3', system: 'linux x64' }, language, settings: { language, theme: 'system' }, profile: 'office', isProfileLocked: false, ownPracticeService: true, vault: { kind: 'keychain' }, ...app,
  })
  useServiceStore(pinia).adopt(service)
  const wrapper = mount(screen, { props, global: { plugins: [pinia, words, router] }, attachTo: document.body })
  lastOpened = wrapper
  await flushPromises()

  const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? spaced(visibleText(element))
  const findButton = (name: string): HTMLButtonElement | undefined =>
    [...document.querySelectorAll<HTMLButtonElement>('button, a, summary')].find((one) => isInSight(one) && nameOf(one) === name)
  const button = (name: string): HTMLButtonElement => found(findButton(name), `a button "${name}"`)
  const control = (label: string): HTMLInputElement => {
    const labels = [...document.querySelectorAll('label')]
    const id = labels.find((one) => spaced(one.textContent) === label)?.htmlFor
    return found(document.querySelector<HTMLInputElement>(`[id="${id ?? ''}"]`), `a control "${label}"`)
  }

  return {
    wrapper, router, pinia, button, control,
    text: () => spaced(document.body.textContent),
    hasButton: (name) => findButton(name) !== undefined,
    press: async (name) => {
      const target = button(name)
      target.focus()
      target.click()
      await flushPromises()
      // A room that is loaded when it is needed first.
      await vi.dynamicImportSettled()
      await flushPromises()
    },
    type: async (label, text) => {
      const input = control(label)
      input.focus()
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await flushPromises()
    },
  }
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${what} in: ${spaced(document.body.textContent)}`)
  return value
}

function isInSight(element: Element): boolean {
  return element.tagName === 'SUMMARY' || element.closest('details:not([open])') === null
}

function visibleText(element: Element): string {
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll('.sr-only, [aria-hidden="true"]').forEach((hidden) => { hidden.remove() })
  return copy.textContent
}

/** Text with single plain spaces: French puts unbreakable ones before its colons. */
export function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
