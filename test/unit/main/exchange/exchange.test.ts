import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { createExchange, type Exchange } from '@main/exchange/exchange'
import { readExchangeFile, writeExchangeFile, type ExchangedDrafts } from '@main/exchange/exchange-file'
import { systemRandomness } from '@main/platform/randomness'
import { createDataKey } from '@main/safe/data-key'
import type { Draft } from '@shared/registration/draft'
import type { Selection } from '@shared/registration/registration-list'
import { createFakeDrafts, type FakeDrafts } from '../../../support/main/fake-drafts'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { PASSPHRASE, quickDerive } from '../../../support/main/safe-rig'
import { completeContent } from '../../../support/main/stored-draft'

const PATH = '/stick/Parvis.parvis-drafts'
const all: Selection = { query: { search: '', filter: 'all', sort: 'newest' }, except: [] }
const RECEIPT: Draft['receipt'] = { registrationId: '6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11', reference: 'PV-CANARY', sentAt: '2026-01-01T00:00:00.000Z', state: 'active' }

let fileSystem: FallibleFileSystem
let there: FakeDrafts
let here: FakeDrafts
let suggested: string[]

beforeEach(() => {
  fileSystem = createFallibleFileSystem()
  there = createFakeDrafts()
  here = createFakeDrafts()
  suggested = []
})

function exchangeOf(drafts: FakeDrafts, advanced?: (done: number, of: number) => void, path: string | undefined = PATH): Exchange {
  const dialogs = {
    whereTo: async (name: string) => {
      suggested.push(name)
      return path === '' ? undefined : path
    },
    whichFile: async () => (path === '' ? undefined : path),
  }
  return createExchange({ drafts, fileSystem, dialogs, randomness: systemRandomness, now: () => new Date(2026, 10, 24, 23, 30), derive: quickDerive, ...(advanced && { advanced }) })
}

async function chosen(exchange: Exchange): Promise<string> {
  return (await exchange.chooseFile())!.exchangeId
}

/** Exports what is there and imports it here, as it says in `alreadyHere`. */
async function carry(alreadyHere: 'skip' | 'copy' = 'skip') {
  await exchangeOf(there).exportDrafts(all, PASSPHRASE)
  const exchange = exchangeOf(here)
  const exchangeId = await chosen(exchange)
  const preview = await exchange.read(exchangeId, PASSPHRASE)
  return { preview, ...(await exchange.importDrafts(exchangeId, alreadyHere)) }
}

