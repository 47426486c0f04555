import type { FastifyInstance } from 'fastify'
import { isIPv6 } from 'node:net'
import type { LimitName, RateLimits } from './rate-limits'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which limit by network address holds for the route; `everything-else` unless said otherwise. */
    limit?: LimitName
  }
}

/** Counts every request by the address that it comes from, before anything of it is read. */
export function limitByAddress(app: FastifyInstance, limits: RateLimits): void {
  app.addHook('onRequest', async (request) => {
    await limits.take(request.routeOptions.config.limit ?? 'everything-else', networkOf(request.ip))
  })
}

/** Of IPv6 the /64: one subscriber has all of it. Some proxies write the port behind the address, another one each time. */
export function networkOf(sender: string): string {
  const address = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(sender)?.[1] ?? sender
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
