/** Every address of the service that its clients call. `{name}` stands for one encoded path segment. */
export const PATHS = {
  health: '/v1/health',
  openApi: '/v1/openapi.json',
  conditions: '/v1/conditions',
  captchas: '/v1/captchas',
  captchaSound: '/v1/captchas/{id}/sound',
  captchaValidation: '/v1/captchas/{id}/validation',
  structure: '/v1/structures/{identifierType}/{identifier}',
  registrations: '/v1/registrations',
  registration: '/v1/registrations/{id}',
  registrationActivationMails: '/v1/registrations/{id}/activation-mails',
  activations: '/v1/activations',
  activationInspection: '/v1/activations/inspection',
  passwordResets: '/v1/password-resets',
  passwordResetCompletion: '/v1/password-resets/completion',
  sessions: '/v1/sessions',
  currentSession: '/v1/sessions/current',
  account: '/v1/account',
  accountPassword: '/v1/account/password',
  accountExport: '/v1/account/export',
  accountAttachments: '/v1/account/attachments',
  accountAttachment: '/v1/account/attachments/{id}',
  attachmentRequests: '/v1/attachment-requests',
  attachmentDecision: '/v1/attachment-requests/{id}/decision',
  supportStructureRequests: '/v1/support/structure-requests',
  supportStructureDecision: '/v1/support/structure-requests/{id}/decision',
  supportAttachmentRequests: '/v1/support/attachment-requests',
  supportAttachmentDecision: '/v1/support/attachment-requests/{id}/decision',
  supportRegistrations: '/v1/support/registrations',
  supportFigures: '/v1/support/figures',
  supportTickets: '/v1/support/tickets',
  supportTicket: '/v1/support/tickets/{id}',
  supportActivationMails: '/v1/support/registrations/{id}/activation-mails',
  activationPage: '/activate',
  statusPage: '/status',
  practiceMailbox: '/practice/mailbox',
  practiceMailboxJson: '/practice/mailbox.json',
} as const

type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamsOf<Rest> : never

/** The address with its parameters filled in, each encoded as one segment. */
export function pathTo<P extends string>(path: P, params: Readonly<Record<ParamsOf<P>, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? ''))
}

/** The same address as routers write it: `/v1/captchas/:id/sound`. */
export function routePattern(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}
