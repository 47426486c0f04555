import { verify } from '@node-rs/argon2'
import { expect, it } from 'vitest'
import { createPasswords } from '@service/account/passwords'

it('promise 19: hashes with Argon2id at 19 MiB, two passes, one lane', async () => {
  const hash = await createPasswords({ memoryMib: 64, waiting: 1 }).hash('Correct-horse-9')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verify(hash, 'Correct-horse-9')).toBe(true)
})

it('promise 19: lets in what fits into its memory, has some wait, and turns the rest away at once', async () => {
  const { hash } = createPasswords({ memoryMib: 40, waiting: 3 })
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => hash('Correct-horse-9')))
  expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(5).fill('fulfilled'), ...Array<string>(5).fill('rejected')])
  expect((outcomes.at(-1) as PromiseRejectedResult).reason).toMatchObject({ code: 'service-busy', retryAfterSeconds: 2 })
  await expect(hash('Correct-horse-9')).resolves.toContain('argon2id')
})

it('says that there is no room before anything is asked for, and counts whom it turned away so', async () => {
  const { hash, requireRoom, load } = createPasswords({ memoryMib: 20, waiting: 1 })
  requireRoom()
  const both = [hash('Correct-horse-9'), hash('Correct-horse-9')]
  expect(requireRoom).toThrow(expect.objectContaining({ code: 'service-busy', retryAfterSeconds: 2 }))
  expect(load()).toEqual({ running: 1, waiting: 1, refused: 1 })
  await Promise.all(both)
  requireRoom()
})
