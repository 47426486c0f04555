import { createMemoryFileSystem } from '@main/platform/memory-file-system'
import { createKeptConditions } from '@main/submission/kept-conditions'
import { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import type { Conditions } from '@shared/http/conditions'
import type { Locale } from '@shared/registration/locale'
import { describe, expect, it } from 'vitest'

const PATH = '/profile/conditions.json'
const FIRST: Conditions = { version: '1', text: 'Premier texte.' }
const SECOND: Conditions = { version: '2', text: 'Second texte.' }

/** Each `open` is a start of Parvis on the same disk. */
function rig() {
  const fileSystem = createMemoryFileSystem()
  let answer: Conditions | FailureCode = FIRST
  const asked: Locale[] = []
  return {
    fileSystem,
    asked,
    answerWith: (next: Conditions | FailureCode) => { answer = next },
    open: (serviceName = 'practice') => createKeptConditions({
      fileSystem, path: PATH, serviceName,
      service: {
        async readConditions(locale) {
          asked.push(locale)
          if (typeof answer === 'string') throw new AppError(answer, 'scripted')
          return { ...answer, text: `${locale}: ${answer.text}` }
        },
      },
    }),
  }
}

describe('the conditions of a service', () => {
  it.each(['service-unreachable', 'service-starting', 'service-busy', 'network-intercepted'] as const)('are there as they were last read when it is %s, also after a restart', async (code) => {
    const { open, answerWith } = rig()
    const first = open()
    await first.read('fr')
    answerWith(SECOND)
    const newest = await first.read('fr')
    answerWith(code)
    expect(await first.read('fr')).toEqual(newest)
    expect(await open().read('fr')).toEqual({ version: '2', text: 'fr: Second texte.' })
  })

  it('are not known where they were never read, in that language or of that service', async () => {
    const { open, answerWith } = rig()
    await open().read('fr')
    answerWith('service-unreachable')
    await expect(open().read('en')).rejects.toMatchObject({ code: 'service-unreachable' })
    await expect(open('https://inscription.example').read('fr')).rejects.toMatchObject({ code: 'service-unreachable' })
  })

  it('are not answered from the disk where the service has refused', async () => {
    const { open, answerWith } = rig()
    const conditions = open()
    await conditions.read('fr')
    answerWith('service-refused')
    await expect(conditions.read('fr')).rejects.toMatchObject({ code: 'service-refused' })
  })

  it('are learnt once in both languages, for a time without it', async () => {
    const { open, answerWith, asked } = rig()
    await open().learn()
    await open().learn()
    expect(asked).toEqual(['fr', 'en'])
    answerWith('service-unreachable')
    expect(await open().read('en')).toMatchObject({ version: '1' })
    await expect(open('another').learn()).resolves.toBeUndefined()
  })

  it('are asked for as ever where their file is damaged or cannot be written', async () => {
    const { open, answerWith, fileSystem } = rig()
    await open().read('fr')
    const file = await fileSystem.createFile(`${PATH}.new`)
    await file.write('{"format":1,')
    await file.close()
    await fileSystem.rename(`${PATH}.new`, PATH)
    expect(await open().read('fr')).toMatchObject({ version: '1' })
    answerWith('service-unreachable')
    expect(await open().read('fr')).toMatchObject({ version: '1' })
    const refusing = createKeptConditions({
      path: PATH, serviceName: 'practice', service: { readConditions: async () => SECOND },
      fileSystem: { ...fileSystem, createFile: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) },
    })
    expect(await refusing.read('fr')).toEqual(SECOND)
  })
})