describe('an exchange of drafts', () => {
  it('brings them to another machine as they are, accepted conditions included', async () => {
    const id = there.put(completeContent(), { createdAt: '2026-01-01T10:00:00.000Z' })
    expect(await carry()).toMatchObject({ imported: 1, skipped: 0 })
    const { draft } = here.files.get(id)!
    expect(draft.content).toEqual(completeContent())
    expect(draft.createdAt).toBe('2026-01-01T10:00:00.000Z')
  })

  it('says what is in the file before anything is taken', async () => {
    const id = there.put(completeContent())
    there.put(completeContent('second@example.org'))
    here.put(completeContent(), { id })
    const { preview } = await carry()
    expect(preview).toMatchObject({ drafts: 2, alreadyHere: 1 })
    expect(preview.names[0]).toEqual({ personName: 'Claire Martin', structureName: '' })
  })

  it('suggests a name with the day of the person’s own calendar', async () => {
    await exchangeOf(there).exportDrafts(all, PASSPHRASE)
    expect(suggested).toEqual(['Parvis 2026-11-24.parvis-drafts'])
  })

  it('takes nothing of what was sent or may have been, nor receipts, keys or the queue', async () => {
    const draftId = there.put(completeContent('draft@example.org'), { queue: { state: 'queued', queuedAt: '2026-01-01T00:00:00.000Z', attempts: 0, mayHaveArrived: false } })
    there.files.set(draftId, { ...there.files.get(draftId)!, accessKey: 'secret' })
    there.put(completeContent('sent@example.org'), { receipt: RECEIPT })
    there.put(completeContent('maybe@example.org'), { queue: { state: 'sending', queuedAt: '2026-01-01T00:00:00.000Z', attempts: 1, mayHaveArrived: true } })
    expect(await exchangeOf(there).exportDrafts(all, PASSPHRASE)).toBe(1)
    const exchange = exchangeOf(here)
    const exchangeId = await chosen(exchange)
    await exchange.read(exchangeId, PASSPHRASE)
    await exchange.importDrafts(exchangeId, 'skip')
    expect([...here.files.values()].map(({ draft, ...rest }) => ({ ...rest, queue: draft.queue, receipt: draft.receipt }))).toEqual([{ schemaVersion: 2, queue: undefined, receipt: undefined }])
  })

  it('holds nothing that can be read without the passphrase', async () => {
    there.put(completeContent('canary@example.org'))
    await exchangeOf(there).exportDrafts(all, PASSPHRASE)
    const text = fileSystem.files.get(PATH)!
    for (const word of ['canary', 'Martin', '552 032', Buffer.from('canary').toString('base64')]) expect(text).not.toContain(word)
    expect(fileSystem.onDisk().get(PATH)).toBe(text)
  })

  it.each(['skip', 'copy'] as const)('leaves what is the same here alone (%s)', async (alreadyHere) => {
    const id = there.put(completeContent())
    here.put(completeContent(), { id })
    expect(await carry(alreadyHere)).toMatchObject({ imported: 0, skipped: 1 })
    expect(here.files.size).toBe(1)
  })

  it('skips what is here with another content, or brings it as a new draft beside it', async () => {
    const id = there.put(completeContent('theirs@example.org'))
    here.put(completeContent('ours@example.org'), { id })
    expect(await carry('skip')).toMatchObject({ imported: 0, skipped: 1 })
    expect(await carry('copy')).toMatchObject({ imported: 1, skipped: 0 })
    expect(here.files.get(id)!.draft.content.person.connectionEmail).toBe('ours@example.org')
    expect([...here.files.values()].map(({ draft }) => draft.content.person.connectionEmail)).toEqual(['ours@example.org', 'theirs@example.org'])
  })

  it('is over without a word when the person names no file', async () => {
    expect(await exchangeOf(there, undefined, '').exportDrafts(all, PASSPHRASE)).toBeUndefined()
    expect(await exchangeOf(here, undefined, '').chooseFile()).toBeUndefined()
    expect(fileSystem.files.size).toBe(0)
  })

  it('wants a passphrase of some length before it asks for a place', async () => {
    await expect(exchangeOf(there).exportDrafts(all, 'short')).rejects.toMatchObject({ code: 'passphrase-weak' })
    expect(suggested).toEqual([])
  })

  it('leaves no half of a file where the disk is full', async () => {
    there.put(completeContent())
    fileSystem.failAt('sync', 'ENOSPC')
    await expect(exchangeOf(there).exportDrafts(all, PASSPHRASE)).rejects.toMatchObject({ code: 'disk-full' })
    expect(fileSystem.files.size).toBe(0)
  })

  it('moves ten thousand, and says how far it has come', async () => {
    for (let count = 0; count < 10_000; count += 1) there.put(completeContent(`client-${count}@example.org`))
    const exchange = exchangeOf(here, (done, of) => told.push([done, of]))
    const told: (readonly [number, number])[] = []
    await exchangeOf(there).exportDrafts(all, PASSPHRASE)
    const exchangeId = await chosen(exchange)
    await exchange.read(exchangeId, PASSPHRASE)
    expect(await exchange.importDrafts(exchangeId, 'skip')).toEqual({ imported: 10_000, skipped: 0 })
    expect(here.files.size).toBe(10_000)
    expect(told.at(-1)).toEqual([10_000, 10_000])
    expect(told.length).toBeGreaterThan(20)
  })
})

