import './sheets.css'
import { createPinia } from 'pinia'
import { createApp, defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useServiceStore } from '@renderer/app/use-service-store'
import { createAllWords } from '../../support/all-words'
import { installFakePreload } from '../../support/fake-preload'
import { DESIGN_PAGES } from '../design-pages'

/** Draws the page that the address names (`?page=controls`) with the window's own components, words and stores. Nobody answers behind it. */
const files = import.meta.glob<{ default: Component }>(['./*Sheet.vue', '../later/Later*.vue'])
const wanted = new URLSearchParams(location.search).get('page')
const page = DESIGN_PAGES.find(({ name }) => name === wanted)
const load = page && files[page.file]
if (!load) throw new Error(`There is no page "${wanted ?? ''}"; there are: ${DESIGN_PAGES.map(({ name }) => name).join(', ')}`)

installFakePreload(() => ({ ok: false, failure: { code: 'unexpected' } }))
document.documentElement.lang = page.language
const pinia = createPinia()
useServiceStore(pinia).adopt({ state: 'ready', environment: 'practice', version: '0.1.0', phoneRequired: false, mailFrom: 'sender@parvis.example' })
const router = createRouter({
  history: createMemoryHistory(),
  routes: ['home', 'wizard', 'summary', 'activation', 'help'].map((name) => ({ path: `/${name}/:draftId?/:step?`, name, component: defineComponent({ render: () => h('p', name) }) })),
})
await router.push('/home')

createApp((await load()).default)
  .use(pinia)
  .use(createAllWords(page.language))
  .use(router)
  .mount('#app')
