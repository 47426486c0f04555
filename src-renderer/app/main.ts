import './without-eval'
import '../ui/tokens.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
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

createApp(AppRoot)
  .use(pinia)
  .use(words)
  .use(createWindowRouter(settings.profile))
  .mount('#app')
