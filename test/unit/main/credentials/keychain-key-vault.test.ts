import { describe, expect, it } from 'vitest'
import { createKeychainDoor, type Keychain } from '@main/credentials/keychain-door'
import { createKeychainKeyVault } from '@main/credentials/keychain-key-vault'
import type { KeyVault } from '@main/credentials/key-vault'
import type { Whereabouts } from '@main/credentials/secret-service-look'

interface Behaviour {
  readonly stored?: string | null
  readonly says?: unknown
  readonly seen?: Whereabouts
  readonly isThere?: boolean
}

function vaultOf({ stored = null, says, seen = 'unknown', isThere = true }: Behaviour): KeyVault {
  const answer = <T>(value: T): Promise<T> => (says === undefined ? Promise.resolve(value) : Promise.reject(says as Error))
  const keychain: Keychain = { setPassword: () => answer(undefined), getPassword: () => answer(stored), deletePassword: () => answer(true) }
  return createKeychainKeyVault({ door: createKeychainDoor(async () => keychain), isThere: () => isThere, look: async () => seen })
}

describe('the keychain as the keeper of the key', () => {
  it('finds what is ours', async () => {
    expect(await vaultOf({ stored: '{"writtenBy":"keychain","secret":"s"}' }).find('name', {})).toEqual({ state: 'found', secret: 's' })
  })

  it.each(['s', '{"secret":"s"}', '{"writtenBy":"memory","secret":"s"}', ''])('takes %j for replaced', async (stored) => {
    expect(await vaultOf({ stored }).find('name', {})).toEqual({ state: 'replaced' })
  })

  it.each([
    ['nowhere', 'missing'],
    ['unknown', 'missing'],
    ['unlocked', 'missing'],
    // libsecret gives the same "nothing" when the person closes the question: only a look tells.
    ['locked', 'refused'],
  ] as const)('tells nothing that is %s as %s', async (seen, state) => {
    expect(await vaultOf({ seen }).find('name', {})).toEqual({ state })
  })

  it.each([
    [new Error('Cannot autolaunch D-Bus without X11 $DISPLAY'), 'absent'],
    [new Error('Could not connect: No such file or directory'), 'absent'],
    [new Error('The name org.freedesktop.secrets was not provided by any .service files'), 'absent'],
    [Object.assign(new Error("Cannot find package 'keytar'"), { code: 'ERR_MODULE_NOT_FOUND' }), 'absent'],
    [new Error('libsecret-1.so.0: cannot open shared object file: No such file or directory'), 'absent'],
    [new Error('Cannot create an item in a locked collection'), 'refused'],
    [new Error('Object does not exist at path “/org/freedesktop/secrets/collection/login”'), 'refused'],
    [new Error('User canceled the operation.'), 'refused'],
    [new Error('User interaction is not allowed.'), 'locked'],
    [new Error('Was ist das?'), 'failing'],
    ['locked', 'failing'],
    [null, 'failing'],
  ])('tells %s as %s, keeping and finding', async (says, state) => {
    expect(await vaultOf({ says }).find('name', {})).toEqual({ state })
    expect(await vaultOf({ says }).keep('name', 's')).toEqual({ state })
    await expect(vaultOf({ says }).forget('name')).resolves.toBeUndefined()
  })

  it('is absent, without a question, where none can be expected', async () => {
    const door = createKeychainDoor(() => Promise.reject(new Error('asked')))
    const vault = createKeychainKeyVault({ door, isThere: () => false, look: () => Promise.reject(new Error('looked')) })
    expect(await vault.find('name', {})).toEqual({ state: 'absent' })
    expect(await vault.keep('name', 's')).toEqual({ state: 'absent' })
    expect(await vault.answersUnprompted('name')).toBe(false)
  })

  it('answers unprompted only what is seen unlocked', async () => {
    const seen: readonly Whereabouts[] = ['unlocked', 'locked', 'nowhere', 'unknown']
    expect(await Promise.all(seen.map((at) => vaultOf({ seen: at }).answersUnprompted('name')))).toEqual([true, false, false, false])
  })
})

describe('the door to the keychain', () => {
  const keychain: Keychain = { setPassword: async () => undefined, getPassword: async () => null, deletePassword: async () => true }

  it('lets one question in at a time, in their order, and a failed one does not close it', async () => {
    const door = createKeychainDoor(async () => keychain)
    const order: string[] = []
    let release = (): void => undefined
    const first = door.ask(async () => {
      order.push('first')
      await new Promise<void>((resolve) => {
        release = resolve
      })
      throw new Error('no')
    })
    const second = door.ask(async () => order.push('second'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(order).toEqual(['first'])
    release()
    await expect(first).rejects.toThrow('no')
    await second
    expect(order).toEqual(['first', 'second'])
  })

  it('skips what nobody waits for any more', async () => {
    const door = createKeychainDoor(async () => keychain)
    let wasAsked = false
    await expect(
      door.ask(
        async () => {
          wasAsked = true
        },
        () => false,
      ),
    ).rejects.toThrow()
    expect(wasAsked).toBe(false)
  })
})
