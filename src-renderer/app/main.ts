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

const { root, router } = await openProfile()
createApp(root)
  .use(pinia)
  .use(words)
  .use(router)
  .mount('#app')

/** A kiosk has a window of its own, of which the others load nothing. */
async function openProfile(): Promise<{ readonly root: Component; readonly router: Router }> {
  if (settings.profile !== 'kiosk') return { root: AppRoot, router: createWindowRouter(settings.profile) }
  const [{ default: root }, { createKioskRouter }] = await Promise.all([import('../kiosk/KioskRoot.vue'), import('../kiosk/kiosk-router')])
  return { root, router: createKioskRouter() }
}
