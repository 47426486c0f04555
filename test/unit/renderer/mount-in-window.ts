import { createWords } from '@renderer/locales/create-words'
import type { Locale } from '@shared/registration/locale'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'

/** Mounts a component as the window would: with its words and its stores, in the document. */
export function mountInWindow(component: Component, props: Record<string, unknown> = {}, language: Locale = 'en'): VueWrapper {
  const pinia = createPinia()
  setActivePinia(pinia)
  return mount(component, { props, attachTo: document.body, global: { plugins: [pinia, createWords(language)] } })
}
