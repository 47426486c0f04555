/** Kept apart from the schemas so that the sandboxed preload carries no validator. */
const CORE_OPERATION_NAMES = [
  'app:describe',
  'settings:change',
  'draft:create',
  'draft:open',
  'draft:save',
  'draft:discard',
  'draft:restore',
  'draft:duplicate',
  'registration:list',
  'registration:read-searched',
  'safe:describe',
  'safe:open',
  'safe:choose',
  'safe:retry',
  'safe:start-anew',
  'queue:describe',
  'queue:add',
  'queue:take-back',
  'queue:send',
  'queue:pause',
  'queue:accept-structure',
  'exchange:export',
  'exchange:choose',
  'exchange:read',
  'exchange:import',
  'retention:keep',
  'data:describe',
  'data:erase',
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

/** In the name of whoever signs in to the service, and what anybody asks of its support. */
export const ACCOUNT_OPERATION_NAMES = [
  'session:describe',
  'session:sign-in',
  'session:sign-out',
  'session:forgot-password',
  'account:read',
  'account:change',
  'account:change-password',
  'account:ask-structure',
  'account:take-back',
  'account:export',
  'account:erase',
  'request:list',
  'request:decide',
  'ticket:submit',
] as const

/** In the name of an agent of support. */
export const HELPDESK_OPERATION_NAMES = [
  'support:structure-requests',
  'support:decide-structure',
  'support:attachment-requests',
  'support:decide-attachment',
  'support:find',
  'support:send-link',
  'support:figures',
  'support:tickets',
  'support:answer-ticket',
] as const

/** At a kiosk only. */
export const KIOSK_OPERATION_NAMES = ['kiosk:stay', 'kiosk:finish', 'kiosk:status-link', 'kiosk:leave'] as const

/**
 * All that a kiosk answers. What is not in this list is refused in the main process, whatever the window shows: what leaves
 * traces (exports, papers, the queue, the list), and whatever is added later and nobody has thought of here.
 */
const KIOSK_ALLOWS = [
  'app:describe',
  'settings:change',
  'draft:create',
  'draft:open',
  'draft:save',
  'draft:discard',
  'service:describe',
  'conditions:read',
  'captcha:request',
  'captcha:listen',
  'captcha:validate',
  'structure:look-up',
  'registration:submit',
  'registration:follow',
  'registration:correct-address',
  'registration:send-again',
  ...KIOSK_OPERATION_NAMES,
] as const satisfies readonly (CoreOperationName | KioskOperationName)[]

/** Drafts from a spreadsheet. */
export const SPREADSHEET_OPERATION_NAMES = [
  'spreadsheet:save-template',
  'spreadsheet:choose',
  'spreadsheet:look',
  'spreadsheet:check',
  'spreadsheet:stop',
  'spreadsheet:rows',
  'spreadsheet:change',
  'spreadsheet:fill',
  'spreadsheet:accept-mends',
  'spreadsheet:leave-out',
  'spreadsheet:undo',
  'spreadsheet:redo',
  'spreadsheet:make-drafts',
  'spreadsheet:take-back',
  'spreadsheet:close',
] as const

export const OPERATION_NAMES = [
  ...CORE_OPERATION_NAMES,
  ...ACCOUNT_OPERATION_NAMES,
  ...HELPDESK_OPERATION_NAMES,
  ...KIOSK_OPERATION_NAMES,
  ...SPREADSHEET_OPERATION_NAMES,
] as const

export type CoreOperationName = (typeof CORE_OPERATION_NAMES)[number]
export type AccountOperationName = (typeof ACCOUNT_OPERATION_NAMES)[number]
export type HelpdeskOperationName = (typeof HELPDESK_OPERATION_NAMES)[number]
export type KioskOperationName = (typeof KIOSK_OPERATION_NAMES)[number]
export type SpreadsheetOperationName = (typeof SPREADSHEET_OPERATION_NAMES)[number]
export type OperationName = CoreOperationName | AccountOperationName | HelpdeskOperationName | KioskOperationName | SpreadsheetOperationName

export function isAccountOperation(name: OperationName): name is AccountOperationName {
  return (ACCOUNT_OPERATION_NAMES as readonly string[]).includes(name)
}

export function isHelpdeskOperation(name: OperationName): name is HelpdeskOperationName {
  return (HELPDESK_OPERATION_NAMES as readonly string[]).includes(name)
}

export function isKioskOperation(name: OperationName): name is KioskOperationName {
  return (KIOSK_OPERATION_NAMES as readonly string[]).includes(name)
}

export function isAllowedAtKiosk(name: OperationName): boolean {
  return (KIOSK_ALLOWS as readonly string[]).includes(name)
}

export function isSpreadsheetOperation(name: OperationName): name is SpreadsheetOperationName {
  return (SPREADSHEET_OPERATION_NAMES as readonly string[]).includes(name)
}

/** What the main process tells the window without being asked. */
export const EVENT_NAMES = [
  'activation:arrived',
  'service:changed',
  'settings:changed',
  'flush:asked',
  'command:chosen',
  'registrations:changed',
  'queue:changed',
  'safe:changed',
  'exchange:advanced',
  'spreadsheet:advanced',
  'registration:wanted',
  'session:changed',
  'kiosk:idle',
  'kiosk:staff-asked',
] as const

export type EventName = (typeof EVENT_NAMES)[number]
