import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPracticeService, type PracticeNews } from '@main/practice/practice-service'
import type { ForkOptions, ServiceChild } from '@main/practice/service-process'

const PATIENCE = { soonMs: 300, addressMs: 1000, startMs: 5000, restartMs: 100, stopMs: 500 }

class ChildDouble extends EventEmitter implements ServiceChild {
  readonly pid = undefined
  readonly told: unknown[] = []
  isKilled = false

  constructor(readonly env: Record<string, string>) {
    super()
  }

  postMessage(message: unknown): void {
    this.told.push(message)
  }

  kill(): boolean {
    this.isKilled = true
    this.emit('exit', 143)
    return true
  }

  listen(port: number): void {
    this.emit('message', { type: 'listening', url: `http://127.0.0.1:${port}` })
  }
}

function rig({ isWanted = true }: { isWanted?: boolean } = {}) {
  const children: ChildDouble[] = []
  const news: PracticeNews[] = []
  const changed = vi.fn()
  const practice = createPracticeService({
    fork(_entry: string, _args: string[], { env }: ForkOptions) {
      const child = new ChildDouble(env)
      children.push(child)
      return child
    },
    entry: '/out/service/server.js',
    dataFolder: '/profile/practice',
    isWanted,
    report: (what) => news.push(what),
    changed,
    environment: { PATH: '/bin', SMTP_URL: 'smtp://real.example', DATABASE_URL: 'postgres://real.example/db' },
    patience: PATIENCE,
  })
  return { practice, children, news, changed, child: (index: number): ChildDouble => children[index]! }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('starting the practice service', () => {
  it('happens when it is asked for, once', () => {
    const { practice, children } = rig()
    expect(children).toEqual([])
    practice.start()
    practice.start()
    expect(children).toHaveLength(1)
  })

  it('leaves the window its moment, and happens without anybody asking again', async () => {
    const { practice, children, changed } = rig()
    practice.startSoon()
    await vi.advanceTimersByTimeAsync(PATIENCE.soonMs - 1)
    practice.startSoon()
    expect(children).toEqual([])
    expect(changed).not.toHaveBeenCalled()
    expect(() => practice.addressNow()).toThrow(expect.objectContaining({ code: 'service-starting' }))
    await vi.advanceTimersByTimeAsync(1)
    expect(children).toHaveLength(1)
    practice.startSoon()
    await vi.advanceTimersByTimeAsync(PATIENCE.soonMs)
    expect(children).toHaveLength(1)
  })

  it('does not wait for that moment when somebody needs it, and happens once all the same', async () => {
    const { practice, children, child } = rig()
    practice.startSoon()
    const waited = practice.address()
    expect(children).toHaveLength(1)
    child(0).listen(4321)
    expect(await waited).toBe('http://127.0.0.1:4321')
    await vi.advanceTimersByTimeAsync(PATIENCE.soonMs)
    expect(children).toHaveLength(1)
  })

  it('does not happen any more when the application closes within that moment', async () => {
    const { practice, children } = rig()
    practice.startSoon()
    await practice.stop()
    practice.startSoon()
    await vi.advanceTimersByTimeAsync(PATIENCE.soonMs)
    expect(children).toEqual([])
  })

  it('gives it its settings, a secret of this launch, and nothing of what a real service was set to', () => {
    const { practice, child } = rig()
    practice.start()
    expect(child(0).env).toEqual({ PATH: '/bin', HOST: '127.0.0.1', PORT: '0', ENVIRONMENT: 'practice', DATA_DIR: '/profile/practice', PRACTICE_SECRET: practice.secret() })
    expect(practice.secret()).toMatch(/^[\w-]{43}$/)
    expect(rig().practice.secret()).not.toBe(practice.secret())
  })

  it('is service-starting until it listens, and then an address', async () => {
    const { practice, child, changed } = rig()
    expect(() => practice.addressNow()).toThrow(expect.objectContaining({ code: 'service-starting' }))
    const waited = practice.address()
    practice.start()
    child(0).listen(4321)
    expect(await waited).toBe('http://127.0.0.1:4321')
    expect(practice.addressNow()).toBe('http://127.0.0.1:4321')
    expect(changed).toHaveBeenCalled()
  })

  it('is not waited for without end', async () => {
    const { practice } = rig()
    practice.start()
    const outcome = expect(practice.address()).rejects.toMatchObject({ code: 'service-starting' })
    await vi.advanceTimersByTimeAsync(PATIENCE.addressMs)
    await outcome
  })

  it.each([{ type: 'listening', url: 'http://evil.example:80' }, { type: 'listening', url: 'http://127.0.0.1:1/x' }, { type: 'listening' }, { type: 'other' }, 'listening', null])(
    'believes no other message: %j',
    (message) => {
      const { practice, child } = rig()
      practice.start()
      child(0).emit('message', message)
      expect(() => practice.addressNow()).toThrow(expect.objectContaining({ code: 'service-starting' }))
    },
  )

  it('does not happen in a run without it', async () => {
    const { practice, children } = rig({ isWanted: false })
    practice.start()
    practice.startSoon()
    await vi.advanceTimersByTimeAsync(PATIENCE.soonMs)
    expect(children).toEqual([])
    await expect(practice.address()).rejects.toMatchObject({ code: 'service-unreachable' })
    await practice.stop()
  })
})

describe('a practice service that dies by itself', () => {
  it('is started once more, where it was', async () => {
    const { practice, children, child, news } = rig()
    practice.start()
    child(0).listen(4321)
    child(0).emit('exit', 1)
    expect(() => practice.addressNow()).toThrow(expect.objectContaining({ code: 'service-starting' }))
    const waited = practice.address()
    await vi.advanceTimersByTimeAsync(PATIENCE.restartMs)
    expect(children).toHaveLength(2)
    expect(child(1).env['PORT']).toBe('4321')
    child(1).listen(4321)
    expect(await waited).toBe('http://127.0.0.1:4321')
    expect(news).toEqual(['started', 'listening', 'died', 'restarted', 'listening'])
  })

  it('is given up the second time, and whoever waits hears it at once', async () => {
    const { practice, children, child, news } = rig()
    practice.start()
    child(0).emit('exit', 1)
    await vi.advanceTimersByTimeAsync(PATIENCE.restartMs)
    const outcome = expect(practice.address()).rejects.toMatchObject({ code: 'service-unreachable' })
    child(1).emit('exit', 1)
    await outcome
    practice.start()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children).toHaveLength(2)
    expect(news.at(-1)).toBe('given-up')
  })

  it('counts as dead when it never listens', async () => {
    const { practice, child, news } = rig()
    practice.start()
    await vi.advanceTimersByTimeAsync(PATIENCE.startMs + 1)
    expect(child(0).isKilled).toBe(true)
    expect(news).toEqual(['started', 'died'])
  })
})

describe('stopping', () => {
  it('lets it finish what it began', async () => {
    const { practice, child, news, children } = rig()
    practice.start()
    child(0).listen(4321)
    const stopped = practice.stop()
    expect(child(0).told).toEqual([{ type: 'stop' }])
    child(0).emit('exit', 0)
    await stopped
    expect(child(0).isKilled).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children).toHaveLength(1)
    expect(news).toEqual(['started', 'listening', 'stopped'])
    await expect(practice.address()).rejects.toMatchObject({ code: 'service-unreachable' })
  })

  it('ends one that does not listen to reason', async () => {
    const { practice, child } = rig()
    practice.start()
    const stopped = practice.stop()
    await vi.advanceTimersByTimeAsync(PATIENCE.stopMs)
    await stopped
    expect(child(0).isKilled).toBe(true)
  })

  it('is immediate before the first start, and between two starts keeps the second from happening', async () => {
    const idle = rig()
    await idle.practice.stop()
    idle.practice.start()
    expect(idle.children).toEqual([])

    const dying = rig()
    dying.practice.start()
    dying.child(0).emit('exit', 1)
    await dying.practice.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(dying.children).toHaveLength(1)
  })
})
