import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '@main/app/language'

describe('the first language', () => {
  it('is the switch, then the setting, then the first of the system that Parvis speaks, then English', () => {
    expect(chooseLanguage({ bySwitch: 'en', bySetting: 'fr', bySystem: ['fr'] })).toBe('en')
    expect(chooseLanguage({ bySwitch: undefined, bySetting: 'fr', bySystem: ['en'] })).toBe('fr')
    expect(chooseLanguage({ bySwitch: undefined, bySetting: undefined, bySystem: ['de-DE', 'fr-CA', 'en'] })).toBe('fr')
    expect(chooseLanguage({ bySwitch: undefined, bySetting: undefined, bySystem: ['de', 'ja'] })).toBe('en')
    expect(chooseLanguage({ bySwitch: undefined, bySetting: undefined, bySystem: [] })).toBe('en')
  })
})
