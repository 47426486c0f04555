import './without-eval'
import '../ui/tokens.css'
import { createPinia } from 'pinia'
import { createApp, type Component } from 'vue'
import type { Router } from 'vue-router'
import { ask } from '../bridge/bridge'
import { createWords } from '../locales/create-words'
import { loadWords } from '../locales/load-words'
import AppRoot from './AppRoot.vue'
import { createWindowRouter } from './router'
import { useSettingsStore } from './use-settings-store'

const pinia = createPinia()
const settings = useSettingsStore(pinia)
// Not waited for: language and theme stand on the document already, and nothing else of the answer is needed to begin.
ask('app:describe', {}).then(settings.adopt, () => undefined)

const { language } = settings
const words = createWords(language, { [language]: await loadWords(language) })

if (settings.profile === 'kiosk') void showKiosk()
else show(AppRoot, createWindowRouter(settings.profile))

/** A kiosk has a window of its own, of which the others load nothing. Not awaited up here: its files wait for this one to end. */
async function showKiosk(): Promise<void> {
  const [{ default: root }, { createKioskRouter }] = await Promise.all([import('../kiosk/KioskRoot.vue'), import('../kiosk/kiosk-router')])
  show(root, createKioskRouter())
}

function show(root: Component, router: Router): void {
  createApp(root)
    .use(pinia)
    .use(words)
    .use(router)
    .mount('#app')
}
