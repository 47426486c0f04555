import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { RegistrationAnswer } from '@shared/http/registrations'
import { applicationOf } from '../../../support/service/applicants'
import { type BuiltServer, buildServer, type ServerRun } from '../../../support/service/built-server'
import { newEmail } from '../../../support/service/service-rig'
import { createTestDatabase } from '../../../support/service/test-database'

let server: BuiltServer
let original: Awaited<ReturnType<typeof createTestDatabase>>
let restored: Awaited<ReturnType<typeof createTestDatabase>>

beforeAll(async () => {
  server = await buildServer()
  original = await createTestDatabase({ isEmpty: true })
  restored = await createTestDatabase({ isEmpty: true })
}, 180_000)
afterAll(async () => {
  server.remove()
  await original.drop()
  await restored.drop()
})

const fileOf = (...path: string[]): string => join(server.folder, ...path)

function start(databaseUrl: string, keyFile: string): ServerRun {
  return server.run({ DATABASE_URL: databaseUrl, SECRET_KEY_FILE: keyFile, CAPTCHA: 'fixed:AAAA', PUBLIC_URL: 'http://127.0.0.1:4010' })
}

async function end({ child, end: ended }: ServerRun): Promise<void> {
  child.kill('SIGTERM')
  expect(await ended()).toBe(0)
}

async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly body: T }> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as T }
}

async function register(address: string): Promise<RegistrationAnswer & { readonly email: string }> {
  const email = newEmail()
  const { body: { captchaId } } = await post<{ captchaId: string }>(`${address}/v1/captchas`, { locale: 'en' })
  const { body: { captchaToken } } = await post<{ captchaToken: string }>(`${address}/v1/captchas/${captchaId}/validation`, { answer: 'AAAA' })
  const { body } = await post<RegistrationAnswer>(`${address}/v1/registrations`, { ...applicationOf(email), captchaToken }, { 'idempotency-key': randomUUID() })
  return { ...body, email }
}

async function linkOf(address: string, email: string): Promise<string> {
  return vi.waitFor(async () => {
    const mails = (await (await fetch(`${address}/practice/mailbox.json`)).json()) as { to: string; text: string }[]
    const link = mails.filter(({ to }) => to === email).map(({ text }) => /#t=([\w-]{43})/.exec(text)?.[1]).find(Boolean)
    expect(link).toBeDefined()
    return link!
  }, { timeout: 15_000 })
}

describe('a backup, as docs/operations.md says to make it', () => {
  it('is pg_dump of the running service and its key file; together they go on elsewhere, and neither is enough alone', async () => {
    const key = fileOf('keys', 'secret.key')
    mkdirSync(fileOf('keys'))
    const running = start(original.url, key)
    const address = await running.address()
    const before = await register(address)
    const link = await linkOf(address, before.email)

    const dump = fileOf('parvis.dump')
    execFileSync('pg_dump', ['--format=custom', '--no-owner', `--file=${dump}`, `--dbname=${original.url}`], { stdio: 'pipe' })
    copyFileSync(key, fileOf('kept.key'))
    const after = await register(address)
    await end(running)

    execFileSync('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${restored.url}`, dump], { stdio: 'pipe' })

    const keyless = start(restored.url, fileOf('nowhere.key'))
    expect([await keyless.end(), keyless.output()]).toEqual([78, expect.stringContaining('is missing, and the database was begun with a key')])
    const other = server.run({ DATA_DIR: fileOf('other') })
    await other.address()
    await end(other)
    const stranger = start(restored.url, fileOf('other', 'secret.key'))
    expect([await stranger.end(), stranger.output()]).toEqual([78, expect.stringContaining('is not the key that the database was begun with')])

    const again = start(restored.url, fileOf('kept.key'))
    const there = await again.address()
    const follow = ({ registrationId, accessKey }: RegistrationAnswer) => fetch(`${there}/v1/registrations/${registrationId}`, { headers: { authorization: `Bearer ${accessKey}` } })
    expect(await (await follow(before)).json()).toMatchObject({ reference: before.reference, state: 'activation-sent' })
    expect((await follow(after)).status).not.toBe(200)
    expect((await post(`${there}/v1/activations`, { token: link, password: 'Correct-horse-9' })).status).toBe(201)
    // What is sealed opens: a new registration has its mail written, sealed, opened and sent.
    await linkOf(there, (await register(there)).email)
    await end(again)

    const audit = server.run({ DATABASE_URL: restored.url, SECRET_KEY_FILE: fileOf('kept.key') }, 'audit', 'verify')
    expect([await audit.end(), audit.output()]).toEqual([0, expect.stringContaining('whole')])
  }, 120_000)
})
