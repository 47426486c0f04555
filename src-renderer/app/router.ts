import type { Profile } from '@shared/ipc/descriptions'
import { createRouter, createWebHashHistory, START_LOCATION, type Router } from 'vue-router'
import HomePage from '../home/HomePage.vue'
import { ROUTES } from './routes'

/** Hash history: the window has one document, and going back and forth works as everywhere. No personal data ever stands in a route. */
export function createWindowRouter(profile: Profile): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: ROUTES.home, name: 'home', component: HomePage },
      { path: ROUTES.wizard, name: 'wizard', component: () => import('../wizard/WizardPage.vue'), props: true },
      { path: ROUTES.summary, name: 'summary', component: () => import('../progress/SummaryPage.vue'), props: true },
      { path: ROUTES.queue, name: 'queue', component: () => import('../queue/QueuePage.vue') },
      { path: ROUTES.import, name: 'import', component: () => import('../spreadsheet/SpreadsheetPage.vue') },
      { path: ROUTES.activation, name: 'activation', component: () => import('../activation/ActivationPage.vue') },
      { path: ROUTES.help, name: 'help', component: () => import('../help/HelpPage.vue') },
      { path: ROUTES.data, name: 'data', component: () => import('../data/DataPage.vue') },
      { path: ROUTES.requests, name: 'requests', component: () => import('../approval/RequestsPage.vue') },
      { path: ROUTES.signIn, name: 'signIn', component: () => import('../account/SignInPage.vue') },
      { path: ROUTES.forgotPassword, name: 'forgotPassword', component: () => import('../account/ForgotPasswordPage.vue') },
      { path: ROUTES.account, name: 'account', component: () => import('../account/AccountPage.vue') },
      { path: ROUTES.furtherStructure, name: 'furtherStructure', component: () => import('../account/FurtherStructurePage.vue') },
      { path: ROUTES.noMail, name: 'noMail', component: () => import('../support/NoMailPage.vue') },
      { path: ROUTES.contact, name: 'contact', component: () => import('../support/ContactPage.vue') },
      { path: ROUTES.ticket, name: 'ticket', component: () => import('../support/TicketPage.vue') },
      { path: ROUTES.helpdesk, name: 'helpdesk', component: () => import('../helpdesk/HelpdeskPage.vue'), props: true },
      { path: '/:rest(.*)*', redirect: { name: 'home' } },
    ],
    scrollBehavior(to, from, saved) {
      if (saved) return saved
      // The first screen stands at its top: scrolling would only lay it out before its fonts are there.
      if (from === START_LOCATION) return false
      // Whoever comes for one word is led to it by the help page.
      return to.query['term'] === undefined && { top: 0 }
    },
  })

  // An agent's window opens at the desk; the list stays where it is, one press away.
  router.beforeEach((to, from) => (profile === 'helpdesk' && from === START_LOCATION && to.name === 'home' ? { name: 'helpdesk', params: { part: 'structures' } } : true))
  return router
}
