import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { ROUTES } from '../app/routes'
import BeginPage from './BeginPage.vue'

/** All that there is at a kiosk: the beginning, the form, and what one leaves with. Every other address leads to the beginning. */
export function createKioskRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: ROUTES.home, name: 'home', component: BeginPage },
      { path: ROUTES.wizard, name: 'wizard', component: () => import('../wizard/WizardPage.vue'), props: true },
      { path: ROUTES.summary, name: 'summary', component: () => import('./FinishPage.vue'), props: true },
      { path: '/:rest(.*)*', redirect: { name: 'home' } },
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
}
