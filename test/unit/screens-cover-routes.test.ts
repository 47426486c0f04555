import { describe, expect, it } from 'vitest'
import { ROUTES } from '@renderer/app/routes'
import { FAILURE_CODES } from '@shared/errors/failure-codes'
import { KIOSK_SCREENS } from '../e2e/kiosk-screens'
import { NEVER_SHOWN, SCREENS } from '../e2e/screens'

describe('the list of screens that accessibility is checked on', () => {
  it('has every route of the window', () => {
    expect([...new Set(SCREENS.map(({ screen }) => screen))].sort()).toEqual(Object.keys(ROUTES).sort())
  })

  it('shows every failure code in a state, or says why no screen ever does', () => {
    const shown = new Set([...SCREENS, ...KIOSK_SCREENS].flatMap(({ shows }) => shows ?? []))
    expect(FAILURE_CODES.filter((code) => !shown.has(code) && NEVER_SHOWN[code] === undefined)).toEqual([])
    expect(Object.keys(NEVER_SHOWN).filter((code) => shown.has(code as (typeof FAILURE_CODES)[number]))).toEqual([])
  })

  it('names each state once', () => {
    for (const list of [SCREENS, KIOSK_SCREENS]) {
      const names = list.map(({ screen, state }) => `${screen}: ${state}`)
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })
})
