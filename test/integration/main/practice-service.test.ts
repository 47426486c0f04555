import { execFileSync, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPracticeService, type PracticeNews, type PracticeService } from '@main/practice/practice-service'
import type { ForkService } from '@main/practice/service-process'
import { describeService } from '@main/submission/describe-service'
import { createServiceClient } from '@main/submission/service-client'
import { PATHS } from '@shared/http/paths'
import { PracticeMailbox } from '@shared/http/practice-mailbox'

const ROOT = join(import.meta.dirname, '../../..')
const BUILD = "import('./tools/build-parts.mjs').then(({ ensureBuild }) => ensureBuild(['service']))"
const PARENT_PORT = pathToFileURL(join(ROOT, 'test/support/main/parent-port.mjs')).href

let dataFolder: string
let practice: PracticeService
let pid: number | undefined
const news: PracticeNews[] = []

/** The built service as a plain Node process that is spoken with as a utility process is. */
const forkNode: ForkService = (entry, args, { env }) => {
  const child = fork(entry, args, { env, execArgv: ['--import', PARENT_PORT], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  pid = child.pid
  return {
    pid,
    postMessage: (message) => void child.send(message as object),
    kill: () => child.kill(),
    on: (event, listen) => child.on(event, listen),
    once: (event, listen) => child.once(event, (code) => { listen(code ?? 0) }),
  }
}

beforeAll(async () => {
  execFileSync(process.execPath, ['-e', BUILD], { cwd: ROOT, stdio: 'inherit' })
  dataFolder = await mkdtemp(join(tmpdir(), 'parvis-practice-'))
  const entry = join(ROOT, 'out/service/server.js')
  const patience = { soonMs: 0, addressMs: 60_000, startMs: 90_000, restartMs: 500, stopMs: 10_000 }
  practice = createPracticeService({ fork: forkNode, entry, dataFolder, report: (what) => news.push(what), patience })
})
afterAll(async () => {
  await practice.stop()
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
})

describe('the practice service as a process of its own', () => {
  it('listens on the loopback, shows its mailbox to its parent alone, and comes back after it was killed', async () => {
    const client = createServiceClient({ fetch, service: practice })
    expect(await describeService(client)).toEqual({ state: 'starting' })
    practice.start()
    const address = await practice.address()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await describeService(client)).toMatchObject({ state: 'ready', environment: 'practice' })

    expect(await client.ask({ path: PATHS.practiceMailboxJson, bearer: practice.secret() }, PracticeMailbox)).toEqual([])
    await expect(client.ask({ path: PATHS.practiceMailboxJson }, PracticeMailbox)).rejects.toMatchObject({ code: 'access-denied' })

    process.kill(pid!, 'SIGKILL')
    await expect.poll(() => news.includes('died')).toBe(true)
    expect(await practice.address()).toBe(address)
    expect(await describeService(client)).toMatchObject({ state: 'ready' })

    await practice.stop()
    expect(news).toEqual(['started', 'listening', 'died', 'restarted', 'listening', 'stopped'])
    await expect(client.tell({ path: PATHS.health })).rejects.toMatchObject({ code: 'service-unreachable' })
    expect(() => process.kill(pid!, 0)).toThrow()
  })
})
