import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createTableExport, type TableExport } from '@main/export/table-export'
import { AppError } from '@shared/errors/app-error'
import { TableQuestion } from '@shared/ipc/tables'
import type { Draft } from '@shared/registration/draft'
import { createFakeDrafts, type FakeDrafts } from '../../../support/main/fake-drafts'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { completeContent } from '../../../support/main/stored-draft'
import { named } from '../../../support/main/test-drafts'
import { tableWordsIn } from '../../../support/table-words'

const PATH = '/documents/Parvis.csv'
const RECEIPT: Draft['receipt'] = { registrationId: '6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11', reference: 'PV-9HXM-3R7P', sentAt: '2026-01-02T10:00:00.000Z', state: 'awaiting-manager' }
const ALL: TableQuestion = { selection: { query: { search: '', filter: 'all', sort: 'newest' }, except: [] }, format: 'csv', words: tableWordsIn('fr') }

let fileSystem: FallibleFileSystem
let drafts: FakeDrafts
let suggested: string[]
let told: (readonly [number, number])[]

beforeEach(() => {
  fileSystem = createFallibleFileSystem()
  drafts = createFakeDrafts()
  suggested = []
  told = []
})

function tablesTo(path: string | undefined = PATH, advanced = (done: number, of: number): void => void told.push([done, of])): TableExport {
  const whereTo = async (name: string, format: string): Promise<string | undefined> => {
    suggested.push(`${name}.${format}`)
    return path === '' ? undefined : path
  }
  return createTableExport({ drafts, fileSystem, whereTo, now: () => new Date(2026, 10, 24, 23, 30), advanced })
}

async function written(): Promise<Record<string, string>[]> {
  return parse(await fileSystem.readText(PATH), { delimiter: ';', bom: true, columns: true })
}

describe('the list as a table', () => {
  it('asks in words that its contract takes', () => {
    expect(TableQuestion.safeParse({ ...ALL, words: tableWordsIn('en') }).success).toBe(true)
    expect(TableQuestion.safeParse(ALL).success).toBe(true)
  })

  it('writes each registration with its state and who has to act, in the language of the window', async () => {
    drafts.put(completeContent(), { receipt: RECEIPT, createdAt: '2026-01-01T09:00:00.000Z', updatedAt: '2026-01-03T09:00:00.000Z' })
    expect(await tablesTo().write(ALL)).toEqual({ outcome: 'saved', rows: 1 })
    expect(suggested).toEqual(['Parvis 2026-11-24.csv'])
    const [row] = await written()
    expect(row).toMatchObject({
      Référence: 'PV-9HXM-3R7P', État: 'En attente du gestionnaire', 'Qui doit agir': 'Le gestionnaire de la structure', Nom: 'Martin', Prénom: 'Claire',
      'Adresse électronique de connexion': 'claire.martin@example.org', 'Adresse électronique de contact': 'claire.martin@example.org', 'Type d’identifiant': 'SIRET', Identifiant: '552 032 534 00646',
    })
    expect(row?.['Envoyée le']).toMatch(/^2026-01-0[123] \d\d:00$/)
  })

  it('says of a draft that the office has to act, and leaves empty what is not there', async () => {
    drafts.put(named('Ann'))
    await tablesTo().write({ ...ALL, words: tableWordsIn('en') })
    expect((await written())[0]).toMatchObject({ State: 'Draft', 'Next to act': 'Your office', 'First name': 'Ann', Reference: '', 'Sent on': '', 'Type of identifier': '' })
  })

  it('loses no row because its file cannot be read now', async () => {
    drafts.put(named('Ann', 'Lee'))
    vi.spyOn(drafts, 'open').mockRejectedValue(new AppError('draft-unreadable', 'damaged'))
    expect(await tablesTo().write(ALL)).toEqual({ outcome: 'saved', rows: 1 })
    expect((await written())[0]).toMatchObject({ Nom: 'Ann Lee', Prénom: '' })
  })

  it('writes a workbook where one is wanted', async () => {
    drafts.put(named('Ann'))
    await tablesTo().write({ ...ALL, format: 'xlsx' })
    expect(Buffer.from(await fileSystem.readBytes(PATH)).subarray(0, 2).toString()).toBe('PK')
  })

  it('writes nothing where no place is named', async () => {
    drafts.put(named('Ann'))
    expect(await tablesTo('').write(ALL)).toEqual({ outcome: 'no-place' })
    expect(told).toEqual([])
  })

  it('tells how far it is, and leaves no file when it is stopped', async () => {
    for (let index = 0; index < 100; index += 1) drafts.put(named(`Ann ${index}`))
    const tables: TableExport = tablesTo(PATH, (done, of) => {
      told.push([done, of])
      if (done >= 32) tables.stop()
    })
    expect(await tables.write(ALL)).toEqual({ outcome: 'stopped' })
    expect(told).toEqual([[16, 100], [32, 100]])
    await expect(fileSystem.readText(PATH)).rejects.toThrow()
    expect(await tablesTo().write(ALL)).toEqual({ outcome: 'saved', rows: 100 })
  })

  it('says that the disk refuses, or that the safe is shut', async () => {
    drafts.put(named('Ann'))
    fileSystem.failAt('createFile', 'ENOSPC')
    await expect(tablesTo().write(ALL)).rejects.toMatchObject({ code: 'disk-full' })
    vi.spyOn(drafts, 'open').mockRejectedValue(new AppError('safe-locked', 'shut'))
    await expect(tablesTo().write(ALL)).rejects.toMatchObject({ code: 'safe-locked' })
  })
})
