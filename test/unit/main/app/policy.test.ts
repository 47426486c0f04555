import { describe, expect, it } from 'vitest'
import { chooseProfile, PolicyError, policyPath, readPolicy } from '@main/app/policy'
import { policyErrorWords } from '@main/app/policy-words'

const PATH = '/etc/parvis/policy.json'
const holding = (text: string) => readPolicy(PATH, { readText: () => text })
const refusing = (code: string, mustExist = false) => readPolicy(PATH, { mustExist, readText: () => { throw Object.assign(new Error(code), { code }) } })

function errorOf(read: () => unknown): PolicyError {
  try {
    read()
  } catch (thrown) {
    if (thrown instanceof PolicyError) return thrown
  }
  throw new Error('It was obeyed')
}

describe('the policy file', () => {
  it.each([
    ['linux', {}, '/etc/parvis/policy.json'],
    ['darwin', {}, '/Library/Application Support/Parvis/policy.json'],
    ['win32', { ProgramData: 'D:\\ProgramData' }, 'D:\\ProgramData\\Parvis\\policy.json'],
    ['win32', {}, 'C:\\ProgramData\\Parvis\\policy.json'],
  ] as const)('has one place on %s', (platform, environment, path) => {
    expect(policyPath(platform, environment)).toBe(path)
  })

  it('may be absent, unless it was named', () => {
    expect([refusing('ENOENT'), refusing('ENOTDIR')]).toEqual([{}, {}])
    expect(errorOf(() => refusing('ENOENT', true))).toMatchObject({ code: 'policy-unreadable', detail: 'ENOENT' })
  })

  it.each(['EACCES', 'EISDIR', 'EIO'])('that the system does not give (%s) is told, not taken for none', (code) => {
    expect(errorOf(() => refusing(code))).toMatchObject({ code: 'policy-unreadable', path: PATH, detail: code })
  })

  it('settles the profile, also from an editor that begins files with a mark', () => {
    expect([holding('{}'), holding('{ "profile": "office" }'), holding('\uFEFF{"profile":"helpdesk"}')]).toEqual([{}, { profile: 'office' }, { profile: 'helpdesk' }])
  })

  it('has the PIN of a kiosk as its hash, never in clear', () => {
    const kioskPinHash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2E$aGFzaGhhc2hoYXNoaGFzaA'
    expect(holding(JSON.stringify({ profile: 'kiosk', kioskPinHash }))).toEqual({ profile: 'kiosk', kioskPinHash })
    expect(chooseProfile({ profile: 'kiosk', kioskPinHash }, undefined)).toEqual({ profile: 'kiosk', isLocked: true, kioskPinHash })
    for (const pin of ['1234', 1234, '', '$argon2i$v=19$m=1,t=1,p=1$YQ$YQ']) expect(errorOf(() => holding(JSON.stringify({ profile: 'kiosk', kioskPinHash: pin }))).detail).toBe('"kioskPinHash"')
  })

  it.each(['', 'profile=helpdesk', 'null', '[]', '"helpdesk"', '{"profile":"tablet"}', '{"profile":null}', '{"profile":["helpdesk"]}', '{"Profile":"helpdesk"}', '{"profile":"helpdesk","language":"fr"}'])('%j is not half obeyed', (text) => {
    const error = errorOf(() => holding(text))
    expect(error.code).toBe('policy-malformed')
    for (const words of ['Parvis ne démarre pas', 'Parvis does not start', PATH, 'policy-malformed', error.detail]) expect(policyErrorWords(error)).toContain(words)
  })

  it('wins over the command line, and is said to', () => {
    expect(chooseProfile({ profile: 'helpdesk' }, 'office')).toEqual({ profile: 'helpdesk', isLocked: true })
    expect(chooseProfile({}, 'helpdesk')).toEqual({ profile: 'helpdesk', isLocked: false })
    expect(chooseProfile({}, undefined)).toEqual({ profile: 'office', isLocked: false })
  })
})