describe('the key of a file', () => {
  it('is made of the passphrase by argon2id', async () => {
    const drafts = [{ id: there.put(completeContent()), content: completeContent(), createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }]
    const text = await writeExchangeFile({ exportedAt: '2026-01-01T00:00:00.000Z', drafts }, PASSPHRASE, { randomness: systemRandomness })
    expect((await readExchangeFile(text, PASSPHRASE, { randomness: systemRandomness })).drafts).toEqual(drafts)
    await expect(readExchangeFile(text, PASSPHRASE, { randomness: systemRandomness, derive: quickDerive })).rejects.toMatchObject({ code: 'passphrase-wrong' })
  })
})

describe('a file that is not as it was written', () => {
  async function reading(text: string, passphrase = PASSPHRASE): Promise<unknown> {
    fileSystem.files.set(PATH, text)
    const exchange = exchangeOf(here)
    return exchange.read(await chosen(exchange), passphrase)
  }

  const written = (drafts: unknown[] = []): Promise<string> => writeExchangeFile({ exportedAt: '2026-01-01T00:00:00.000Z', drafts: drafts as unknown as ExchangedDrafts['drafts'] }, PASSPHRASE, { randomness: systemRandomness, derive: quickDerive })

  it('is not opened by another passphrase', async () => {
    await expect(reading(await written(), 'une phrase assez longuE')).rejects.toMatchObject({ code: 'passphrase-wrong' })
  })

  it.each(['', '\n', '{', 'null\nAAAA', '{"parvis":"draft"}\nAAAA', '{"parvis":"drafts-exchange","format":1}\nAAAA', 'PK\u0003\u0004'])('%j is not one of ours', async (text) => {
    await expect(reading(text)).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
  })

  it('of a newer version says so', async () => {
    await expect(reading('{"parvis":"drafts-exchange","format":2,"new":true}\nAAAA')).rejects.toMatchObject({ code: 'exchange-file-newer' })
  })

  it('opens nothing with one character changed, in the header or after it', async () => {
    const text = await written()
    const spots = [text.indexOf('2026'), text.indexOf('"salt":"') + 10, text.indexOf('\n') + 3, text.length - 8]
    for (const at of spots) await expect(reading(`${text.slice(0, at)}${text[at] === '3' ? '4' : '3'}${text.slice(at + 1)}`)).rejects.toHaveProperty('code')
  })

  it('has its drafts looked at one by one, though its passphrase was right', async () => {
    for (const draft of [{}, { id: 'x' }, { id: '6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11', content: completeContent(), createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', receipt: RECEIPT }])
      await expect(reading(await written([draft]))).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
    await expect(reading(await written(Array.from({ length: 20_001 }, () => ({}))))).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
  })

  it('is not unpacked to more than drafts can be', async () => {
    const header = (await written()).split('\n')[0]!
    const salt = Buffer.from((JSON.parse(header) as { readonly salt: string }).salt, 'base64')
    const key = createDataKey('exchange', await quickDerive(PASSPHRASE, salt, { memoryKiB: 65_536, passes: 3, lanes: 1 }), systemRandomness)
    const bomb = key.seal(gzipSync(Buffer.alloc(300 * 1024 * 1024, 32)), header)
    await expect(reading(`${header}\n${Buffer.from(bomb).toString('base64')}\n`)).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
  })

  it('is not read at all when it is larger than ours can be', async () => {
    fileSystem.files.set(PATH, 'A'.repeat(64 * 1024 * 1024 + 1))
    const exchange = exchangeOf(here)
    const exchangeId = await chosen(exchange)
    fileSystem.steps.length = 0
    await expect(exchange.read(exchangeId, PASSPHRASE)).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
    expect(fileSystem.steps).not.toContain('readText')
  })

  it('is known by the id that was given for it, and taken from only once it was opened', async () => {
    fileSystem.files.set(PATH, await written())
    const exchange = exchangeOf(here)
    const exchangeId = await chosen(exchange)
    await expect(exchange.importDrafts(exchangeId, 'skip')).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
    await expect(exchange.read('6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11', PASSPHRASE)).rejects.toMatchObject({ code: 'exchange-file-unreadable' })
  })
})
