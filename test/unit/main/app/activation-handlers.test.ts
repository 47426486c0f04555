import { describe, expect, it, vi } from 'vitest'
import { createActivationDesk } from '@main/activation/activation-desk'
import { createPendingActivation } from '@main/activation/pending-activation'
import { createActivationHandlers } from '@main/app/activation-handlers'
import { createCredentials } from '@main/credentials/credentials'
import { createMemoryVault } from '@main/credentials/memory-vault'
import { passwordName } from '@main/credentials/secret-names'
import { emptyContent, type DraftId } from '@shared/registration/draft'
import { createMemoryFileSystem } from '@main/platform/memory-file-system'
import { openTestDrafts } from '../../../support/main/test-drafts'

const TOKEN = 'B'.repeat(43)

async function open({ withKeychain = true } = {}) {
  const keychain = createMemoryVault()
  const drafts = openTestDrafts(createMemoryFileSystem())
  const pending = createPendingActivation(() => undefined)
  const desk = createActivationDesk({
    inspect: async () => ({ state: 'live', secondsLeft: 60, connectionEmailMasked: 'a•••@example.org', structureName: 'Danone', purpose: 'activation' }),
    complete: async () => undefined,
    renew: async () => undefined,
  })
  const credentials = createCredentials({ memory: createMemoryVault(), keychain: withKeychain ? { ...keychain, kind: 'keychain' } : undefined })
  const hurried: DraftId[] = []
  return { keychain, drafts, pending, hurried, handlers: createActivationHandlers({ desk, pending, drafts, credentials, hurry: (ids) => hurried.push(...ids) }) }
}

describe('a handed-over link', () => {
  it('is given to the window once, as an id that holds no token', async () => {
    const { pending, handlers } = await open()
    expect(await handlers['activation:pending']({})).toEqual({})
    pending.hold(TOKEN)
    const { activationId } = await handlers['activation:pending']({})
    expect(activationId).not.toContain(TOKEN)
    expect(await handlers['activation:pending']({})).toEqual({})
    expect(await handlers['activation:inspect']({ activationId: activationId! })).toMatchObject({ state: 'live' })
  })
})

describe('the password', () => {
  async function complete(parts: Awaited<ReturnType<typeof open>>, keepInKeychain: boolean) {
    const { activationId } = await parts.handlers['activation:inspect']({ text: TOKEN })
    return parts.handlers['activation:complete']({ activationId, password: 'Secret-2026-word', keepInKeychain })
  }

  it('is kept only when asked, under the address that this machine knows', async () => {
    const parts = await open()
    const content = emptyContent('en')
    await parts.drafts.create({ ...content, person: { ...content.person, connectionEmail: 'ann@example.org' } })
    expect(await complete(parts, false)).toEqual({ password: 'not-asked' })
    expect(await parts.keychain.find(passwordName('ann@example.org'))).toBeUndefined()
    expect(await complete(parts, true)).toEqual({ password: 'kept' })
    expect(await parts.keychain.find(passwordName('ann@example.org'))).toBe('Secret-2026-word')
  })

  it('goes by the masked address where this machine does not know the account', async () => {
    const parts = await open()
    expect(await complete(parts, true)).toEqual({ password: 'kept' })
    expect(await parts.keychain.find(passwordName('a•••@example.org'))).toBe('Secret-2026-word')
  })

  it('is said not to be kept where there is no keychain; the activation stands', async () => {
    expect(await complete(await open({ withKeychain: false }), true)).toEqual({ password: 'not-kept' })
  })
})

describe('the list after it', () => {
  it.each(['activation:complete', 'activation:renew'] as const)('is to hear soon about the account of %s, and about no other', async (operation) => {
    const { drafts, handlers, hurried } = await open()
    const content = emptyContent('en')
    const { id } = await drafts.create({ ...content, person: { ...content.person, connectionEmail: 'ann@example.org' } })
    await drafts.create({ ...content, person: { ...content.person, connectionEmail: 'bob@example.org' } })
    const { activationId } = await handlers['activation:inspect']({ text: TOKEN })
    if (operation === 'activation:renew') await handlers[operation]({ activationId })
    else await handlers[operation]({ activationId, password: 'Secret-2026-word', keepInKeychain: false })
    await vi.waitFor(() => { expect(hurried).toEqual([id]) })
  })
})
