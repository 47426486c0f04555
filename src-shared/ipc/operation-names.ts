/** Kept apart from the schemas so that the sandboxed preload carries no validator. */
export const OPERATION_NAMES = [
  'app:describe',
  'settings:change',
  'draft:create',
  'draft:open',
  'draft:save',
  'draft:discard',
  'draft:restore',
  'registration:list',
  'service:describe',
  'conditions:read',
  'captcha:request',
  'captcha:listen',
  'captcha:validate',
  'structure:look-up',
  'registration:submit',
  'registration:follow',
  'registration:correct-address',
  'registration:withdraw',
  'registration:send-again',
  'activation:pending',
  'activation:inspect',
  'activation:complete',
  'activation:renew',
  'mailbox:read',
  'text:copy',
  'page:print',
  'page:save-pdf',
  'place:open',
] as const

export type OperationName = (typeof OPERATION_NAMES)[number]

/** What the main process tells the window without being asked. */
export const EVENT_NAMES = ['activation:arrived', 'service:changed', 'settings:changed', 'flush:asked', 'command:chosen'] as const

export type EventName = (typeof EVENT_NAMES)[number]
