import './without-eval'
import '../ui/tokens.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { ask } from '../bridge/bridge'
import { createWords } from '../locales/create-words'
import AppRoot from './AppRoot.vue'
import { createWindowRouter } from './router'
import { useSettingsStore } from './use-settings-store'

const description = await ask('app:describe', {})
const pinia = createPinia()
useSettingsStore(pinia).adopt(description)

createApp(AppRoot)
  .use(pinia)
  .use(createWords(description.language))
  .use(createWindowRouter())
  .mount('#app')
