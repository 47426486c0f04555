import { describe, expect, it } from 'vitest'
import { createDraftHandlers } from '@main/app/draft-handlers'
import { createCredentials } from '@main/credentials/credentials'
import { createMemoryVault } from '@main/credentials/memory-vault'
import { accessKeyName } from '@main/credentials/secret-names'
import { openDraftStore } from '@main/drafts/draft-store'
import { systemClock } from '@main/platform/clock'
import { AppError } from '@shared/errors/app-error'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'

const registrationId = crypto.randomUUID()

async function withSent(keychain: ReturnType<typeof createMemoryVault>) {
  const drafts = await openDraftStore({ fileSystem: createFallibleFileSystem(), folder: '/drafts', asideFolder: '/aside', clock: systemClock })
  const credentials = createCredentials({ memory: createMemoryVault(), keychain: { ...keychain, kind: 'keychain' } })
  const { id } = await drafts.create('en')
  const accessKeyIn = await credentials.keep(accessKeyName(registrationId), 'the key')
  const receipt = { registrationId, reference: 'PV-1234-5678', sentAt: '2026-01-01T00:00:00.000Z', state: 'activation-sent' } as const
  await drafts.change(id, (file) => ({ ...file, accessKeyIn, draft: { ...file.draft, receipt } }))
  return { id, drafts, credentials, handlers: createDraftHandlers({ drafts, credentials }) }
}

describe('discarding a sent registration', () => {
  it('takes its access key out of the keychain, and undoing puts it back', async () => {
    const keychain = createMemoryVault()
    const { id, drafts, handlers } = await withSent(keychain)
    await handlers['draft:discard']({ draftId: id })
    expect(await keychain.find(accessKeyName(registrationId))).toBeUndefined()
    expect((await handlers['registration:list']({})).rows).toEqual([])

    expect(await handlers['draft:restore']({ draftId: id })).toMatchObject({ id, receipt: { registrationId } })
    expect(await keychain.find(accessKeyName(registrationId))).toBe('the key')
    expect((await drafts.open(id)).accessKeyIn).toBe('keychain')
  })

  it('works with a keychain that does not answer', async () => {
    const refuse = () => Promise.reject(new AppError('vault-unavailable', 'locked'))
    const { id, handlers } = await withSent({ ...createMemoryVault(), find: refuse, forget: refuse })
    await handlers['draft:discard']({ draftId: id })
    expect((await handlers['registration:list']({})).rows).toEqual([])
  })
})
