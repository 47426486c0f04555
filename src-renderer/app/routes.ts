/** The path of every screen, by the name under which the router knows it. The steps are written out: their module would bring the validator into the first screen. */
export const ROUTES = {
  home: '/',
  wizard: '/drafts/:draftId/:step(person|structure|check)',
  summary: '/registrations/:draftId',
  queue: '/queue',
  import: '/import',
  activation: '/activation',
  help: '/help',
  data: '/data',
  requests: '/requests',
  signIn: '/sign-in',
  forgotPassword: '/forgot-password',
  account: '/account',
  furtherStructure: '/account/structure',
  noMail: '/no-mail',
  contact: '/contact',
  ticket: '/contact/ticket',
  helpdesk: '/helpdesk/:part(structures|tickets|find|figures)',
} as const

export type ScreenName = keyof typeof ROUTES
