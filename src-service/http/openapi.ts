import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { PATHS } from '@shared/http/paths'
import { PROBLEM_MEDIA_TYPE, ProblemDocument } from '@shared/http/problem-document'

const PROBLEM = { description: 'A problem document (RFC 9457)', content: { [PROBLEM_MEDIA_TYPE]: { schema: ProblemDocument } } }

/** GET /v1/openapi.json, made from the schemas that the routes themselves check by. Register before the routes. */
export async function describeByOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parvis registration service',
        version,
        description: 'Creates user accounts step by step. Every answer of 400 and above is a problem document (RFC 9457) with a stable code.',
      },
      components: { securitySchemes: { accessKey: { type: 'http', scheme: 'bearer' }, session: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (document) => {
      const { schema } = document
      if (schema === undefined) return jsonSchemaTransform(document)
      const described = jsonSchemaTransform({ ...document, schema: { ...schema, response: { ...(schema.response ?? {}), default: PROBLEM } } })
      return { ...described, schema: withEmptyAnswers(described.schema) }
    },
  })
  app.get(PATHS.openApi, { schema: { hide: true } as object }, async () => app.swagger())
}

/** A `void` answer has no body at all; JSON Schema's name for that is what the generator understands. */
function withEmptyAnswers<S extends { response?: unknown }>(schema: S): S {
  const answers = Object.entries((schema.response ?? {}) as Record<string, object>)
  const response = answers.map(([status, answer]) => [status, Object.keys(answer).length === 0 ? { type: 'null', description: 'Nothing' } : answer])
  return { ...schema, response: Object.fromEntries(response) as unknown }
}
