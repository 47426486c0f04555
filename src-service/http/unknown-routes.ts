import type { FastifyInstance } from 'fastify'
import { AppError } from '@shared/errors/app-error'
import { writeProblem } from './write-problem'

/** 404 for what is nowhere; 405, with the methods that there are, for an address that takes other methods. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []

  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: patternOf(url), methods: Array.isArray(method) ? method : [method] })
  })

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const methods = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods))]
    if (methods.length === 0 || methods.includes(request.method))
      return writeProblem(reply, new AppError('route-unknown', 'No such route'))
    return writeProblem(reply.header('allow', methods.sort().join(', ')), new AppError('method-not-allowed', 'No such method'))
  })
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')
  return new RegExp(`^${escaped}$`)
}
