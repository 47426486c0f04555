import { describe, expect, it } from 'vitest'
import { readSwitches, REFUSED_WHEN_PACKAGED, refusedSwitches, type CommandLine } from '@main/app/switches'

const commandLine = (switches: Readonly<Record<string, string>>): CommandLine => ({
  hasSwitch: (name) => name in switches,
  getSwitchValue: (name) => switches[name] ?? '',
})

describe('the command line', () => {
  it('with nothing on it asks for nothing special', () => {
    expect(readSwitches(commandLine({}), false)).toEqual({ language: undefined, profile: undefined, selfTest: false, policyFile: undefined, serviceUrl: undefined, vault: 'system', practice: 'on', practicePort: undefined })
  })

  it('is understood in an unpackaged build', () => {
    const line = commandLine({ lang: 'fr-FR', profile: 'helpdesk', policy: '/tmp/policy.json', 'service-url': 'http://127.0.0.1:4010/', vault: 'memory', practice: 'off', 'practice-port': '4011' })
    expect(readSwitches(line, false)).toEqual({ language: 'fr', profile: 'helpdesk', selfTest: false, policyFile: '/tmp/policy.json', serviceUrl: 'http://127.0.0.1:4010', vault: 'memory', practice: 'off', practicePort: 4011 })
  })

  it.each([{ profile: 'tablet' }, { vault: 'disk' }, { 'service-url': 'file:///etc' }, { 'service-url': 'nonsense' }, { practice: 'maybe' }, { 'practice-port': '99999' }, { 'practice-port': '-1' }])('%j is named, not guessed', (switches) => {
    expect(() => readSwitches(commandLine(switches), false)).toThrow(`--${Object.keys(switches)[0]}`)
  })

  it.each(REFUSED_WHEN_PACKAGED)('a packaged build refuses --%s, an unpackaged one does not', (name) => {
    expect(refusedSwitches(commandLine({ [name]: '' }), true)).toEqual([name])
    expect(refusedSwitches(commandLine({ [name]: '' }), false)).toEqual([])
  })

  it.each([true, false])('asks for a kiosk and its self-test in every build (packaged: %s)', (isPackaged) => {
    expect(readSwitches(commandLine({ profile: 'kiosk', 'self-test': '' }), isPackaged)).toMatchObject({ profile: 'kiosk', selfTest: true })
  })

  it('in a packaged build changes language and profile, and nothing else', () => {
    const line = commandLine({ lang: 'en', profile: 'helpdesk', policy: '/tmp/mine.json', vault: 'memory', 'service-url': 'http://127.0.0.1:1/', practice: 'off' })
    expect(readSwitches(line, true)).toEqual({ language: 'en', profile: 'helpdesk', selfTest: false, policyFile: undefined, serviceUrl: undefined, vault: 'system', practice: 'on', practicePort: undefined })
  })
})
