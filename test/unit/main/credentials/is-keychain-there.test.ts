import { describe, expect, it } from 'vitest'
import { isKeychainThere } from '@main/credentials/is-keychain-there'

const LINUX = { platform: 'linux', environment: {}, exists: (): boolean => false, isInstalled: (): boolean => true } as const

describe('isKeychainThere', () => {
  it.each([
    ['Linux with a bus in the environment', { ...LINUX, environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' } }, true],
    ['Linux with the bus of the user’s session', { ...LINUX, environment: { XDG_RUNTIME_DIR: '/run/user/1000' }, exists: (path: string): boolean => path === '/run/user/1000/bus' }, true],
    ['Linux with a runtime folder without a bus', { ...LINUX, environment: { XDG_RUNTIME_DIR: '/run/user/1000' } }, false],
    ['Linux without any session', LINUX, false],
    ['Linux where Chromium found no bus', { ...LINUX, environment: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } }, false],
    ['Windows', { ...LINUX, platform: 'win32' }, true],
    ['macOS', { ...LINUX, platform: 'darwin' }, true],
    ['macOS without keytar', { ...LINUX, platform: 'darwin', isInstalled: (): boolean => false }, false],
  ] as const)('%s: %s', (_case, surroundings, expected) => {
    expect(isKeychainThere(surroundings)).toBe(expected)
  })

  it('answers for this machine without failing', () => {
    expect(typeof isKeychainThere()).toBe('boolean')
  })
})
