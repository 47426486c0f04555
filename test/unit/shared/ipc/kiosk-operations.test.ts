import { expect, it } from 'vitest'
import { isAllowedAtKiosk, OPERATION_NAMES } from '@shared/ipc/operation-names'

it('a kiosk answers these questions, and none that is added later without a thought', () => {
  expect(OPERATION_NAMES.filter(isAllowedAtKiosk)).toMatchInlineSnapshot(`
    [
      "app:describe",
      "settings:change",
      "draft:create",
      "draft:open",
      "draft:save",
      "draft:discard",
      "service:describe",
      "conditions:read",
      "captcha:request",
      "captcha:listen",
      "captcha:validate",
      "structure:look-up",
      "registration:submit",
      "registration:follow",
      "registration:correct-address",
      "registration:send-again",
      "kiosk:stay",
      "kiosk:finish",
      "kiosk:status-link",
      "kiosk:leave",
    ]
  `)
})

it('nothing that leaves a trace is among them', () => {
  const leavingTraces = OPERATION_NAMES.filter((name) => /^(exchange|spreadsheet|import|export|queue|retention|data|safe|page|place|text|mailbox|session|account|request|support|ticket|registration:(list|read))/.test(name))
  expect(leavingTraces.filter(isAllowedAtKiosk)).toEqual([])
})
