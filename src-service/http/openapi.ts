import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { FailureCode } from '@shared/errors/failure-codes'
import { PATHS } from '@shared/http/paths'
import { PROBLEM_MEDIA_TYPE, ProblemDocument } from '@shared/http/problem-document'
import { OPERATIONS, TAGS } from './operations'
import { PROBLEM_KINDS } from './problem-statuses'

/** The part of the document that this file adds to; the rest passes as it is. */
interface Described {
  readonly paths?: Readonly<Record<string, object | undefined>>
}

/** Only codes that this service answers with. A fault of its own is `unexpected`. Clients have to ignore members that they do not know (RFC 9457, 3.2): none is forbidden. */
const Problem = ProblemDocument.extend({ code: z.enum([...new Set([...(Object.keys(PROBLEM_KINDS) as FailureCode[]), 'unexpected' as const])]) })
const { $schema: _dialect, ...PROBLEM_SCHEMA } = z.toJSONSchema(Problem, { io: 'input' })

const PROBLEM_ANSWER = {
  description: 'A problem document (RFC 9457)',
  headers: { 'Retry-After': { description: 'Seconds until another try makes sense, where waiting helps', schema: { type: 'integer', minimum: 1 } } },
  content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
}

const PROBLEM = { $ref: '#/components/responses/Problem' }

const ANSWERS: Readonly<Record<string, string>> = {
  200: 'The answer',
  201: 'It exists now',
  202: 'Accepted; what follows takes its time',
  204: 'Done; there is nothing to say',
  503: 'The answer of a service that is not well',
}

const bearer = (description: string): object => ({ type: 'http', scheme: 'bearer', description })

/** GET /v1/openapi.json, made from the schemas that the routes themselves check by. Register before the routes. */
export async function describeByOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parvis registration service',
        version,
        description: 'Creates user accounts step by step. Every answer of 400 and above is a problem document (RFC 9457) with a stable code.',
        license: { name: 'MIT', identifier: 'MIT' } as { name: string },
      },
      servers: [{ url: '/', description: 'Where this document was read' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          accessKey: bearer('The access key that a registration was answered with'),
          session: bearer('The token of a session'),
          practiceSecret: bearer('Where the practice service was started with one'),
        } as never,
        schemas: { Problem: PROBLEM_SCHEMA } as never,
        responses: { Problem: PROBLEM_ANSWER } as never,
      },
    },
    transform: (document) => {
      const described = jsonSchemaTransform(document)
      return document.schema === undefined ? described : { ...described, schema: withDescribedAnswers(described.schema) }
    },
    transformObject: (document) => ('openapiObject' in document ? withOperations(document.openapiObject) : document.swaggerObject) as never,
  })
  app.get(PATHS.openApi, { schema: { hide: true } as object }, async () => app.swagger())
}

/** A `void` answer has no body at all; JSON Schema's name for that is what the generator of the document understands. */
function withDescribedAnswers<S extends { response?: unknown }>(schema: S): S {
  const answers = Object.entries((schema.response ?? {}) as Record<string, object>)
  const response = answers.map(([status, answer]) => [
    status,
    { ...(!('content' in answer) && { 'x-response-description': ANSWERS[status] }), ...(Object.keys(answer).length === 0 ? { type: 'null' } : answer) },
  ])
  return { ...schema, ...(answers.length > 0 && { response: Object.fromEntries(response) as unknown }) }
}

/** What is the same for every call: its name, how it fails, and that it is open where no key is asked for. */
function withOperations(document: Described): Described {
  const paths = Object.entries(document.paths ?? {}).map(([path, calls]) => {
    const described = Object.entries(calls ?? {}).map(([method, call]: [string, { responses?: object }]) => {
      const { tag, ...names } = OPERATIONS[`${method} ${path}`] ?? {}
      return [method, { ...names, ...(tag && { tags: [tag] }), security: [], ...call, responses: { ...call.responses, '4XX': PROBLEM, '5XX': PROBLEM } }]
    })
    return [path, Object.fromEntries(described)]
  })
  return { ...document, paths: Object.fromEntries(paths) as Record<string, object> }
}
