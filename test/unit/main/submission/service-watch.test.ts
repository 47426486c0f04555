import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServiceDescription } from '@shared/ipc/descriptions'
import { watchService } from '@main/submission/service-watch'

const READY: ServiceDescription = { state: 'ready', environment: 'practice', version: '0.1.0', phoneRequired: false }
const LOST: ServiceDescription = { state: 'unreachable', code: 'service-unreachable' }

/** A service that can be switched off, watched. */
function watched() {
  let isUp = true
  const told: ServiceDescription[] = []
  const watch = watchService({
    fetch: async () => {
      if (!isUp) throw new TypeError('connection refused')
      return new Response('{}')
    },
    describe: async () => watch.fetch('http://service.example/v1/health', {}).then(() => READY, () => LOST),
    tell: (service) => told.push(service),
    everyMs: 1000,
  })
  const ask = (): Promise<unknown> => watch.fetch('http://service.example/v1/conditions', {}).catch(() => undefined)
  return { watch, told, ask, stop: watch.stop, turn: (up: boolean) => { isUp = up } }
}

describe('watchService', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('says nothing while the service answers', async () => {
    const service = watched()
    await service.ask()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(service.told).toEqual([])
  })

  it('tells once that it is lost, and by itself when it is back', async () => {
    const service = watched()
    service.turn(false)
    await service.ask()
    await service.ask()
    await vi.advanceTimersByTimeAsync(5000)
    expect(service.told).toEqual([LOST])
    service.turn(true)
    await vi.advanceTimersByTimeAsync(1000)
    expect(service.told).toEqual([LOST, READY])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(service.told).toHaveLength(2)
  })

  it('tells at once when somebody asks and is answered', async () => {
    const service = watched()
    service.turn(false)
    await service.ask()
    service.turn(true)
    await service.ask()
    await vi.advanceTimersByTimeAsync(0)
    expect(service.told).toEqual([LOST, READY])
  })

  it('notices a page in the place of an answer, and says that somebody else answers', async () => {
    const page = new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } })
    let isHotel = true
    const told: ServiceDescription[] = []
    const watch = watchService({
      fetch: async () => (isHotel ? page : new Response('{}')),
      describe: async () => (isHotel ? { state: 'unreachable', code: 'network-intercepted' } : READY),
      tell: (service) => told.push(service),
      everyMs: 1000,
    })
    const changes = vi.fn()
    watch.onChange(changes)
    expect(watch.state()).toBe('reachable')
    await watch.fetch('http://service.example/v1/conditions', {})
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual([{ state: 'unreachable', code: 'network-intercepted' }])
    expect(watch.state()).toBe('intercepted')
    isHotel = false
    await vi.advanceTimersByTimeAsync(1000)
    expect(told.at(-1)).toEqual(READY)
    expect(watch.state()).toBe('reachable')
    expect(changes).toHaveBeenCalledTimes(2)
    watch.stop()
  })

  it('answers whoever asks, and looks again by itself where that was not good', async () => {
    const service = watched()
    service.turn(false)
    expect(await service.watch.describe()).toEqual(LOST)
    expect(await service.watch.look()).toBe('unreachable')
    service.turn(true)
    await vi.advanceTimersByTimeAsync(1000)
    expect(service.told.at(-1)).toEqual(READY)
    service.stop()
  })

  it('gives the failure on to whoever asked', async () => {
    const watch = watchService({ fetch: async () => { throw new TypeError('no network') }, describe: async () => LOST, tell: () => undefined })
    await expect(watch.fetch('http://service.example/', {})).rejects.toThrow('no network')
    watch.stop()
  })

  it('is quiet once it is stopped', async () => {
    const service = watched()
    service.turn(false)
    await service.ask()
    service.stop()
    service.turn(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(service.told).toEqual([LOST])
    expect(vi.getTimerCount()).toBe(0)
  })
})
